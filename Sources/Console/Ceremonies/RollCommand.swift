import ArgumentParser
import Domain
import Services

struct RollCommand: ConsoleCommand {
    static let example = "roll staff-awards-2018"
    static let configuration = CommandConfiguration.verb(
        "roll", "Show a scheme's roll of honour, once its embargo has ended.", example: example)
    @Argument(help: .of("scheme", "The scheme."))
    var scheme: String

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let entries = try await console.services.ceremonies.roll(
            of: try await console.scheme(scheme), by: console.actor, in: console.work)
        return ConsoleOutput(
            ConsoleTable(
                ["award", "band", "outcome", "name"],
                entries.map { [.text($0.award), Cell($0.band), .text($0.outcome.rawValue), Cell($0.name)] }))
    }
}
