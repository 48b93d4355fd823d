import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Every rule of the schema can be met")
struct ConstraintTests {
    @Test("What breaks a rule is refused by the rule's name", arguments: Violation.all)
    func refused(_ violation: Violation) async throws {
        let owner = try await Populated.shared.owner()
        do {
            try await owner.transaction { try await $0.execute(unsafe: violation.sql) }
            Issue.record("it was let through")
        } catch let error as PostgresError {
            #expect(error.constraint == violation.rule)
            #expect(error.sqlState == violation.kind.rawValue)
        }
    }

    @Test(
        "A deferred rule lets the statement pass and stops the commit",
        arguments: Violation.all.filter { $0.kind == .exclusion && !Violation.atOnce.contains($0.rule) })
    func deferred(_ violation: Violation) async throws {
        let owner = try await Populated.shared.owner()
        try await owner.transaction { transaction in
            transaction.rollbackAtEnd()
            try await transaction.execute(unsafe: violation.sql)
        }
    }

    @Test("No constraint or unique index of the schema is missing from the table")
    func complete() async throws {
        let owner = try await Populated.shared.owner()
        let rules = Set(try await owner.read(RulesOfSchema()))
        let broken = Set(Violation.all.map(\.rule))
        #expect(rules.count > 150)
        #expect(rules.subtracting(broken) == Set(Violation.unbreakable.keys))
    }

    @Test("No refusal of a trigger is missing from the table")
    func triggers() async throws {
        let directory = "\(TestCluster.root)/sql/migrations"
        var named: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: directory) {
            let text = try String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)
            for match in text.matches(of: /constraint = '(\w+)', message/) { named.insert(String(match.1)) }
        }
        let owner = try await Populated.shared.owner()
        let kept = try await owner.read(TablesThatAreKept()).map { "\($0)_is_append_only" }
        #expect(named.count >= 6)
        #expect(kept.count >= 6)
        #expect(named.union(kept).subtracting(Violation.all.map(\.rule)) == [])
    }

    @Test("No rule of the table has gone from the schema")
    func noneForgotten() async throws {
        let owner = try await Populated.shared.owner()
        let rules = Set(try await owner.read(RulesOfSchema()))
        for (rule, reason) in Violation.unbreakable { #expect(rules.contains(rule), "\(rule): \(reason)") }
    }
}

/// The names of all constraints and of the unique indexes that stand for one.
private struct RulesOfSchema: Statement {
    static let sql = """
        select conname::text from pg_constraint where connamespace = 'app'::regnamespace
        union select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indisunique and c.relnamespace = 'app'::regnamespace
        """

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

private struct TablesThatAreKept: Statement {
    static let sql = """
        select distinct c.relname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
        where p.proname = 'history_is_kept'
        """

    static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
