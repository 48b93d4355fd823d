import Foundation
import Postgres
import TestSupport
import Testing

@testable import Store

@Suite("Bringing the schema up")
struct MigratorTests {
    private static let sql = "\(TestCluster.root)/sql"

    private static var names: [String] {
        get throws {
            try ["migrations", "views"].flatMap { folder in
                try FileManager.default.contentsOfDirectory(atPath: "\(sql)/\(folder)").sorted().map {
                    "\(folder)/\($0.dropLast(4))"
                }
            }
        }
    }

    /// A migrator of an empty database, with a folder of its own to edit.
    private func with(_ body: (_ client: PostgresClient, _ directory: String) async throws -> Void) async throws {
        let directory = NSTemporaryDirectory() + "/practiceweek-migrations-\(UUID().uuidString)"
        // The folder may be reached through a link: a copy of that would be the folder itself, and no test writes there.
        let source = URL(fileURLWithPath: Self.sql).resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: source, to: URL(fileURLWithPath: directory))
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try await StoreDatabase.withOwner(of: TestCluster.shared.emptyDatabase()) { client in
            try await body(client, directory)
        }
    }

    private func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    @Test("From nothing everything is applied, and then nothing is left")
    func fromEmpty() async throws {
        try await with { client, directory async throws in
            let migrator = Migrator(client: client, directory: directory, isTest: true)
            #expect(try await migrator.pending() == (try Self.names))
            #expect(try await migrator.migrate() == (try Self.names))
            #expect(try await migrator.pending() == [])
            #expect(try await migrator.migrate() == [])
        }
    }

    @Test("Two programs that migrate at once apply every file once")
    func atOnce() async throws {
        try await with { client, directory async throws in
            async let one = Migrator(client: client, directory: directory, isTest: true).migrate()
            async let two = Migrator(client: client, directory: directory, isTest: true).migrate()
            #expect(try await (one + two).sorted() == (try Self.names.sorted()))
        }
    }

    @Test("A migration that was edited after it had been applied is refused")
    func edited() async throws {
        try await with { client, directory async throws in
            let migrator = Migrator(client: client, directory: directory, isTest: true)
            try await migrator.migrate()
            let path = "\(directory)/migrations/0002_people_and_places.sql"
            try write(try String(contentsOfFile: path, encoding: .utf8) + "-- edited\n", to: path)
            await #expect(throws: Migrator.Problem.edited("migrations/0002_people_and_places")) {
                try await migrator.migrate()
            }
            await #expect(throws: Migrator.Problem.edited("migrations/0002_people_and_places")) {
                try await migrator.pending()
            }
        }
    }

    @Test("A view is applied again when its text has changed, alone")
    func changedView() async throws {
        try await with { client, directory async throws in
            let migrator = Migrator(client: client, directory: directory, isTest: true)
            try await migrator.migrate()
            let path = "\(directory)/views/01_rights.sql"
            try write(try String(contentsOfFile: path, encoding: .utf8) + "-- changed\n", to: path)
            #expect(try await migrator.pending() == ["views/01_rights"])
            #expect(try await migrator.migrate() == ["views/01_rights"])
            #expect(try await migrator.pending() == [])
        }
    }

    @Test("A database that has had more than the program knows is not touched by it")
    func ahead() async throws {
        try await with { client, directory async throws in
            try write("create table later (a int);", to: "\(directory)/migrations/9000_later.sql")
            try await Migrator(client: client, directory: directory, isTest: true).migrate()
            let older = Migrator(client: client, directory: Self.sql, isTest: true)
            await #expect(throws: Migrator.Problem.newerThanProgram("migrations/9000_later")) {
                try await older.pending()
            }
        }
    }

    @Test("A migration that fails leaves nothing of itself, and those before it stand")
    func fails() async throws {
        try await with { client, directory async throws in
            let path = "\(directory)/migrations/9000_broken.sql"
            try write("create table half (a int); select 1 / 0;", to: path)
            let migrator = Migrator(client: client, directory: directory, isTest: true)
            await #expect(throws: PostgresError.self) { try await migrator.migrate() }
            let wanting = ["migrations/9000_broken"] + (try Self.names.filter { $0.hasPrefix("views/") })
            #expect(try await migrator.pending() == wanting)
            try write("create table half (a int);", to: path)
            #expect(try await migrator.migrate() == wanting)
        }
    }

    @Test("A folder without migrations is named")
    func noFiles() async throws {
        try await with { client, directory async throws in
            await #expect(throws: Migrator.Problem.noFiles("\(directory)/sites/migrations")) {
                try await Migrator(client: client, directory: "\(directory)/sites").pending()
            }
        }
    }

    @Test("Once a test database, always one; and no other becomes one", arguments: [true, false])
    func forEver(isTest: Bool) async throws {
        try await with { client, directory async throws in
            try await Migrator(client: client, directory: directory, isTest: isTest).migrate()
            try await Migrator(client: client, directory: directory, isTest: !isTest).migrate()
            #expect(try await client.read(InstallationState()).map(\.isTest) == [isTest])
        }
    }

    @Test("The clock starts elsewhere in a test database only", arguments: [true, false])
    func clock(isTest: Bool) async throws {
        let conninfo = try await TestCluster.shared.emptyDatabase()
        try await StoreDatabase.withOwner(of: conninfo) { client async throws in
            _ = try await Migrator(client: client, directory: Self.sql, isTest: isTest).migrate()
        }
        try await StoreDatabase.with(TestHouse.configuration(conninfo, offset: 86_400), leases: 1) {
            client async throws in
            #expect(try await client.read(ClockIsAhead()) == [isTest])
        }
    }
}

/// Whether the house's clock is about a day ahead of the real one. About: the two are not read at the same moment.
private struct ClockIsAhead: Statement {
    static let sql = "select app.app_now() - clock_timestamp() > interval '23 hours'"

    static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
