import ArgumentParser
import Logging
import Postgres
import Store

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database's schema up.",
        discussion: "Example: practiceweek migrate --check")

    @OptionGroup var options: GlobalOptions
    @Flag(help: "Only say whether the schema is current.") var check = false

    func run() async throws {
        try await reporting {
            let configuration = try Configuration(demo: options.demo)
            let sql = try Places.sql(options.sqlDir)
            guard let url = configuration.databaseURL else {
                let installation = try await Installation.open(options, say: tell)
                await installation.close()
                return print("The schema is current.")
            }
            let client = PostgresClient(Installation.ownerConfiguration(url), logger: .standard(level: .warning))
            let migrator = Migrator(client: client, directory: sql, isTest: configuration.isTest)
            do {
                let pending = try await migrator.pending()
                if check {
                    guard pending.isEmpty else { throw Migrator.Problem.pending(pending) }
                } else {
                    for name in try await migrator.migrate() { print("applied \(name)") }
                }
                print("The schema is current.")
                await client.close()
            } catch {
                await client.close()
                throw error
            }
        }
    }
}
