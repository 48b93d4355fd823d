import ArgumentParser
import Exchange
import Logging
import ServiceLifecycle
import Services
import UnixSignals

struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Only the background jobs: mail, waiting lists, the audit's seal.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await reporting {
            let logger = Logger.standard(level: .info)
            let installation = try await Installation.open(options, logger: logger, say: tell)
            do {
                let group = ServiceGroup(
                    services: [
                        installation.services.changes,
                        MessageWorker(house: installation.services.house, renderer: LetterRenderer()),
                    ],
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
                try await group.run()
                await installation.close()
            } catch {
                await installation.close()
                throw error
            }
        }
    }
}
