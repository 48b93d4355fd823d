import Foundation
package import Postgres

/// Brings a database's schema up: numbered migrations, each in a transaction of its own and never edited afterwards, then
/// views and functions where their text has changed.
package struct Migrator: Sendable {
    /// Why a schema could not be brought up or used.
    package enum Problem: Error, Equatable, CustomStringConvertible {
        case noFiles(String)
        case edited(String)
        case newerThanProgram(String)
        case pending([String])

        package var description: String {
            switch self {
            case .noFiles(let directory): "There are no migrations in \(directory). Say where they are with --sql-dir."
            case .edited(let name):
                "The migration \(name) was edited after it had been applied. Restore its text; add a new one instead."
            case .newerThanProgram(let name):
                "The database has had \(name), which this program does not know. Run the newer program."
            case .pending(let names):
                "The database's schema is not this program's: \(names.joined(separator: ", ")) not applied. Run `practiceweek migrate`."
            }
        }
    }

    let client: PostgresClient
    let directory: String
    let isTest: Bool
    let isDemo: Bool

    /// - Parameters:
    ///   - client: connected as an owner of the database, without a role set.
    ///   - directory: holds `migrations` and `views`.
    package init(client: PostgresClient, directory: String, isTest: Bool = false, isDemo: Bool = false) {
        self.client = client
        self.directory = directory
        self.isTest = isTest
        self.isDemo = isDemo
    }

    /// Applies what is missing and answers its names.
    @discardableResult
    package func migrate() async throws -> [String] {
        try await client.execute(unsafe: Migrator.ledger)
        var done: [String] = []
        for file in try files("migrations") where try await apply(file, repeatable: false) { done.append(file.name) }
        for file in try files("views") where try await apply(file, repeatable: true) { done.append(file.name) }
        _ = try await client.transaction { try await $0.run(InsertInstallation(isTest: isTest, isDemo: isDemo)) }
        return done
    }

    /// What is missing; throws when the database is ahead of the program or a migration was edited.
    package func pending() async throws -> [String] {
        let ledger: [AppliedMigrations.Row]
        do {
            ledger = try await client.transaction { try await $0.run(AppliedMigrations()) }
        } catch let error as PostgresError where error.sqlState == "42P01" || error.sqlState == "3F000" {
            return try files("migrations").map(\.name) + files("views").map(\.name)
        }
        let applied = Dictionary(ledger.map { ($0.name, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        let files = try files("migrations").map { ($0, false) } + files("views").map { ($0, true) }
        if let unknown = applied.keys.sorted().first(where: { name in !files.contains { $0.0.name == name } }) {
            throw Problem.newerThanProgram(unknown)
        }
        var missing: [String] = []
        for (file, repeatable) in files {
            let sum = try await checksum(file.text)
            if applied[file.name] == sum { continue }
            if applied[file.name] != nil, !repeatable { throw Problem.edited(file.name) }
            missing.append(file.name)
        }
        return missing
    }

    private struct File {
        let name: String
        let text: String
    }

    private func files(_ folder: String) throws -> [File] {
        let path = "\(directory)/\(folder)"
        guard
            let names = try? FileManager.default.contentsOfDirectory(atPath: path).filter({ $0.hasSuffix(".sql") })
                .sorted(), !names.isEmpty
        else { throw Problem.noFiles(path) }
        return try names.map {
            File(
                name: "\(folder)/\($0.dropLast(4))", text: try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8))
        }
    }

    private func checksum(_ text: String) async throws -> String {
        try await client.transaction { try await $0.first(Checksum(text: text)) } ?? ""
    }

    private func apply(_ file: File, repeatable: Bool) async throws -> Bool {
        try await client.transaction(TransactionOptions(statementTimeout: .seconds(60))) { transaction in
            try await transaction.execute(
                unsafe: "select pg_advisory_xact_lock(1, 1); set local search_path = app, public")
            let sum = try await transaction.first(Checksum(text: file.text)) ?? ""
            if let before = try await transaction.run(AppliedMigrations()).first(where: { $0.name == file.name }) {
                if before.checksum == sum { return false }
                guard repeatable else { throw Problem.edited(file.name) }
            }
            try await transaction.execute(unsafe: file.text)
            try await transaction.run(RecordMigration(name: file.name, checksum: sum))
            return true
        }
    }

    private static let ledger = """
        select pg_advisory_xact_lock(1, 1);
        do $$ begin
            if not exists (select from pg_namespace where nspname = 'app') then
                create schema app;
            end if;
        end $$;
        create table if not exists app.schema_migration (
            name text primary key,
            checksum text not null,
            applied_at timestamptz not null default clock_timestamp()
        )
        """
}
