import Domain
import LocalCluster
import Postgres
import Services
import Store

/// Why the program cannot go on: a sentence that says what to do, and the exit code. 1 refused or violated, 2 wrong usage,
/// 3 cannot reach what it needs.
struct ProgramFailure: Error {
    let code: Int32
    let message: String

    static func usage(_ message: String) -> ProgramFailure { ProgramFailure(code: 2, message: message) }

    /// Never SQL, never a stack trace.
    init(_ error: any Error) {
        switch error {
        case let failure as ProgramFailure: self = failure
        case let refusal as any Refusal: self.init(code: 1, message: refusal.message)
        case let failure as ServiceFailure:
            self.init(
                code: failure.code == .unavailable || failure.code == .outcomeUnknown ? 3 : 1, message: failure.message)
        case let problem as Migrator.Problem: self.init(code: 1, message: problem.description)
        case ClusterError.inUse(let directory):
            self.init(code: 1, message: ClusterError.inUse(directory: directory).description)
        case let problem as ClusterError: self.init(code: 3, message: problem.description)
        case let error as PostgresError:
            self.init(
                code: 3,
                message:
                    "The database cannot be used: \(error.description) Check DATABASE_URL, or leave it out to use a database of our own."
            )
        case is CancellationError: self.init(code: 1, message: "Stopped.")
        default: self.init(code: 1, message: "\(error)")
        }
    }

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }
}

/// Runs a command's body and turns whatever it throws into a sentence and an exit code.
func reporting<Answer>(_ body: () async throws -> Answer) async throws -> Answer {
    do {
        return try await body()
    } catch let code as ExitCodeError {
        throw code
    } catch {
        throw ProgramFailure(error)
    }
}
