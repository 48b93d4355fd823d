import Domain
import Foundation
import Postgres
import Services
import Store
import TestSupport
import Testing

@Suite("An invariant that is broken is found")
struct InvariantTests {
    struct Planted: Sendable, CustomStringConvertible {
        let invariant: String
        let sql: String

        var description: String { invariant }
    }

    /// In the world of `with`: session 1 has p1 confirmed, p2 and p3 waiting; session 2 is at the same time.
    static let planted = [
        Planted(
            invariant: "I01_never_oversold",
            sql: "alter table session drop constraint session_never_oversold; update session set taken = capacity + 1"),
        Planted(invariant: "I02_counters_agree", sql: "update session set waiting = 7 where id = 1"),
        Planted(
            invariant: "I03_one_live_booking",
            sql: """
                drop index booking_one_live;
                insert into booking (session_id, person_id, state) select session_id, person_id, 'waiting' from booking where state = 'confirmed'
                """),
        Planted(
            invariant: "I04_nobody_waits_beside_a_free_place",
            sql: "update booking set state = 'cancelled' where state = 'confirmed'"),
        Planted(
            invariant: "I05_promoted_in_order",
            sql: """
                update booking set state = 'cancelled' where state = 'confirmed';
                with last as (update booking set state = 'confirmed' where id = (select max(id) from booking) returning id)
                insert into booking_history (booking_id, from_state, to_state, at) select id, 'waiting', 'confirmed', '2018-01-16' from last
                """),
        Planted(
            invariant: "I06_no_double_booking",
            sql: """
                with new as (insert into booking (session_id, person_id, state)
                    select 2, person_id, 'confirmed' from booking where state = 'confirmed' returning id)
                insert into booking_history (booking_id, to_state, at) select id, 'confirmed', '2018-01-16' from new
                """),
        Planted(
            invariant: "I07_one_answer_per_key",
            sql: """
                alter table idempotency drop constraint idempotency_once;
                insert into idempotency (actor_id, key, request_hash, answer) select 1, 'key', sha256('x'), '{}' from generate_series(1, 2)
                """),
        Planted(
            invariant: "I08_every_message_owed_once",
            sql:
                "insert into booking_history (booking_id, from_state, to_state) select id, state, 'cancelled' from booking limit 1"
        ),
        Planted(
            invariant: "I10_inside_the_window",
            sql:
                "insert into booking (session_id, person_id, state, booked_at) select 2, max(person_id) + 1, 'confirmed', '2018-01-29 12:00Z' from booking"
        ),
        Planted(
            invariant: "I11_audit_unbroken",
            sql: """
                insert into audit_seal (first_entry, last_entry, entries, hash)
                select min(a.id), max(a.id), count(*), sha256(string_agg(sha256(convert_to(a::text, 'UTF8')), ''::bytea order by a.id))
                from audit_entry a;
                set local session_replication_role = replica;
                update audit_entry set reason = 'tampered with' where id = 1
                """),
        Planted(
            invariant: "I12_fair_ballots_and_decisions",
            sql: """
                set local session_replication_role = replica;
                alter table decision drop constraint decision_has_quorum;
                with one as (insert into candidate (scheme_id, category_id, nominee_id, code) values (1, 1, 1, '2345') returning id)
                insert into decision (candidate_id, category_id, scheme_id, outcome, winners, ballots, quorum, reason)
                select id, 1, 1, 'commended', 1, 1, 2, 'One ballot will do' from one
                """),
        Planted(
            invariant: "I13_frozen_results_hold",
            sql: """
                insert into scheme (slug, title, kind, opens_at, closes_at, state, rules, rules_hash, published_at)
                values ('awards', 'Awards', 'competitive', '2018-01-01', '2018-01-31', 'frozen', 'rules', sha256('rules'), '2018-01-01')
                """),
        Planted(
            invariant: "I15_no_dead_leases",
            sql:
                "update outbox set leased_until = '2018-01-01', leased_by = 'somebody' where id = (select min(id) from outbox)"
        ),
        Planted(invariant: "I16_release_agrees", sql: "update event set latest_release = 7"),
        Planted(
            invariant: "I17_winners_shown_by_two",
            sql: """
                set local session_replication_role = replica;
                insert into ceremony (slug, title, room_id, starts_at) values ('night', 'Night', 1, '2018-02-02 19:00Z');
                insert into ceremony_cue (ceremony_id, state) values (1, 'done')
                """),
        Planted(
            invariant: "I18_purged_stays_purged",
            sql: """
                set local session_replication_role = replica;
                insert into purge_nominee values (1, 1, 'retention');
                insert into young_person_name values (1, 'Zebedee Quill')
                """),
    ]

    private func with(_ body: (TestHouse) async throws -> Void) async throws {
        let house = try await TestHouse.open()
        let week = try await TestWeek.make(in: house)
        let session = try await week.session(capacity: 1)
        try await week.session("Same time", starts: "2018-01-29 10:00", capacity: 5)
        for email in ["p1@example.org", "p2@example.org", "p3@example.org"] { try await week.book(session, email) }
        try await body(house)
        await house.database.close()
    }

    @Test("Each of them", arguments: planted)
    func found(_ planted: Planted) async throws {
        try await with { house async throws in
            #expect(try await house.services.check.violations() == [])
            try await house.asOwner { owner in
                try await owner.transaction { try await $0.execute(unsafe: planted.sql) }
            }
            let broken = try await house.services.check.violations().map(\.invariant)
            #expect(broken.contains(planted.invariant))
        }
    }

    @Test("None is without such a proof")
    func complete() async throws {
        try await with { house async throws in
            #expect(try house.services.check.invariants() == Self.planted.map(\.invariant))
        }
    }

    @Test("The audit that the worker sealed is unbroken, seal after seal")
    func sealed() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.beside(now: "2018-01-15 09:10") { later async throws in
                #expect(try await later.database.transaction { try await $0.affected(SealAudit()) } == 1)
                _ = try await later.services.people.addSite("Saltwells", by: later.operating)
            }
            try await house.beside(now: "2018-01-15 09:20") { later async throws in
                #expect(try await later.database.transaction { try await $0.affected(SealAudit()) } == 1)
                #expect(try await later.database.transaction { try await $0.affected(SealAudit()) } == 0)
            }
        }
    }
}
