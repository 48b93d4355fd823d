import Domain
import Services

extension WebSite {
    /// A second press while the first is still being worked on waits for its answer, which the key then finds.
    func oneEffect<Answer: Sendable>(_ body: () async throws -> Answer) async throws -> Answer {
        for _ in 0..<20 {
            do {
                return try await body()
            } catch AccessRefusal.stillRunning {
                try await Task.sleep(for: .milliseconds(150))
            }
        }
        return try await body()
    }

    /// Makes the change that a form asks for once, however often it is sent: the key that the form carries finds what the
    /// first press did.
    ///
    /// - Parameters:
    ///   - request: everything that the form says, so that another one under the same key is refused.
    ///   - body: makes the change and gives the name of what came of it.
    func once(
        _ form: FormFields, request: String, by actor: Actor, _ body: (Work) async throws -> String
    ) async throws -> String {
        try await services.once(form[FormGuard.keyName], request: request, by: actor, body)
    }
}
