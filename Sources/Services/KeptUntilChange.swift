import Synchronization

/// What was read or made, kept under names until anything that pages show has changed, and half a minute at most.
///
/// A change of this process is seen at once; one of another process as soon as the change feed hears of it. Ask for the feed's
/// generation first, read afterwards, and keep what was read under that generation: what a change overtook is not kept.
package final class KeptUntilChange<Value: Sendable>: Sendable {
    private struct State {
        var generation = -1
        var values: [String: (value: Value, since: ContinuousClock.Instant)] = [:]
    }

    private let most: Int
    private let longest: Duration
    private let state = Mutex(State())

    /// - Parameter most: beyond so many names all are forgotten.
    package init(most: Int, longest: Duration = .seconds(30)) {
        self.most = most
        self.longest = longest
    }

    package func value(_ name: String, generation: Int) -> Value? {
        state.withLock { state in
            guard state.generation == generation, let kept = state.values[name] else { return nil }
            return ContinuousClock.now - kept.since < longest ? kept.value : nil
        }
    }

    package func values(generation: Int) -> [Value] {
        let now = ContinuousClock.now
        return state.withLock { state in
            guard state.generation == generation else { return [] }
            return state.values.values.compactMap { now - $0.since < longest ? $0.value : nil }
        }
    }

    package func keep(_ value: Value, as name: String, generation: Int) {
        state.withLock { state in
            guard generation >= state.generation else { return }
            if generation > state.generation || state.values.count >= most { state = State(generation: generation) }
            state.values[name] = (value, .now)
        }
    }
}
