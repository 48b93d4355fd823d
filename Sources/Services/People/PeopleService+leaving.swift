package import Domain
package import Foundation
import Postgres
import Store

/// Leaving on a day to come. From the midnight on which that day begins the person has no access, by the database's clock;
/// the worker then releases their places. Until then it can be taken back.
extension PeopleService {
    /// The day on which a person is to leave, if one is set.
    package func leavingDay(of person: UUID, by actor: Actor, in work: Work? = nil) async throws -> Day? {
        try await AccessService(house: house).require([.admin], actor, to: "see who leaves", in: work)
        return try await house.read(LeavingOf(actor, person: person), in: work).first.map { London.local($0).day }
    }

    /// The day on which whoever asks is to leave, if one is set.
    package func ownLeavingDay(by actor: Actor, in work: Work? = nil) async throws -> Day? {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.read(OwnLeaving(person), in: work).first.map { London.local($0).day }
    }

    /// Sets the day, or another one.
    package func setLeaving(_ email: String, on day: Day, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "end somebody's access")
            let person = try await leaver(email, actor, work)
            guard day > London.local(house.outside.now()).day else { throw PeopleRefusal.leavesInThePast(day) }
            if person.roles.contains(.admin), try await work.transaction.first(OtherAdmins(person.id)) ?? 0 == 0 {
                throw PeopleRefusal.lastAdmin
            }
            guard try await work.transaction.first(SetLeaving(person.id, at: London.start(of: day))) != nil else {
                throw PeopleRefusal.hasLeft(person.email)
            }
            try await oweRecord(person, leaving: day, work)
            try await work.audit(
                actor, [AuditLine("person.set_leaving", "person:\(person.id)", after: .object(["on": day.iso]))])
        }
    }

    /// Takes the day back.
    package func keep(_ email: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "end somebody's access")
            let person = try await leaver(email, actor, work)
            let day = try await leavingDay(of: person.publicID, by: actor, in: work)
            guard let day, day > London.local(house.outside.now()).day else { throw PeopleRefusal.notLeaving(email) }
            _ = try await work.transaction.first(SetLeaving(person.id, at: nil))
            try await work.audit(
                actor, [AuditLine("person.keep", "person:\(person.id)", before: .object(["on": day.iso]))])
        }
    }

    /// What would happen on a day to come, as far as it is known today.
    package func departure(of person: Person, on day: Day, by actor: Actor) async throws -> Departure {
        try await AccessService(house: house).require([.admin], actor, to: "see who leaves")
        guard day > London.local(house.outside.now()).day else { throw PeopleRefusal.leavesInThePast(day) }
        let moment = London.start(of: day)
        let mine = try await house.read(BookingsOfPerson(person.id)).map(\.booking)
        let leads = try await house.read(LedSessions(actor, person.id)).filter { ($0.startsAt ?? moment) >= moment }
        return Departure(
            bookings: mine.filter { ($0.startsAt ?? .distantFuture) > moment && $0.state.isLive },
            leads: leads.map(\.reference))
    }

    /// Releases the places of everybody whose day has come. Each has a transaction of their own.
    ///
    /// - Returns: how many have left.
    package func leaveDue() async throws -> Int {
        let system = Actor(.system, channel: .worker)
        var count = 0
        while count < 1000 {
            let left = try await house.transaction(dryRun: false) { work in
                guard let email = try await work.transaction.first(LeaverDue()) else { return false }
                _ = try await leave(email, by: system, in: work)
                return true
            }
            guard left else { break }
            count += 1
        }
        return count
    }

    private func leaver(_ email: String, _ actor: Actor, _ work: Work) async throws -> Person {
        let system = Actor(.system, channel: actor.channel)
        // Whoever has left already is known by the whole address only.
        if let person = try await work.transaction.first(People(system, email: email.lowercased(), withLeavers: true)) {
            return person
        }
        let email = try await self.email(meant: email, by: actor, in: work)
        guard let person = try await work.transaction.first(People(system, email: email)) else {
            throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
        }
        return person
    }
}
