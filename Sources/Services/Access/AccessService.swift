package import Domain
package import Foundation
import Postgres
import Store

/// Signing in, tokens, calendar addresses, and who is at the console.
package struct AccessService: Sendable {
    let house: House

    /// Codes asked for in a quarter of an hour, for one address.
    static let mostCodes = 5

    /// What kind of installation this is, and whether it has an admin yet.
    package func installation(in work: Work? = nil) async throws -> (isTest: Bool, isDemo: Bool, hasAdmin: Bool) {
        guard let state = try await house.read(InstallationState(), in: work).first else {
            throw ServiceFailure(.internalError)
        }
        return state
    }

    /// Sends a six-digit code, good for fifteen minutes in the browser that asked. Known and unknown addresses get the same
    /// answer after the same work; an unknown one gets no mail.
    ///
    /// - Parameters:
    ///   - browser: a secret that only this browser holds.
    ///   - guest: what somebody calls themselves who gets a code though they are not known; they are once they type it.
    package func startSignIn(email raw: String, browser: String, guest: String? = nil) async throws {
        let email = try EmailAddress(raw).text
        let code = house.outside.sixDigits()
        let browserHash = Secrets.hash(browser)
        let codeHash = Secrets.codeHash(code, email: email, browser: browserHash)
        try await house.transaction(dryRun: false) { work in
            let (_, requests) = try await work.transaction.run(LockSignIn(email: email), SignInRequests(email: email))
            guard let asked = requests.first else { return }
            guard asked.recent < AccessService.mostCodes else { throw AccessRefusal.tooManyTries }
            let (_, ids) = try await work.transaction.run(
                EndSignInCodes(email: email),
                InsertSignInCode(
                    email: email, person: asked.person, browserHash: browserHash, codeHash: codeHash,
                    guest: asked.person == nil ? guest : nil))
            guard let id = ids.first else { throw ServiceFailure(.internalError) }
            let isGuest = asked.person == nil && guest != nil
            let template: MessageTemplate =
                isGuest ? .signInGuest : asked.person == nil ? .signInUnknown : .signInCode
            try await work.transaction.run(
                InsertMessages([
                    .init(
                        person: asked.person, template: template,
                        payload: JSONText.object([
                            "code": code, "guest": isGuest ? email : nil, "guest_name": isGuest ? guest : nil,
                        ]).text,
                        dedupeKey: "sign-in:\(id)",
                        messageID: "sign-in.\(house.outside.uuid())@\(house.settings.uidDomain)", minutes: 15)
                ]))
        }
    }

    /// Takes the code in the browser that asked, and signs that browser in.
    ///
    /// - Returns: the secret of the new session, kept only as a hash here.
    package func finishSignIn(email raw: String, code: String, browser: String) async throws -> (
        person: SignedIn, session: String
    ) {
        let email = try EmailAddress(raw).text
        let typed = code.filter { !$0.isWhitespace }
        let browserHash = Secrets.hash(browser)
        let secret = house.outside.secret()
        let outcome: Result<KnownPerson, AccessRefusal> = try await house.transaction(dryRun: false) { work in
            guard let live = try await work.transaction.first(LiveSignInCode(email: email)) else {
                return .failure(.codeExpired)
            }
            guard !live.expired else {
                try await work.transaction.run(UseSignInCode(id: live.id))
                return .failure(.codeExpired)
            }
            guard Secrets.equal(live.browserHash, browserHash) else { return .failure(.otherBrowser) }
            guard live.attempts < 5 else { return .failure(.tooManyTries) }
            let right = Secrets.equal(live.codeHash, Secrets.codeHash(typed, email: email, browser: browserHash))
            if right, let guest = live.guest { try await know(guest, at: email, work) }
            guard right, live.person != nil || live.guest != nil,
                let person = try await work.transaction.first(KnownPersonByEmail(email: email))
            else {
                try await work.transaction.run(CountSignInAttempt(id: live.id))
                return .failure(live.attempts >= 4 ? .tooManyTries : .wrongCode(triesLeft: 4 - live.attempts))
            }
            try await work.transaction.run(UseSignInCode(id: live.id))
            try await begin(person, secret, "sign_in.code", work)
            return .success(person)
        }
        return (SignedIn(try outcome.get()), secret)
    }

    /// Signs in without a code, in a demo database only.
    package func signInToDemo(email: String) async throws -> (person: SignedIn, session: String) {
        let secret = house.outside.secret()
        return try await house.transaction(dryRun: false) { work in
            guard try await work.transaction.first(InstallationState())?.isDemo == true,
                let person = try await work.transaction.first(KnownPersonByEmail(email: try EmailAddress(email).text))
            else { throw AccessRefusal.notFound("person") }
            try await begin(person, secret, "sign_in.demo", work)
            return (SignedIn(person), secret)
        }
    }

    /// Who a browser's session secret stands for, with the roles of this moment; nil when it is unknown or over.
    package func person(ofSession secret: String) async throws -> SignedIn? {
        try await house.read(PersonOfWebSession(tokenHash: Secrets.hash(secret))).first.map { SignedIn($0) }
    }

    package func signOut(session secret: String) async throws {
        try await house.transaction(dryRun: false) { work in
            try await work.transaction.run(EndWebSession(tokenHash: Secrets.hash(secret)))
        }
    }

    /// A new API token for a person; shown once. For an admin, or for oneself.
    package func createToken(for email: String, by actor: Actor, in work: Work? = nil) async throws -> (
        id: Int, token: String
    ) {
        try await house.within(work) { work in
            let person = try await tokenHolder(email, actor, work)
            let secret = house.outside.secret()
            guard
                let id = try await work.transaction.first(
                    InsertToken(person: person.id, tokenHash: Secrets.hash(secret)))
            else {
                throw ServiceFailure(.internalError)
            }
            try await work.audit(actor, [AuditLine("token.create", "token:\(id)", onBehalfOf: person.id)])
            return (id, secret)
        }
    }

    /// Oneself, or for an admin anybody. Nobody else learns whose addresses there are.
    private func tokenHolder(_ typed: String, _ actor: Actor, _ work: Work) async throws -> KnownPerson {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let folded = typed.trimmingCharacters(in: .whitespaces).lowercased()
        if let person = try await work.transaction.first(KnownPersonByEmail(email: folded)), person.id == actor.person {
            return person
        }
        try await work.require([.admin], actor, to: "make tokens for others")
        let email = try await PeopleService(house: house).email(meant: typed, by: actor, in: work)
        guard let person = try await work.transaction.first(KnownPersonByEmail(email: email)) else {
            throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
        }
        return person
    }

    package func revokeToken(_ id: Int, by actor: Actor, in work: Work? = nil) async throws {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        try await house.within(work) { work in
            guard try await work.transaction.first(RevokeToken(actor, id: id)) != nil else {
                throw AccessRefusal.notFound("token")
            }
            try await work.audit(actor, [AuditLine("token.revoke", "token:\(id)")])
        }
    }

    /// Who an API token stands for.
    package func person(ofToken token: String) async throws -> SignedIn {
        guard let person = try await house.read(PersonOfToken(tokenHash: Secrets.hash(token))).first else {
            throw AccessRefusal.unknownToken
        }
        return SignedIn(person)
    }

    /// A new secret address for the person's own calendar; the old one ends at once.
    package func createCalendarAddress(by actor: Actor, in work: Work? = nil) async throws -> String {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        let secret = house.outside.secret()
        try await house.within(work) { work in
            _ = try await work.transaction.run(
                RevokeCalendarAddress(person: person),
                InsertCalendarAddress(person: person, tokenHash: Secrets.hash(secret)))
            try await work.audit(actor, [AuditLine("calendar_address.create", "person:\(person)")])
        }
        return secret
    }

    package func revokeCalendarAddress(by actor: Actor, in work: Work? = nil) async throws {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        try await house.within(work) { work in
            try await work.transaction.run(RevokeCalendarAddress(person: person))
            try await work.audit(actor, [AuditLine("calendar_address.revoke", "person:\(person)")])
        }
    }

    /// When the actor's present calendar address was made; nil without one. The address itself is not kept.
    package func calendarAddressMade(by actor: Actor) async throws -> Date? {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(CalendarAddressMade(person: person)).first
    }

    /// Whose calendar a secret address is; nil when unknown, revoked or unused for 400 days.
    package func person(ofCalendarAddress secret: String) async throws -> SignedIn? {
        let hash = Secrets.hash(secret)
        guard let person = try await house.read(PersonOfCalendarAddress(tokenHash: hash)).first else { return nil }
        _ = try await house.read(TouchCalendarAddress(tokenHash: hash))
        return SignedIn(person)
    }

    func begin(_ person: KnownPerson, _ secret: String, _ action: String, _ work: Work) async throws {
        try await work.transaction.run(InsertWebSession(tokenHash: Secrets.hash(secret), person: person.id))
        try await work.audit(Actor(.person(person.id), channel: .web), [AuditLine(action, "person:\(person.id)")])
    }
}

extension SignedIn {
    init(_ person: KnownPerson) {
        self.init(
            id: person.id, email: person.email, name: person.name, roles: person.roles, judges: person.judges,
            canNominate: person.canNominate, worries: person.worries, judgesByCard: person.judgesByCard)
    }
}
