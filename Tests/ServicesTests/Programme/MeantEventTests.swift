import Domain
import Postgres
import Services
import TestSupport
import Testing

/// How many advisory locks are held in the database.
private struct HeldLocks: Statement {
    static let sql = """
        select count(*) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.granted and d.datname = current_database()
        """

    func bind(to parameters: inout Parameters) {}

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

@Suite("An event named by the beginning of its slug")
struct MeantEventTests {
    private func with(_ body: (TestHouse, TestWeek, _ console: Actor) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await body(house, week, try await week.actor("officer@example.org", .console))
        }
    }

    @Test("is released with every session locked, and recorded under its whole slug")
    func release() async throws {
        try await with { house, week, console async throws in
            for hour in 9...11 {
                try await week.session(starts: "2018-01-29 \(hour == 9 ? "0" : "")\(hour):00", release: false)
            }
            let locks = try await house.asOwner { owner in
                try await house.services.work { work in
                    let release = try await house.services.programme.publishRelease("we", by: console, in: work)
                    #expect(release.number == 1 && release.sessions == 3)
                    return try await owner.read(HeldLocks()).first
                }
            }
            #expect(locks == 3)
            #expect(try await house.services.audit.newest(1, by: week.admin).first?.object == "release:week/1")
        }
    }

    @Test("finds its own strands")
    func strands() async throws {
        try await with { house, week, console async throws in
            let programme = house.services.programme
            _ = try await programme.addStrand(event: "we", strand: "voice", name: "Voice of the child", by: console)
            await #expect(throws: ProgrammeRefusal.slugTaken("voice")) {
                try await programme.addStrand(event: "we", strand: "voice", name: "Voice again", by: console)
            }
            let session = try await programme.addSession(
                NewSession(event: "we", title: "Listening", strand: "voice"), by: console)
            #expect(session.event == "week" && session.strand == "Voice of the child")
        }
    }

    @Test("is not found by its beginning anywhere but at the console")
    func web() async throws {
        try await with { house, week, _ async throws in
            try await week.session(release: false)
            await #expect(throws: PeopleRefusal.self) {
                try await house.services.programme.publishRelease("we", by: week.staff)
            }
        }
    }
}
