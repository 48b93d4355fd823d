/// What many ask for in the moment after a change: the first has it made, and the others wait for the same.
///
/// Ask for the change feed's generation first: what is made for one generation is given to whoever asks with it or an earlier one, for as
/// long as was said. What failed is made again by the next who asks.
package actor MadeOnce<Value: Sendable> {
    private struct Making {
        let generation: Int
        let since: ContinuousClock.Instant
        let task: Task<Value, any Error>
    }

    private let most: Int
    private let longest: Duration
    private var makings: [String: Making] = [:]

    /// - Parameter most: beyond so many names all are forgotten.
    package init(most: Int, longest: Duration) {
        self.most = most
        self.longest = longest
    }

    package func value(
        _ name: String, generation: Int, make: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let now = ContinuousClock.now
        if let known = makings[name], known.generation >= generation, now - known.since < longest {
            return try await known.task.value
        }
        if makings.count >= most { makings = [:] }
        let task = Task { try await make() }
        makings[name] = Making(generation: generation, since: now, task: task)
        do {
            return try await task.value
        } catch {
            if makings[name]?.task == task { makings[name] = nil }
            throw error
        }
    }
}
