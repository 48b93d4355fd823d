import Domain
import Services

/// Why a statement failed, as a sentence for standard error and an exit code: 1 refused, 2 wrong usage, 3 out of reach.
struct ConsoleFailure: Equatable {
    let message: String
    let exitCode: Int32
    /// Ctrl-C.
    var isInterruption = false

    init(_ error: any Error) {
        switch error {
        case let problem as ConsoleProblem:
            self.init(message: problem.message, exitCode: problem.exitCode)
        case AccessRefusal.signInFirst:
            self.init(
                message: "Nobody acts yet. Say --as EMAIL; in a database without an admin, add the first one: "
                    + "person add EMAIL --name NAME --role admin", exitCode: 1)
        case let refusal as any Refusal:
            self.init(message: refusal.message, exitCode: 1)
        case let failure as ServiceFailure:
            let away = failure.code == .unavailable || failure.code == .outcomeUnknown
            self.init(message: failure.message, exitCode: away ? 3 : 1)
        case is CancellationError:
            self.init(message: "Interrupted; nothing was changed.", exitCode: 1, isInterruption: true)
        default:
            self.init(message: ServiceFailure(.internalError).message, exitCode: 1)
        }
    }

    private init(message: String, exitCode: Int32, isInterruption: Bool = false) {
        self.message = message
        self.exitCode = exitCode
        self.isInterruption = isInterruption
    }
}
