package import Domain
import Foundation
import Postgres
import Store

/// Young judges: a card and the panel's PIN instead of an address, a chosen name, and an adult beside them.
extension AwardsService {
    /// Seats a young judge under the name they choose. Their own name is kept nowhere.
    ///
    /// - Returns: the code of their card, which is shown once.
    package func addYoungJudge(
        _ chosenName: String, to path: AwardPath, supporter email: String, agreedBy: Consent.Capacity, by actor: Actor,
        in work: Work? = nil
    ) async throws -> String {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "seat young judges")
            let name = try FreeText.line(chosenName, "a chosen name", longest: 40)
            guard let supporter = try await work.people(known: [email], actor).first else {
                throw AccessRefusal.notFound("person")
            }
            guard let panel = try await work.transaction.first(PanelKey(path)) else {
                throw AccessRefusal.notFound("panel")
            }
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
            _ = try await addJudge(address, to: path, by: actor, in: work)
            return card
        }
    }

    /// A new PIN for a panel's day, good for twelve hours and shown once; the old one ends.
    package func newPIN(for path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> String {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "set a panel's PIN")
            guard let panel = try await work.transaction.first(PanelKey(path)) else {
                throw AccessRefusal.notFound("panel")
            }
            let pin = house.outside.sixDigits()
            try await work.transaction.run(SetPanelPIN(panel.panel, hash: Self.pinHash(pin, panel.panel)))
            try await work.audit(actor, [AuditLine("panel.pin", "panel:\(path.text)")])
            return pin
        }
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
