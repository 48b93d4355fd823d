package import Domain
package import Foundation
import Postgres
import Store

/// Young judges: a card and the panel's PIN instead of an address, a chosen name, and an adult beside them.
extension AwardsService {
    /// Seats a young judge under the name they choose. Their own name is kept nowhere.
    ///
    /// - Parameter asks: whether they say yes to the terms themselves, after they come with their card.
    /// - Returns: the code of their card, which is shown once.
    package func addYoungJudge(
        _ chosenName: String, to path: AwardPath, supporter email: String, agreedBy: Consent.Capacity,
        asks: Bool = false, by actor: Actor, in work: Work? = nil
    ) async throws -> String {
        try await house.within(work) { work in
            let name = try FreeText.line(chosenName, "a chosen name", longest: 40)
            let panel = try await seating(path, actor, work)
            guard panel.state != .frozen else { throw AwardsRefusal.isFrozen }
            let supporter = try await supporter(email, panel, actor, work)
            let card = code(8)
            // An address that no mail ever reaches: `.invalid` is nobody's (RFC 2606).
            let address = "young-\(code(10).lowercased())@judges.invalid"
            guard
                let person = try await work.transaction.first(
                    InsertPerson(email: address, name: name, team: nil, organisation: nil, jobTitle: ""))
            else { throw ServiceFailure(.internalError) }
            _ = try await work.transaction.run(
                GrantRoles(person, [.nominator], by: actor.person),
                InsertYoungJudge(
                    person, panel: panel.panel, cardHash: Secrets.hash(card), supporter: supporter, agreedBy: agreedBy))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "judge.add_young", "person:\(person)",
                        after: .object([
                            "panel": path.text, "supporter": "person:\(supporter)", "agreed_by": agreedBy.rawValue,
                        ]))
                ])
            try await seat(person, address, .judge, on: panel.panel, asks: asks, work)
            try await work.transaction.run(SuggestConflicts(panel.scheme))
            return card
        }
    }

    /// A new PIN for a panel's day, good for twelve hours and shown once; the old one ends.
    package func newPIN(for path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> String {
        try await house.within(work) { work in
            let panel = try await seating(path, actor, work)
            let pin = house.outside.sixDigits()
            try await work.transaction.run(SetPanelPIN(panel.panel, hash: Self.pinHash(pin, panel.panel)))
            try await work.audit(actor, [AuditLine("panel.pin", "panel:\(path.text)")])
            return pin
        }
    }

    /// The young judges of a panel, for those who give them their cards.
    package func youngJudges(of path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [YoungJudge] {
        try await house.within(work) { work in
            try await work.transaction.run(YoungJudges(of: seating(path, actor, work).panel))
        }
    }

    /// Another card for a young judge. The old one, and whoever came with it, is out.
    package func renewCard(
        of judge: UUID, on path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> (name: String, card: String) {
        let card = code(8)
        let name = try await change(judge, on: path, to: card, "judge.renew_card", actor, work)
        return (name, card)
    }

    /// Ends the card of a young judge, who keeps their seat and what they have scored.
    package func withdrawCard(
        of judge: UUID, on path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        _ = try await change(judge, on: path, to: nil, "judge.withdraw_card", actor, work)
    }

    private func change(
        _ judge: UUID, on path: AwardPath, to card: String?, _ action: String, _ actor: Actor, _ work: Work?
    ) async throws -> String {
        try await house.within(work) { work in
            let panel = try await seating(path, actor, work)
            guard
                let changed = try await work.transaction.first(
                    ChangeCard(panel.panel, judge, hash: card.map(Secrets.hash)))
            else { throw AccessRefusal.notFound("young judge") }
            try await work.transaction.run(EndWebSessionsOfPerson(changed.person))
            try await work.audit(
                actor, [AuditLine(action, "person:\(changed.person)", after: .object(["panel": path.text]))])
            return changed.name
        }
    }

    /// The panel for staff and its chair. To others it is as if there were none, once they are known to be neither.
    private func seating(
        _ path: AwardPath, _ actor: Actor, _ work: Work
    ) async throws -> PanelToSeatYoung.Found {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        if let found = try await work.transaction.first(PanelToSeatYoung(actor, path)) { return found }
        try await work.require([.staff], actor, to: "seat young judges")
        throw AccessRefusal.notFound("panel")
    }

    /// Staff are told of names that are near; a chair, who may not list people, is not.
    private func supporter(
        _ typed: String, _ panel: PanelToSeatYoung.Found, _ actor: Actor, _ work: Work
    ) async throws -> ID<Person> {
        if panel.isStaff {
            guard let known = try await work.people(known: [typed], actor).first else {
                throw AccessRefusal.notFound("person")
            }
            return known
        }
        let email = try EmailAddress(typed).text
        guard let known = try await work.people([email])[email] else {
            throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
        }
        return known
    }

    static func pinHash(_ pin: String, _ panel: Int) -> [UInt8] { Secrets.hash("\(panel) \(pin)") }

    /// The name of the adult beside a young judge; nil for anybody else.
    package func supporter(of actor: Actor) async throws -> String? {
        guard let judge = actor.person else { return nil }
        return try await house.read(SupporterOfJudge(of: judge)).first
    }
}

extension AccessService {
    /// Signs a young judge in by their card and the PIN of the day. What is wrong is not said.
    package func signIn(card: String, pin: String) async throws -> (person: SignedIn, session: String) {
        let typed = card.uppercased().filter { $0.isLetter || $0.isNumber }
        return try await house.within(nil) { work in
            guard let found = try await work.transaction.first(YoungJudgeByCard(Secrets.hash(typed))),
                Secrets.equal(
                    found.pinHash, AwardsService.pinHash(pin.filter { !$0.isWhitespace }, found.panel)),
                let person = try await work.transaction.first(KnownPersonByEmail(email: found.email))
            else { throw AwardsRefusal.wrongCard }
            let secret = house.outside.secret()
            try await begin(person, secret, "sign_in.card", work)
            return (SignedIn(person), secret)
        }
    }
}
