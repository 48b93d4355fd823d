import Domain
import Foundation
import LocalCluster
import Logging
import Mail
import Postgres
import Services
import Store

/// A cluster with the settings of production, fsync on, with people and a released event of online sessions: the services
/// on it as the program connects them, and pgbench beside them.
struct Database {
    static let people = 60_000
    static let coldSessions = 500
    static let hotSessions = 12
    static let capacity = 10_000

    let services: Services
    let client: PostgresClient
    let owner: PostgresClient
    let pgbench: PgBench
    /// References by key, the cold ones first.
    let sessions: [(key: Int, reference: String)]
    let firstPerson: Int

    static func with(state: String, sql: String, _ body: (Database) async throws -> Void) async throws {
        let cluster = LocalCluster(directory: state, settings: .production)
        let server = try await withRoom(cluster)
        do {
            let database = try await open(server, sql: sql)
            // Changes are announced to other processes meanwhile, as in the server.
            let feed = Task { try await database.services.changes.run() }
            do {
                try await body(database)
            } catch {
                feed.cancel()
                throw error
            }
            feed.cancel()
            await database.client.close()
            await database.owner.close()
            try await cluster.stop()
        } catch {
            try await cluster.stop()
            throw error
        }
    }

    /// Started with room for pgbench's connections beside ours; nothing else is set otherwise than in production.
    private static func withRoom(_ cluster: LocalCluster) async throws -> LocalCluster.Connection {
        let owner = PostgresClient(PostgresConfiguration(try await cluster.start().conninfo), logger: logger)
        do {
            try await owner.execute(unsafe: "alter system set max_connections = 120")
            await owner.close()
        } catch {
            await owner.close()
            try await cluster.stop()
            throw error
        }
        try await cluster.stop()
        return try await cluster.start()
    }

    private static var logger: Logger {
        Logger(label: "benchmark") { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = .warning
            return handler
        }
    }

    private static func open(_ server: LocalCluster.Connection, sql: String) async throws -> Database {
        let bare = PostgresClient(PostgresConfiguration(server.conninfo), logger: logger)
        try await bare.execute(unsafe: "create database practiceweek template template0 encoding 'UTF8'")
        await bare.close()
        let conninfo = server.with(database: "practiceweek").conninfo
        var ownership = PostgresConfiguration(
            conninfo, sessionSettings: ["search_path": "app,public", "timezone": "UTC"])
        ownership.leases = 1
        ownership.statementDeadline = .seconds(120)
        let owner = PostgresClient(ownership, logger: logger)
        try await Migrator(client: owner, directory: sql).migrate()
        // What Installation.appConfiguration says.
        let settings = [
            "role": "practiceweek_app", "search_path": "app,pg_temp", "timezone": "UTC", "statement_timeout": "5s",
            "lock_timeout": "3s", "idle_in_transaction_session_timeout": "10s", "jit": "off",
        ]
        let client = PostgresClient(PostgresConfiguration(conninfo, sessionSettings: settings), logger: logger)
        let mail = try MailDestination("file:\(NSTemporaryDirectory())").transport()
        let services = Services(
            database: client, outside: .real(mail: mail),
            settings: ServiceSettings(
                centre: "Centre for Professional Practice", baseURL: "http://127.0.0.1:8080",
                uidDomain: "practiceweek.example.org", mailFrom: "practiceweek@example.org", isPublic: true),
            sqlDirectory: sql, logger: logger)
        try await fill(services, owner)
        let sessions = try await owner.read(SessionKeys())
        guard sessions.count == coldSessions + hotSessions, let person = try await owner.read(FirstPerson()).first
        else {
            throw Failure("the sessions are not there")
        }
        return Database(
            services: services, client: client, owner: owner,
            pgbench: PgBench(program: try program(), conninfo: conninfo, settings: settings), sessions: sessions,
            firstPerson: person)
    }

    private static func fill(_ services: Services, _ owner: PostgresClient) async throws {
        say("filling in \(people) people and \(coldSessions + hotSessions) sessions")
        try await owner.execute(
            unsafe: """
                insert into person (email, name) select 'p' || n || '@example.org', 'Person ' || n
                from generate_series(1, \(people)) n
                """)
        let operating = Actor(.operating, channel: .shell, osUser: "benchmark")
        let day = London.local(services.outside.now()).day.adding(days: 30)
        let start = services.outside.now().addingTimeInterval(30 * 86_400)
        _ = try await services.programme.addEvent(
            "week", title: "Benchmark week", from: day, to: day.adding(days: 6), by: operating)
        try await services.work { work in
            for number in 1...(coldSessions + hotSessions) {
                _ = try await services.programme.addSession(
                    NewSession(
                        event: "week", title: "Voice of the child \(number)",
                        description: "Direct work, observation, recording.",
                        startsAt: start, endsAt: start.addingTimeInterval(3600),
                        onlineURL: "https://meet.example.org/\(number)",
                        capacity: capacity), by: operating, in: work)
            }
        }
        _ = try await services.programme.publishRelease("week", by: operating)
        try await owner.execute(unsafe: "vacuum analyze")
    }

    private static func program() throws -> String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let paths =
            versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin/pgbench" } + [
                "/usr/bin/pgbench"
            ]
        guard let found = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw Failure("pgbench is not installed. On Debian: apt-get install postgresql")
        }
        return found
    }
}

struct SessionKeys: Statement {
    static let sql = "select id, reference from session order by id"

    static func decode(_ row: inout RowReader) throws -> (key: Int, reference: String) {
        (try row.next(), try row.next())
    }
}

struct FirstPerson: Statement {
    static let sql = "select min(id) from person"

    static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Runs `body` in so many tasks at once, each for itself, and answers how long the whole took, in seconds.
func together(_ callers: Int, _ body: @escaping @Sendable (_ caller: Int) async throws -> Void) async throws -> Double {
    let began = ContinuousClock.now
    try await withThrowingTaskGroup(of: Void.self) { group in
        for caller in 0..<callers { group.addTask { try await body(caller) } }
        try await group.waitForAll()
    }
    return (ContinuousClock.now - began) / .seconds(1)
}
