import ArgumentParser
import Services

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks the configuration, the schema and every invariant.",
        discussion: "Exits 0 when all hold, 1 with one line for each violation.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Installation.with(options, say: tell) { installation in
            let violations = try await installation.services.check.violations()
            for violation in violations { print("\(violation.invariant): \(violation.object): \(violation.finding)") }
            guard violations.isEmpty else { throw ExitCode(1) }
            print("All \(try installation.services.check.invariants().count) invariants hold.")
        }
    }
}
