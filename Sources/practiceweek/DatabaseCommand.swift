import ArgumentParser
import Foundation
import Glibc
import LocalCluster

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "database", abstract: "The embedded PostgreSQL.",
        subcommands: [Start.self, Stop.self, Status.self, Address.self, Shell.self])

    struct Start: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "start", abstract: "Starts it and lets it run on.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await reporting {
                let cluster = try DatabaseCommand.cluster(options)
                let connection = try await cluster.start()
                try await cluster.keep()
                try await cluster.stop()
                print(connection.with(database: Installation.databaseName).url)
            }
        }
    }

    struct Stop: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stop", abstract: "Stops it, unless a program still uses it.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await reporting {
                print(try await DatabaseCommand.cluster(options).halt() ? "stopped" : "was not running")
            }
        }
    }

    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "status", abstract: "Says whether it runs.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await reporting {
                switch try await DatabaseCommand.cluster(options).status() {
                case .absent: print("absent: it is made on first use")
                case .stopped(let version): print("stopped (PostgreSQL \(version))")
                case .running(let server):
                    print(
                        "running (PostgreSQL \(server.version), process \(server.pid)\(server.inUse ? ", in use" : ""))"
                    )
                }
            }
        }
    }

    struct Address: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "url", abstract: "Prints its address, while it runs.")
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            try await reporting { print(try await DatabaseCommand.running(options).url) }
        }
    }

    struct Shell: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "psql", abstract: "Opens psql on it.")
        @OptionGroup var options: GlobalOptions
        @Argument(parsing: .captureForPassthrough, help: "What psql is given.") var arguments: [String] = []

        func run() async throws {
            try await reporting {
                let cluster = try DatabaseCommand.cluster(options)
                let connection = try await cluster.start().with(database: Installation.databaseName)
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
                process.arguments = ["psql", connection.conninfo] + arguments
                do {
                    try process.run()
                } catch {
                    throw ProgramFailure(
                        code: 3, message: "psql is not installed. On Debian: apt-get install postgresql-client")
                }
                process.waitUntilExit()
                try await cluster.stop()
                throw ExitCode(process.terminationStatus)
            }
        }
    }

    static func cluster(_ options: GlobalOptions) throws -> LocalCluster {
        let configuration = try Configuration(demo: options.demo)
        guard configuration.databaseURL == nil else {
            throw ProgramFailure.usage("DATABASE_URL names a database that is not ours to start or stop.")
        }
        return Installation.cluster(configuration)
    }

    static func running(_ options: GlobalOptions) async throws -> LocalCluster.Connection {
        guard case .running(let server) = try await cluster(options).status(), let connection = server.connection else {
            throw ProgramFailure(code: 3, message: "It is not running. Start it with: practiceweek database start")
        }
        return connection.with(database: Installation.databaseName)
    }
}
