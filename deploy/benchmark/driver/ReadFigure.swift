import Foundation
import Postgres

/// One row of twenty columns by its key, asked for by 64 callers at once: our shared pipelined connections and a
/// connection each in pgbench. Every row is decoded.
struct ReadFigure {
    static let rounds = 3
    /// Rows that every caller asks for in one round.
    static let each = 1_500

    let database: Database

    func measure(into table: Table) async throws {
        guard let first = database.sessions.first?.key, let last = database.sessions.last?.key else { return }
        let script = "\\set id random(\(first), \(last))\n\(OneSession.sql.replacing("$1", with: ":id"));\n"
        _ = try await rate(first...last, each: 200)
        var ours: [Double] = []
        var theirs: [Double] = []
        for _ in 0..<Self.rounds {
            theirs.append(try database.pgbench.run(script, each: Self.each))
            ours.append(try await rate(first...last, each: Self.each))
        }
        say("one row: ours \(ours.map { Int($0) }), pgbench \(theirs.map { Int($0) })")
        try table.add(
            "one indexed row, 64 callers", ours: "\(Int(median(ours)))/s", against: "pgbench \(Int(median(theirs)))/s",
            ratio: median(ours) / median(theirs), target: 0.9)
    }

    /// Rows per second.
    private func rate(_ keys: ClosedRange<Int>, each: Int) async throws -> Double {
        let client = database.client
        let took = try await together(PgBench.clients) { _ in
            for _ in 0..<each {
                guard try await client.read(OneSession(key: Int.random(in: keys))).count == 1 else {
                    throw Failure("a row is missing")
                }
            }
        }
        return Double(each * PgBench.clients) / took
    }
}

struct OneSession: Statement {
    static let sql = """
        select id, public_id, event_id, reference, title, kind, strand_id, description, starts_at, ends_at, minutes, room_id,
            online_url, capacity, taken, waiting, state, revision, sequence, changed_at
        from session where id = $1
        """
    struct Row: Sendable {
        let key: Int
        let publicID: UUID
        let event: Int
        let reference: String
        let title: String
        let kind: String
        let strand: Int?
        let description: String
        let startsAt: Date?
        let endsAt: Date?
        let minutes: Int
        let room: Int?
        let onlineURL: String?
        let capacity: Int
        let taken: Int
        let waiting: Int
        let state: String
        let revision: Int
        let sequence: Int
        let changedAt: Date
    }

    let key: Int

    func bind(to parameters: inout Parameters) { parameters.append(key) }

    static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            key: row.next(), publicID: row.next(), event: row.next(), reference: row.next(), title: row.next(),
            kind: row.next(),
            strand: row.next(), description: row.next(), startsAt: row.next(), endsAt: row.next(), minutes: row.next(),
            room: row.next(), onlineURL: row.next(), capacity: row.next(), taken: row.next(), waiting: row.next(),
            state: row.next(), revision: row.next(), sequence: row.next(), changedAt: row.next())
    }
}
