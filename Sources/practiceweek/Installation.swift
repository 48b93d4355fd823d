import Domain
import Exchange
import Foundation
import LocalCluster
import Logging
import Postgres
import Services
import Store

/// One installation, opened: its database is up and current, its services stand. Closing it gives the embedded database back.
struct Installation {
    let configuration: Configuration
    let cluster: LocalCluster?
    let database: PostgresClient
    let services: Services
    let sqlDirectory: String
    let logger: Logger

    var osUser: String { NSUserName() }

    var operating: Actor { Actor(.operating, channel: .shell, osUser: osUser) }

    /// - Parameters:
    ///   - baseURL: what addresses begin with if nothing else is said.
    ///   - say: progress for the person who waits.
    static func open(
        _ options: GlobalOptions, baseURL: String = "http://127.0.0.1:8080", logger: Logger? = nil,
        say: (String) -> Void = { _ in }
    ) async throws -> Installation {
        let configuration = try Configuration(demo: options.demo)
        let sql = try Places.sql(options.sqlDir)
        let log = logger ?? .standard(level: .warning)
        let embedded = configuration.databaseURL == nil
        var cluster: LocalCluster?
        let conninfo: String
        if let url = configuration.databaseURL {
            conninfo = url
        } else {
            (cluster, conninfo) = try await startCluster(configuration, say)
        }
        do {
            let fresh = try await bringUp(conninfo, sql, configuration, embedded: embedded, log, say)
            let offset = configuration.now.map { $0.timeIntervalSinceNow } ?? 0
            let database = PostgresClient(appConfiguration(conninfo, clockOffset: offset), logger: log)
            let isTest = offset == 0 ? false : try await Installation.isTest(database)
            let outside = Outside.real(mail: try configuration.transport(), clockOffset: isTest ? offset : 0)
            let services = Services(
                database: database, outside: outside, settings: configuration.services(baseURL: baseURL),
                sqlDirectory: sql, logger: log)
            let installation = Installation(
                configuration: configuration, cluster: cluster, database: database, services: services,
                sqlDirectory: sql, logger: log)
            if configuration.isDemo { try await installation.seedDemo(fresh: fresh, say) }
            return installation
        } catch {
            try? await cluster?.stop()
            throw error
        }
    }

    func close() async {
        await services.changes.flush()
        await database.close()
        try? await cluster?.stop()
    }

    /// Opens, runs and closes, whatever happens.
    static func with<Answer>(
        _ options: GlobalOptions, say: (String) -> Void = { _ in }, _ body: (Installation) async throws -> Answer
    ) async throws -> Answer {
        try await reporting {
            let installation = try await open(options, say: say)
            do {
                let answer = try await body(installation)
                await installation.close()
                return answer
            } catch {
                await installation.close()
                throw error
            }
        }
    }

    static let databaseName = "practiceweek"

    static func cluster(_ configuration: Configuration) -> LocalCluster {
        LocalCluster(
            directory: "\(configuration.state)/postgres", settings: configuration.isTest ? .throwAway : .production)
    }

    private static func startCluster(_ configuration: Configuration, _ say: (String) -> Void) async throws -> (
        LocalCluster, String
    ) {
        let path = "\(configuration.state)/postgres"
        if !FileManager.default.fileExists(atPath: path) { say("Making a database in \(configuration.state) …") }
        try FileManager.default.createDirectory(
            atPath: configuration.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let cluster = cluster(configuration)
        let connection = try await cluster.start()
        return (cluster, connection.with(database: databaseName).conninfo)
    }

    /// Migrates an embedded database; of a served one, only asks whether it is current. Answers whether it was just made.
    private static func bringUp(
        _ conninfo: String, _ sql: String, _ configuration: Configuration, embedded: Bool, _ logger: Logger,
        _ say: (String) -> Void
    ) async throws -> Bool {
        if embedded { try await makeDatabase(conninfo, logger) }
        let client = PostgresClient(ownerConfiguration(conninfo), logger: logger)
        defer { _ = client }
        let migrator = Migrator(
            client: client, directory: sql, isTest: configuration.isTest, isDemo: configuration.isDemo)
        do {
            let pending = try await migrator.pending()
            if !pending.isEmpty {
                guard embedded else { throw Migrator.Problem.pending(pending) }
                say("Bringing the schema up …")
                try await migrator.migrate()
            }
            await client.close()
            return pending.contains("migrations/0001_foundation")
        } catch {
            await client.close()
            throw error
        }
    }

    private static func makeDatabase(_ conninfo: String, _ logger: Logger) async throws {
        let client = PostgresClient(
            PostgresConfiguration(conninfo.replacing("dbname='\(databaseName)'", with: "dbname='postgres'")),
            logger: logger)
        do {
            let exists =
                try await client.transaction { try await $0.first(DatabaseExists(name: databaseName)) } ?? false
            if !exists {
                try await client.execute(unsafe: "create database \(databaseName) template template0 encoding 'UTF8'")
            }
            await client.close()
        } catch {
            await client.close()
            throw error
        }
    }

    private static func isTest(_ database: PostgresClient) async throws -> Bool {
        try await database.transaction { try await $0.first(InstallationState()) }?.isTest ?? false
    }

    static func ownerConfiguration(_ conninfo: String) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(
            conninfo, sessionSettings: ["search_path": "app,public", "timezone": "UTC", "statement_timeout": "60s"])
        configuration.statementDeadline = .seconds(90)
        configuration.leases = 1
        return configuration
    }

    static func appConfiguration(_ conninfo: String, clockOffset: TimeInterval) -> PostgresConfiguration {
        var settings = [
            "role": "practiceweek_app", "search_path": "app,pg_temp", "timezone": "UTC", "statement_timeout": "5s",
            "lock_timeout": "3s",
            "idle_in_transaction_session_timeout": "10s", "jit": "off",
        ]
        if clockOffset != 0 { settings["app.clock_offset"] = "PT\(Int(clockOffset))S" }
        return PostgresConfiguration(conninfo, sessionSettings: settings)
    }

    /// Fills the demo on first use, so that its week begins on the Monday after next.
    private func seedDemo(fresh: Bool, _ say: (String) -> Void) async throws {
        guard try await services.people.people(by: operating).isEmpty else { return }
        say("Filling in the demo week …")
        let today = London.local(services.outside.now()).day
        let monday = today.adding(days: 14 - today.weekday.index)
        _ = try await Seed.load(directory: "\(Places.seed())/demo", starting: monday, services: services, by: operating)
    }
}

/// Whether a database of that name is there.
struct DatabaseExists: Statement {
    static let sql = "select exists (select from pg_database where datname = $1)"
    let name: String

    func bind(to parameters: inout Parameters) { parameters.append(name) }

    static func decode(_ row: inout RowReader) throws -> Bool { try row.next() }
}
