import Domain

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
}
