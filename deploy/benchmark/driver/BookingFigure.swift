import Domain
import Foundation
import Postgres
import Services
import Store

/// Booking by 64 callers, each time a person who has no place yet: in one hot session, and in any of 500. Ours is the
/// whole service; pgbench runs the same statements of one booking in one transaction on 64 connections, first a round
/// trip each and then, for comparison, in the two pipelines that ours sends.
struct BookingFigure {
    static let rounds = 3
    /// Bookings of one caller in one round; a hot session has room for all of them.
    static let hotEach = 24
    static let coldEach = 60

    let database: Database

    func measure(into table: Table) async throws {
        var people = database.firstPerson
        var hot = database.sessions.dropFirst(Database.coldSessions)
        func take(_ each: Int) -> Int {
            defer { people += each * PgBench.clients }
            return people
        }
        for isHot in [true, false] {
            let each = isHot ? Self.hotEach : Self.coldEach
            var ours: [Double] = []
            var theirs: [Double] = []
            var pipelined: [Double] = []
            for _ in 0..<Self.rounds {
                for way in 0..<3 {
                    let sessions = isHot ? hot.prefix(1) : database.sessions.prefix(Database.coldSessions)
                    if isHot { hot = hot.dropFirst() }
                    guard let first = sessions.first?.key, let last = sessions.last?.key else {
                        throw Failure("too few sessions")
                    }
                    try await database.owner.execute(unsafe: "checkpoint")
                    if way == 0 {
                        ours.append(try await book(sessions.map(\.reference), from: take(each), each: each))
                    } else {
                        let rate = try database.pgbench.run(
                            Self.script(pipelined: way == 2), each: each,
                            variables: ["base": take(each), "each": each, "n": 0, "first": first, "last": last])
                        if way == 1 { theirs.append(rate) } else { pipelined.append(rate) }
                    }
                }
            }
            let what = isHot ? "booking one hot session, 64 callers" : "booking 500 sessions, 64 callers"
            say(
                "\(what): ours \(ours.map { Int($0) }), pgbench \(theirs.map { Int($0) }), in pipelines \(pipelined.map { Int($0) })"
            )
            try table.add(
                what, ours: "\(Int(median(ours)))/s", against: "pgbench \(Int(median(theirs)))/s",
                ratio: median(ours) / median(theirs), target: 0.6)
            try table.note(
                "  the same, pgbench in pipelines", ours: "\(Int(median(ours)))/s",
                against: "pgbench \(Int(median(pipelined)))/s",
                ratio: median(ours) / median(pipelined))
        }
        try await check(booked: people - database.firstPerson, table)
    }

    /// Bookings per second through the service.
    private func book(_ references: [String], from first: Int, each: Int) async throws -> Double {
        let booking = database.services.booking
        let took = try await together(PgBench.clients) { caller in
            for number in 0..<each {
                let person = ID<Person>(rawValue: first + caller * each + number)
                let receipt = try await booking.book(
                    references.randomElement() ?? "", by: Actor(.person(person), channel: .web))
                guard receipt.state == .confirmed else { throw Failure("not confirmed: \(receipt)") }
            }
        }
        return Double(each * PgBench.clients) / took
    }

    private func check(booked: Int, _ table: Table) async throws {
        guard let found = try await database.owner.read(Found()).first else { return }
        say(
            "\(found.bookings) bookings, \(found.history) in the history, \(found.audit) audited, \(found.outbox) messages owed"
        )
        guard found.bookings == booked, found.history == booked, found.audit == booked, found.outbox == booked else {
            throw Failure("\(booked) were booked, and there are \(found)")
        }
        try table.add(
            "oversold sessions, wrong counters", ours: "\(found.oversold), \(found.wrong)", target: "0, 0",
            isMet: found.oversold == 0 && found.wrong == 0)
        let broken = try await database.services.check.violations()
        for violation in broken.prefix(5) { say("\(violation.invariant): \(violation.object): \(violation.finding)") }
        try table.add("every invariant after it", ours: "\(broken.count) broken", target: "0", isMet: broken.isEmpty)
    }

    /// One booking as the service writes it for one request, its values as pgbench's variables.
    static func script(pipelined: Bool) -> String {
        let session = ":session::bigint"
        let person = "array[:person]"
        let decide = [
            "begin isolation level read committed", filled(LockSessions.sql, ["array[:session]"]),
            filled(LockPeople.sql, ["\(person)::bigint[]"]),
            filled(SessionFactsStatement.sql, [session]),
            filled(CandidateFactsStatement.sql, [session, "\(person)::bigint[]"]),
        ]
        let write = [
            filled(
                InsertBookings.sql,
                [
                    session, "array[gen_random_uuid()]", person, "array['confirmed']", person, "array['person']",
                    "array[null]",
                    "array['web']", "array[null]", "array[null]", "false", "'practiceweek.example.org'", "true",
                    "'booking.book'",
                ]), "commit",
        ]
        var lines = [
            "\\set session random(:first, :last)", "\\set person :base + :client_id * :each + :n", "\\set n :n + 1",
        ]
        for statements in [decide, write] {
            if pipelined { lines.append("\\startpipeline") }
            lines += statements.map { "\($0);" }
            if pipelined { lines.append("\\endpipeline") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// SQL with `$1`, `$2` … replaced, the last first, so that `$1` is not taken for the start of `$14`.
    private static func filled(_ sql: String, _ values: [String]) -> String {
        var text = sql
        for (index, value) in values.enumerated().reversed() { text = text.replacing("$\(index + 1)", with: value) }
        return text
    }
}

/// What the bookings left behind.
struct Found: Statement {
    static let sql = """
        select (select count(*) from booking), (select count(*) from booking_history),
            (select count(*) from audit_entry where action = 'booking.book'), (select count(*) from outbox),
            (select count(*) from session where taken > capacity),
            (select count(*) from session s where taken <> (select count(*) from booking b where b.session_id = s.id and b.state = 'confirmed'))
        """
    struct Row: Sendable {
        let bookings: Int
        let history: Int
        let audit: Int
        let outbox: Int
        let oversold: Int
        let wrong: Int
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            bookings: row.next(), history: row.next(), audit: row.next(), outbox: row.next(), oversold: row.next(),
            wrong: row.next())
    }
}
