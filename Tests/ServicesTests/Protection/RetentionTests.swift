import Domain
import Foundation
import Postgres
import Store
import TestSupport
import Testing

@testable import Services

@Suite("Handed over, and deleted for good")
struct RetentionTests {
    /// The winner is a young person with a name, texts and a consent; p5 noted something. Gwen protects young people.
    private func with(_ body: (TestCeremony, Actor) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            _ = try await house.services.people.addPerson(
                PersonDetails(email: "guard@example.org", name: "Gwen Guard", roles: [.staff, .safeguarding]),
                by: house.operating)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica;
                        update nominee set person_id = null, pseudonym = 'Nominee 7Q4'
                        where id = (select k.nominee_id from candidate k join ceremony_winner w on w.candidate_id = k.id where w.outcome = 'winner');
                        insert into young_person_name select id, 'Zebedee Quill' from nominee where pseudonym is not null;
                        insert into ceremony_name (nominee_id, name) select id, 'Zed the Brave' from nominee where pseudonym is not null;
                        insert into candidate_text (candidate_id, kind, text, written_by, approval)
                        select k.id, 'approved', 'You kept at it.', 1, 'Told me so' from candidate k join nominee n on n.id = k.nominee_id
                        where n.pseudonym is not null;
                        insert into consent (nominee_id, use, channel, agrees, giver, capacity, from_at)
                        select id, 'press', 'name', true, 'Petra Quill', 'parent', '2018-01-01' from nominee where pseudonym is not null;
                        update ballot set comment = 'Zebedee is great' where candidate_id in
                            (select k.id from candidate k join nominee n on n.id = k.nominee_id where n.pseudonym is not null);
                        insert into conflict (candidate_id, person_id, kind, is_binding, state, reason, made_at)
                        select k.id, 1, 'declared', true, 'declared', 'Zebedee is my nephew', '2018-01-20'
                        from candidate k join nominee n on n.id = k.nominee_id where n.pseudonym is not null;
                        insert into voided_ballot (public_id, judge_id, candidate_id, content, reason)
                        select gen_random_uuid(), 1, k.id, '{"comment": ""}', 'Zebedee is my nephew'
                        from candidate k join nominee n on n.id = k.nominee_id where n.pseudonym is not null;
                        """)
            }
            try await body(night, try await night.stars.week.actor("guard@example.org"))
        }
    }

    /// What of the young person is there still, as the owner reads it.
    private func left(_ house: TestHouse) async throws -> [String] {
        try await house.asOwner { owner in try await owner.transaction { try await $0.run(LeftOfYoung()) } }
    }

    @Test("Nothing is handed over before the results are told, and then by the name and the words that are their own")
    func sheet() async throws {
        try await with { night, guardian async throws in
            let house = night.stars.week.house
            await #expect(throws: RetentionRefusal.notToldYet) {
                try await house.services.retention.sheet(night.winner, by: guardian)
            }
            await #expect(throws: RetentionRefusal.notToldYet) {
                try await house.services.retention.handOver(night.winner, .refused, by: guardian)
            }
            try await house.beside(now: "2018-02-10 09:00") { later async throws in
                let sheet = try await later.services.retention.sheet(night.winner, by: guardian)
                #expect(sheet.name == "Zed the Brave" && sheet.words == "You kept at it." && sheet.outcome == .winner)
                for other in [night.staff, night.stars.week.admin, night.presenter] {
                    await #expect(throws: AccessRefusal.self) {
                        try await later.services.retention.sheet(night.winner, by: other)
                    }
                    await #expect(throws: AccessRefusal.self) {
                        try await later.services.retention.purge("stars", by: other)
                    }
                }
                // Adults have no record of their own here.
                await #expect(throws: AccessRefusal.notFound("candidate")) {
                    try await later.services.retention.sheet(night.commended, by: guardian)
                }
            }
        }
    }

    @Test("Thirty days after it is handed over all of it goes, the certificate says what, and the result holds still")
    func handedOver() async throws {
        try await with { night, guardian async throws in
            let house = night.stars.week.house
            try await house.beside(now: "2018-02-10 09:00") { later async throws in
                let retention = later.services.retention
                try await retention.handOver(night.winner, .refused, by: guardian)
                try await retention.handOver(night.winner, nil, by: guardian)
                try await retention.handOver(night.winner, .handedOver(to: .child), by: guardian)
                let record = try #require(try await retention.records(by: guardian).first)
                #expect(record.handOver == .handedOver(to: .child) && record.rule == .handedOver)
                #expect(try await retention.preview("stars", by: guardian) == nil)
                await #expect(throws: RetentionRefusal.nothingDue) {
                    try await retention.purge("stars", by: guardian)
                }
            }
            try await house.beside(now: "2018-03-14 09:00") { later async throws in
                let retention = later.services.retention
                try await house.asOwner { owner in
                    try await owner.execute(
                        unsafe: """
                            insert into nomination_file (nomination_id, place, kind, caption, added_by)
                            select x.id, 1, 'document', 'A letter', x.nominator_id from nomination x join nominee n on n.id = x.nominee_id
                            where n.pseudonym = 'Nominee 7Q4' order by x.id limit 1
                            """)
                }
                let before = try await left(house)
                let preview = try #require(try await retention.preview("stars", by: guardian))
                #expect(try await left(house) == before && before.count == 8)
                await #expect(throws: RetentionRefusal.typedOtherwise("stars")) {
                    try await retention.purge("stars", typed: "star", by: guardian)
                }
                let made = try await retention.purge("stars", typed: "Stars ", by: guardian)
                #expect(made.items == preview.items && made.people.map(\.pseudonym) == ["Nominee 7Q4"])
                #expect(
                    made.items.map { "\($0.kind) \($0.number)" } == [
                        "chosen_name 1", "consent_giver 1", "file 1", "judge_words 5", "legal_name 1", "statement 1",
                        "text 1",
                    ])
                #expect(made.items.allSatisfy { $0.keysHash.count == 64 })
                #expect(try await left(house) == [])
                #expect(try await retention.certificate(made.id, by: guardian) == made)
                #expect(try await later.services.check.violations() == [])
                #expect(try await later.services.awards.verifyFreeze("stars", by: night.staff).holds)
                await #expect(throws: RetentionRefusal.deletedAlready) {
                    try await retention.sheet(night.winner, by: guardian)
                }
                await #expect(throws: RetentionRefusal.deletedAlready) {
                    try await retention.handOver(night.winner, nil, by: guardian)
                }
            }
        }
    }

    @Test("The job deletes when the time is over, handed over or not, and not a day before; the embargo counts")
    func retention() async throws {
        try await with { night, guardian async throws in
            let house = night.stars.week.house
            _ = try await night.stars.awards.setEmbargo("stars", until: try moment("2018-03-01 12:00"), by: night.staff)
            await #expect(throws: RetentionRefusal.monthsOutOfRange) {
                try await house.services.retention.keep("stars", months: 121, by: guardian)
            }
            await #expect(throws: AccessRefusal.self) {
                try await house.services.retention.keep("stars", months: 6, by: night.staff)
            }
            _ = try await house.services.retention.keep("stars", months: 6, by: guardian)
            try await house.beside(now: "2018-08-31 09:00") { later async throws in
                #expect(try await later.services.retention.purgeDue() == nil)
            }
            try await house.beside(now: "2018-09-02 09:00") { later async throws in
                let worker = MessageWorker(house: later.services.house, renderer: Silent())
                try await worker.work(on: [.retention])
                let certificate = try #require(
                    try await later.services.retention.certificates(of: "stars", by: guardian).first)
                #expect(certificate.by == nil && certificate.people.map(\.rule) == [.retention])
                #expect(try await left(house) == [])
                #expect(try await later.services.retention.purgeDue() == nil)
            }
        }
    }

    @Test("Nothing brings back what is deleted: not the services, nor an operator's SQL")
    func stays() async throws {
        try await with { night, guardian async throws in
            let house = night.stars.week.house
            try await house.beside(now: "2019-03-14 09:00") { later async throws in
                _ = try await later.services.retention.purge("stars", by: guardian)
                await #expect(throws: (any Error).self) {
                    try await later.services.protection.write(
                        .approved, "Again.", approval: "Told me", of: night.winner, by: night.staff)
                }
                await #expect(throws: (any Error).self) {
                    try await later.services.ceremonies.name(night.winner, as: "Zed", said: nil, by: night.staff)
                }
            }
            for sql in [
                "insert into young_person_name select nominee_id, 'Zebedee Quill' from purge_nominee",
                "update consent set giver = 'Petra Quill'", "delete from purge_nominee",
                "set local practiceweek.purging = 'yes'; update consent set giver = 'Petra Quill'",
            ] {
                await #expect(throws: PostgresError.self) {
                    try await house.asOwner { owner in try await owner.transaction { try await $0.execute(unsafe: sql) }
                    }
                }
            }
        }
    }

    private struct Silent: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            RenderedLetter(subject: "s", text: "t")
        }
    }
}

private struct LeftOfYoung: Statement {
    static let sql = """
        with n as (select id from app.nominee where pseudonym is not null)
        select 'name ' || legal_name from app.young_person_name where nominee_id in (select id from n)
        union all select 'chosen ' || name from app.ceremony_name where nominee_id in (select id from n)
        union all select 'statement ' || statement from app.nomination where nominee_id in (select id from n) and statement <> '(deleted)'
        union all select 'giver ' || giver from app.consent where nominee_id in (select id from n) and giver <> '(deleted)'
        union all select 'text ' || text from app.candidate_text where candidate_id in (select id from app.candidate where nominee_id in (select id from n))
        union all select distinct 'comment ' || comment from app.ballot where comment <> ''
            and candidate_id in (select id from app.candidate where nominee_id in (select id from n))
        union all select distinct 'conflict ' || reason from app.conflict where kind in ('declared', 'imposed') and reason <> '(deleted)'
            and candidate_id in (select id from app.candidate where nominee_id in (select id from n))
        union all select distinct 'voided ' || reason from app.voided_ballot where reason <> '(deleted)'
            and candidate_id in (select id from app.candidate where nominee_id in (select id from n))
        order by 1
        """

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
