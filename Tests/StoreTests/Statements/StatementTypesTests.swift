import Foundation
import Postgres
import TestSupport
import Testing

@testable import Store

@Suite("Every statement fits the migrated schema")
struct StatementTypesTests {
    private func types(_ statement: some Statement) throws -> StatementTypes { try StatementTypes.of(statement) }

    private func describe(_ statement: some Statement, _ client: PostgresClient) async throws -> StatementDescription {
        try await client.describe(statement)
    }

    private func run(_ statement: some Statement, _ client: PostgresClient) async throws {
        try await client.transaction { transaction in
            transaction.rollbackAtEnd()
            _ = try await transaction.run(statement)
        }
    }

    private func name(_ statement: some Statement) -> String { "\(type(of: statement))" }

    @Test("The types that Swift binds and decodes are those that the server takes and gives")
    func types() async throws {
        try await StoreDatabase.withClient(leases: 1) { client async throws in
            try await client.execute(unsafe: "create temporary table invariant_rows (object text, finding text)")
            for statement in Samples.all {
                let server = try await describe(statement, client)
                #expect(try types(statement).mismatches(with: server) == [], "\(name(statement))")
            }
        }
    }

    @Test("The program's own role may run each of them, and each can be run")
    func grants() async throws {
        try await StoreDatabase.withClient { client async throws in
            let owners = Set(Samples.migrator.map { name($0) } + ["InvariantRows"])
            for statement in Samples.all where !owners.contains(name(statement)) {
                do {
                    try await run(statement, client)
                } catch let error as PostgresError {
                    // An empty database has nobody to refer to; anything else would be a fault of the statement.
                    let met = ["ballot_in_open_round", "decision_before_freeze"].contains(error.constraint)
                    #expect(
                        error.sqlState == "23503" || error.sqlState == "23502" || met, "\(name(statement)): \(error)")
                }
            }
        }
    }

    @Test("No statement of the store is missing from the list")
    func complete() throws {
        let listed = Samples.all.map { name($0) }
        #expect(Set(listed).count == listed.count)
        let declared = try declared()
        #expect(declared.subtracting(listed) == [])
        #expect(Set(listed).subtracting(declared) == [])
    }

    /// The types declared with `: Statement` in the store's sources.
    private func declared() throws -> Set<String> {
        let root = URL(fileURLWithPath: "\(TestCluster.root)/Sources/Store").resolvingSymlinksInPath().path
        let files = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
        let declaration = /\b(?:struct|enum|class|actor|extension)\s+(\w+)[^{]*?:[^{]*?\bStatement\b/
        var names: Set<String> = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
            for line in text.split(separator: "\n") {
                if let match = line.firstMatch(of: declaration) { names.insert(String(match.1)) }
            }
        }
        return names
    }
}
