import Domain
import Foundation
import Postgres
import Services
import Store
import TestSupport
import Testing

@Suite("What was printed before a consent changed")
struct PrintTests {
    /// The winner is a young person who chose a name, with what they agreed to.
    private func with(
        agreed: [Consent.Use], _ body: (TestCeremony, [UUID]) async throws -> Void
    ) async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica;
                        update nominee set person_id = null, pseudonym = 'Nominee 7Q4'
                        where id = (select k.nominee_id from candidate k join ceremony_winner w on w.candidate_id = k.id where w.outcome = 'winner');
                        insert into ceremony_name (nominee_id, name) select id, 'Zed the Brave' from nominee where pseudonym is not null;
                        """)
            }
            var ids: [UUID] = []
            for use in agreed {
                ids.append(
                    try await house.services.protection.record(
                        NewConsent(use: use, channel: .name, agrees: true, giver: "A parent", capacity: .parent),
                        of: night.winner, by: night.staff))
            }
            try await body(night, ids)
        }
    }

    @Test("A paper that rests on a consent is to be destroyed once it ends, until somebody says that it is")
    func outdated() async throws {
        try await with(agreed: [.certificate, .press]) { night, consents async throws in
            let (house, ceremonies, staff) = (night.stars.week.house, night.ceremonies, night.staff)
            for paper in [CeremonyPaper.certificates, .engraving, .press, .certificates] {
                _ = try await ceremonies.sealed("night", paper, by: staff)
            }
            #expect(try await ceremonies.prints(of: "night", by: staff).allSatisfy { $0.outdated == nil })
            try await house.services.protection.withdraw(consents[0], of: night.winner, by: staff)
            let prints = try await ceremonies.prints(of: "night", by: staff)
            #expect(prints.map(\.paper) == [.certificates, .press, .engraving])
            #expect(prints.map { $0.outdated?.times } == [2, nil, 1])
            let mark = try #require(prints.first?.outdated?.id)
            await #expect(throws: AccessRefusal.self) {
                try await ceremonies.destroyed(mark, of: "night", by: night.presenter)
            }
            await #expect(throws: AccessRefusal.notFound("paper")) {
                try await ceremonies.destroyed(UUID(), of: "night", by: staff)
            }
            for _ in 0..<2 { try await ceremonies.destroyed(mark, of: "night", by: staff) }
            // What is opened now holds no name, and is right.
            let again = try await ceremonies.sealed("night", .certificates, by: staff)
            #expect(!again.awards.flatMap(\.announcements).contains { $0.announcement.name == "Zed the Brave" })
            let left = try await ceremonies.prints(of: "night", by: staff)
            #expect(left.filter { $0.outdated != nil }.map(\.paper) == [.engraving])
            let audit = try await house.services.audit.tail(last: 9, by: night.stars.week.admin)
            #expect(audit.filter { $0.action == "ceremony.destroy_print" }.count == 1)
        }
    }

    @Test("A no that comes later ends a consent as a withdrawal does")
    func refused() async throws {
        try await with(agreed: [.certificate]) { night, _ async throws in
            _ = try await night.ceremonies.sealed("night", .certificates, by: night.staff)
            _ = try await night.stars.week.house.services.protection.record(
                NewConsent(use: .certificate, channel: .name, agrees: false, giver: "They", capacity: .child),
                of: night.winner, by: night.staff)
            #expect(try await night.ceremonies.prints(of: "night", by: night.staff).first?.outdated?.times == 1)
        }
    }

    @Test("Place cards are about as certificates are, from the page or as a file")
    func cards() async throws {
        try await with(agreed: [.programme]) { night, consents async throws in
            let (house, staff) = (night.stars.week.house, night.staff)
            let guests = house.services.guests
            let guest = try await guests.addYoungPerson(night.winner, to: "night", by: staff)
            #expect(guest.name == "Zed the Brave")
            // Without a seat there is no card.
            _ = try await guests.seatingToPrint(of: "night", as: .plan, by: staff)
            try await guests.addTable("Oak", seats: 4, to: "night", by: staff)
            try await guests.seat(guest.id, at: "Oak", by: staff)
            _ = try await guests.seatingToPrint(of: "night", as: .cards, by: staff)
            _ = try await guests.guestsToPrint(of: "night", by: staff)
            try await house.services.protection.withdraw(consents[0], of: night.winner, by: staff)
            let prints = try await night.ceremonies.prints(of: "night", by: staff)
            #expect(prints.filter { $0.outdated != nil }.map(\.paper) == [.guests, .cards])
        }
    }

    @Test("Whoever printed it hears once, without what and whose, and a script without names troubles nobody")
    func mail() async throws {
        try await with(agreed: [.certificate, .press]) { night, consents async throws in
            let house = night.stars.week.house
            _ = try await night.ceremonies.orderToPrint("night", by: night.presenter)
            for paper in [CeremonyPaper.press, .certificates] {
                _ = try await night.ceremonies.sealed("night", paper, by: night.staff)
            }
            for consent in consents.reversed() {
                try await house.services.protection.withdraw(consent, of: night.winner, by: night.staff)
            }
            let owed = try await house.asOwner { owner in
                try await owner.transaction { try await $0.run(OwedPaperMail()) }
            }
            // One for the press list, and one for the certificates that came after it.
            #expect(owed == ["officer@example.org {}", "officer@example.org {}"])
        }
    }
}

private struct OwedPaperMail: Statement {
    static let sql = """
        select p.email || ' ' || o.payload::text from app.outbox o join app.person p on p.id = o.person_id
        where o.template = 'papers_changed' order by 1
        """

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
