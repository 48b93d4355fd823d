import Foundation
import LocalCluster
package import Logging
import Postgres
import Store

/// One throw-away PostgreSQL for all tests of a process, with a migrated template that every test's database is copied from. The
/// server and its directory vanish however the process ends; databases are never dropped one by one.
package actor TestCluster {
    package static let shared = TestCluster()

    private struct Running {
        let cluster: LocalCluster
        let connection: LocalCluster.Connection
    }

    private var starting: Task<Running, any Error>?
    private var number = 0

    /// The repository's own folders.
    package static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    package static var logger: Logger {
        var logger = Logger(label: "tests")
        logger.logLevel = .critical
        return logger
    }

    /// The connection string of a fresh, migrated database.
    package func database() async throws -> String {
        try await copy(of: "template_migrated")
    }

    /// The connection string of a fresh, empty database.
    package func emptyDatabase() async throws -> String {
        try await copy(of: "template0")
    }

    /// The server's own database, for tests of the client.
    package func server() async throws -> String {
        try await running().connection.conninfo
    }

    private func copy(of template: String) async throws -> String {
        let running = try await running()
        number += 1
        let name = "test_\(number)"
        let client = PostgresClient(.patient(running.connection.conninfo), logger: Self.logger)
        do {
            try await client.execute(unsafe: "create database \(name) template \(template)")
            await client.close()
        } catch {
            await client.close()
            throw error
        }
        return running.connection.with(database: name).conninfo
    }

    private func running() async throws -> Running {
        if let starting { return try await starting.value }
        let task = Task { try await Self.start() }
        starting = task
        return try await task.value
    }

    private static func start() async throws -> Running {
        let directory = NSTemporaryDirectory() + "/practiceweek-tests-\(getpid())"
        let cluster = LocalCluster(directory: directory, settings: .throwAway)
        let connection = try await cluster.start()
        try await cluster.removeWithProgram()
        let server = PostgresClient(.patient(connection.conninfo), logger: logger)
        try await server.execute(unsafe: "create database template_migrated template template0 encoding 'UTF8'")
        await server.close()
        let template = PostgresClient(
            .patient(
                connection.with(database: "template_migrated").conninfo,
                sessionSettings: ["search_path": "app,public", "timezone": "UTC"]),
            logger: logger)
        try await Migrator(client: template, directory: "\(root)/sql", isTest: true).migrate()
        await template.close()
        return Running(cluster: cluster, connection: connection)
    }
}
