package import Domain
import Postgres
import Store

extension AccessService {
    /// Who acts at the console, and by what proof: the person's API token, or an operating-system user linked to them. A
    /// test database takes the address on trust. Without an address, and without an admin in the database, nobody yet: such a
    /// console may add the first admin.
    package func consoleActor(as email: String?, token: String?, osUser: String) async throws -> Actor {
        let installation = try await installation()
        guard let email else {
            guard installation.hasAdmin else { return Actor(.visitor, channel: .console, osUser: osUser) }
            if let token { return try await person(ofToken: token).actor(.console, osUser: osUser) }
            if let linked = try await house.read(PersonOfOperatingSystemUser(name: osUser)).first {
                return SignedIn(linked).actor(.console, osUser: osUser)
            }
            throw AccessRefusal.needsProof("somebody: say --as EMAIL")
        }
        let address = try EmailAddress(email).text
        guard let person = try await house.read(KnownPersonByEmail(email: address)).first else {
            if !installation.hasAdmin { return Actor(.visitor, channel: .console, osUser: osUser) }
            throw installation.isTest
                ? PeopleRefusal.nothingNamed(kind: "person", name: address, near: [])
                : AccessRefusal.needsProof(address)
        }
        let actor = SignedIn(person).actor(.console, osUser: osUser)
        if installation.isTest { return actor }
        if let token {
            guard try await self.person(ofToken: token).id == person.id else { throw AccessRefusal.needsProof(address) }
            return actor
        }
        if let linked = try await house.read(PersonOfOperatingSystemUser(name: osUser)).first, linked.id == person.id {
            return actor
        }
        throw AccessRefusal.needsProof(address)
    }

    /// Lets an operating-system user act as a person at the console. For admins.
    package func link(_ email: String, to osUser: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "link operating-system users")
            let email = try await PeopleService(house: house).email(meant: email, by: actor, in: work)
            let name = try FreeText.line(osUser, "an operating-system user", longest: 100)
            guard let person = try await work.transaction.first(KnownPersonByEmail(email: email)) else {
                throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
            }
            try await work.transaction.run(LinkOperatingSystemUser(name: name, person: person.id))
            try await work.audit(
                actor, [AuditLine("person.link", "person:\(person.id)", after: .object(["os_user": name]))])
        }
    }
}
