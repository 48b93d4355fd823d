import ArgumentParser
import Exchange
import Foundation
import Logging
import NIOCore
import ServiceLifecycle
import Services
import UnixSignals
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, the API and the calendars, and works in the background.",
        discussion: "Example: practiceweek serve --demo --port 8080")

    @OptionGroup var options: GlobalOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080
    @Flag(help: "Leave the background jobs to a `practiceweek worker`.") var noWorker = false

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is from 0 to 65535.") }
        if options.demo, !["127.0.0.1", "localhost", "::1"].contains(host) {
            throw ValidationError("--demo listens on loopback only, as anybody may sign in to it as anybody.")
        }
    }

    func run() async throws {
        try await reporting {
            let logger = Logger.standard(level: .info)
            let installation = try await Installation.open(
                options, baseURL: "http://\(host == "::1" ? "[::1]" : host):\(port)", logger: logger, say: tell)
            do {
                try await serve(installation, logger)
                await installation.close()
            } catch {
                await installation.close()
                throw error
            }
        }
    }

    private func serve(_ installation: Installation, _ logger: Logger) async throws {
        let personas = options.demo ? try Persona.read("\(Places.seed())/demo/personas.csv") : []
        let server = WebServer(
            services: installation.services,
            settings: WebSettings(
                host: host, port: port, baseURL: installation.configuration.baseURL,
                metricsPort: installation.configuration.metricsPort,
                personas: personas.map { WebSettings.Persona(email: $0.email, title: $0.title, blurb: $0.blurb) }),
            logger: logger
        ) { bound in
            let shown = host == "::1" ? "[::1]" : host
            FileHandle.standardOutput.write(Data("listening on http://\(shown):\(bound)\n".utf8))
            if let first = personas.first {
                tell(
                    "Open it in a browser and sign in as any of \(personas.count) people, such as \(first.email) (\(first.title))."
                )
            }
        }
        var running: [any Service] = [server, installation.services.changes]
        if !noWorker { running.append(MessageWorker(house: installation.services.house, renderer: LetterRenderer())) }
        let group = ServiceGroup(
            services: running, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        do {
            try await group.run()
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw ProgramFailure(
                code: 3, message: "Port \(port) of \(host) is in use by another program. Choose another with --port.")
        } catch let error as IOError where error.errnoCode == EACCES || error.errnoCode == EADDRNOTAVAIL {
            throw ProgramFailure(
                code: 3, message: "\(host) port \(port) cannot be listened on. Choose others with --host and --port.")
        }
    }
}

/// A line for the person who waits, on standard error.
func tell(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
}
