import Synchronization

/// Lets a few at a time do what is heavy; the others wait for their turn, in the order in which they came. Whoever would have
/// to wait for too many, or has waited for too long, is told so.
final class Turns: Sendable {
    /// Nothing was begun: others are at it, and more of them than one waits for.
    struct Busy: Error {}

    private struct Waiter {
        let id: Int
        let answer: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var running = 0
        var newest = 0
        var waiting: [Waiter] = []
        /// Who gave up, or was told to go on, whether or not they stood in the row yet.
        var gone: Set<Int> = []
    }

    private let atOnce: Int
    private let mostWaiting: Int
    private let longestWait: Duration
    private let state = Mutex(State())

    init(atOnce: Int, mostWaiting: Int, longestWait: Duration) {
        self.atOnce = atOnce
        self.mostWaiting = mostWaiting
        self.longestWait = longestWait
    }

    /// - Throws: `Busy` when it does not come to its turn.
    func take<Result>(_ body: () async throws -> Result) async throws -> Result {
        guard await begin() else { throw Busy() }
        defer { end() }
        return try await body()
    }

    var waiting: Int { state.withLock { $0.waiting.count } }

    private func begin() async -> Bool {
        let id: Int? = state.withLock { state in
            state.newest += 1
            guard state.running >= atOnce else {
                state.running += 1
                return nil
            }
            return state.newest
        }
        guard let id else { return true }
        let isMyTurn = await withTaskGroup(of: Void.self) { group in
            group.addTask {
                try? await Task.sleep(for: self.longestWait)
                self.giveUp(id)
            }
            let isMyTurn = await withTaskCancellationHandler {
                await withCheckedContinuation { self.wait(Waiter(id: id, answer: $0)) }
            } onCancel: {
                self.giveUp(id)
            }
            group.cancelAll()
            return isMyTurn
        }
        _ = state.withLock { $0.gone.remove(id) }
        return isMyTurn
    }

    private func wait(_ waiter: Waiter) {
        let answer: Bool? = state.withLock { state in
            if state.running < atOnce {
                state.running += 1
                return true
            }
            guard !state.gone.contains(waiter.id), state.waiting.count < mostWaiting else { return false }
            state.waiting.append(waiter)
            return nil
        }
        if let answer { waiter.answer.resume(returning: answer) }
    }

    private func giveUp(_ id: Int) {
        let waiter: Waiter? = state.withLock { state in
            state.gone.insert(id)
            return state.waiting.firstIndex { $0.id == id }.map { state.waiting.remove(at: $0) }
        }
        waiter?.answer.resume(returning: false)
    }

    private func end() {
        let next: Waiter? = state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.answer.resume(returning: true)
    }
}
