import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("The programme on the guests' chairs")
struct ProgrammeTests {
    /// The winner is a young person who chose a name.
    private func withYoungWinner(_ night: TestCeremony) async throws {
        try await night.stars.week.house.asOwner { owner in
            try await owner.execute(
                unsafe: """
                    set session_replication_role = replica;
                    update nominee set person_id = null, pseudonym = 'Nominee 7Q4'
                    where id = (select k.nominee_id from candidate k join ceremony_winner w on w.candidate_id = k.id where w.outcome = 'winner');
                    insert into ceremony_name (nominee_id, name) select id, 'Zed the Brave' from nominee where pseudonym is not null;
                    """)
        }
    }

    private func groups(_ night: TestCeremony) async throws -> [CeremonyProgramme.Group] {
        let programme = try await night.ceremonies.programme("night", by: night.staff)
        return programme.order.awards.flatMap(programme.groups)
    }

    @Test("It names those in the running, and is the same whoever of them won")
    func names() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let before = try await night.ceremonies.programme("night", by: night.staff)
            #expect(before.order.awards.flatMap(before.groups).map(\.names) == [["Person 2", "Person 4"]])
            #expect(before.place == "Main Hall, Mary Stevens Park" && before.presenter == "Person 1")
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica;
                        update ceremony_winner set outcome = case outcome when 'winner' then 'highly_commended' else 'winner' end
                        """)
            }
            #expect(try await night.ceremonies.programme("night", by: night.staff) == before)
        }
    }

    @Test("Nobody is named where those would be the winners alone, nor before it is compiled")
    func winnersAlone() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house, compiled: false)
            #expect(try await groups(night).isEmpty)
            let chair = try await night.stars.week.actor("lead@example.org")
            _ = try await night.stars.awards.decide(night.commended, .notPlaced, reason: "After all", by: chair)
            _ = try await night.stars.awards.freeze("stars", by: night.staff)
            _ = try await night.ceremonies.compile("night", by: night.staff)
            #expect(try await groups(night).isEmpty)
        }
    }

    @Test("A young person is named to guests where they agreed to it, and how many did not is not said")
    func young() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await withYoungWinner(night)
            #expect(
                try await groups(night)
                    == [CeremonyProgramme.Group(band: nil, names: ["Person 4"], hasOthers: true)])
            let consent = try await house.services.protection.record(
                NewConsent(use: .programme, channel: .name, agrees: true, giver: "A parent", capacity: .parent),
                of: night.winner, by: night.staff)
            #expect(
                try await groups(night)
                    == [CeremonyProgramme.Group(band: nil, names: ["Person 4", "Zed the Brave"], hasOthers: false)])
            try await house.services.protection.withdraw(consent, of: night.winner, by: night.staff)
            let prints = try await night.ceremonies.prints(of: "night", by: night.staff)
            #expect(prints.map(\.paper) == [.programme])
            // The first one named nobody who had to agree.
            #expect(prints.first?.times == 2 && prints.first?.outdated?.times == 1)
        }
    }

    @Test("Whoever stands in one of its awards, and whoever reads no results, does not open it before the night")
    func refused() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into role_grant (person_id, role) select id, 'staff' from person where email = 'p4@example.org'
                        """)
            }
            for reader in [try await night.stars.week.actor("p4@example.org"), night.stars.week.admin] {
                await #expect(
                    throws: AccessRefusal.notAllowed("print whom this ceremony names before it has been held")
                ) {
                    try await night.ceremonies.programme("night", by: reader)
                }
            }
            await #expect(throws: AccessRefusal.self) {
                try await night.ceremonies.programme("night", by: night.presenter)
            }
        }
    }

    @Test("What those whom it names lack is counted alike, whoever won, and for nobody who may not know them")
    func gaps() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let gaps = try await night.ceremonies.gaps(of: "night", by: night.staff)
            #expect(gaps.map(\.name).sorted() == ["Person 2", "Person 4"])
            #expect(gaps.allSatisfy { $0.lacks == [.words, .acceptor] })
            #expect(
                CeremonyGap.counts(gaps) == [
                    "Without a text to be read: 2.", "With nobody on the guest list to accept: 2.",
                ])
            #expect(try await night.ceremonies.gaps(of: "night", by: night.stars.week.admin).isEmpty)
            #expect(try await night.ceremonies.gaps(of: "night", by: night.presenter).isEmpty)
            try await withYoungWinner(night)
            let young = try await night.ceremonies.gaps(of: "night", by: night.staff).first {
                $0.candidate == night.winner
            }
            #expect(young?.name == "Nominee 7Q4" && young?.lacks == [.name, .words, .acceptor])
            let staff = night.staff
            _ = try await house.services.protection.write(
                .approved, "I kept at it.", approval: "Said yes", of: night.winner, by: staff)
            let after = try await night.ceremonies.gaps(of: "night", by: staff).first { $0.candidate == night.winner }
            #expect(after?.lacks == [.name, .wordsUnchecked, .acceptor])
        }
    }

    @Test("Its thanks are kept, and hold no part of a young person's own name")
    func thanks() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await night.ceremonies.thank("night", "To the steel band", by: night.staff)
            #expect(try await night.ceremonies.programme("night", by: night.staff).thanks == "To the steel band")
            try await withYoungWinner(night)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into young_person_name (nominee_id, legal_name) select id, 'Shayden Dunmore' from nominee where pseudonym is not null
                        """)
            }
            await #expect(throws: CeremonyRefusal.thanksNameYoungPerson) {
                try await night.ceremonies.thank("night", "To Shayden", by: night.staff)
            }
            try await night.ceremonies.thank("night", "", by: night.staff)
            #expect(try await night.ceremonies.thanks(of: "night", by: night.staff) == nil)
        }
    }
}
