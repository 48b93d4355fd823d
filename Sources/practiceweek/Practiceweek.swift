import ArgumentParser
import Foundation

/// The program: puts the layers together and leaves every rule to them.
@main
struct Practiceweek: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practiceweek",
        abstract: "Runs a Practice Week: sessions, bookings, calendars, awards.",
        subcommands: [
            ServeCommand.self, ConsoleCommand.self, MigrateCommand.self, SeedCommand.self, ImportCommand.self,
            ExportCommand.self,
            CheckCommand.self, WorkerCommand.self, DatabaseCommand.self, DrawPictureCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            Foundation.exit(code.rawValue)
        } catch let failure as ProgramFailure {
            FileHandle.standardError.write(Data("practiceweek: \(failure.message)\n".utf8))
            Foundation.exit(failure.code)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            let stream = code == .success ? FileHandle.standardOutput : FileHandle.standardError
            if !text.isEmpty { stream.write(Data("\(text)\n".utf8)) }
            Foundation.exit(code == .success ? 0 : 2)
        }
    }
}
