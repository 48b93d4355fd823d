import Domain
import Services
import Synchronization

/// Who acts. Nobody yet, in a database without an admin; then, once there is one, whoever the first admin was linked to.
final class Acting: Sendable {
    private let services: Services
    private let options: ConsoleOptions
    private let current: Mutex<Actor>

    init(_ services: Services, _ options: ConsoleOptions) async throws {
        self.services = services
        self.options = options
        current = Mutex(try await Self.actor(services, options))
    }

    var actor: Actor { current.withLock { $0 } }

    /// After a change: the first admin may be there now.
    func lookAgain() async {
        guard actor.kind == .visitor, let found = try? await Self.actor(services, options) else { return }
        current.withLock { $0 = found }
    }

    private static func actor(_ services: Services, _ options: ConsoleOptions) async throws -> Actor {
        do {
            return try await services.access.consoleActor(
                as: options.email, token: options.token, osUser: options.osUser)
        } catch AccessRefusal.needsProof where options.email == nil {
            throw ConsoleProblem("Say who acts: --as EMAIL, or PRACTICEWEEK_AS in the environment.")
        }
    }
}
