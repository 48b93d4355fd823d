import Synchronization

/// Chunks on their way from the loop to one reader. When more than `highWater` bytes wait, the loop stops reading from
/// the server until the reader has caught up.
final class CopyOutChannel: Sendable {
    private struct State {
        var chunks = FIFO<[UInt8]>()
        var buffered = 0
        var isPaused = false
        var end: Result<Void, PostgresError>?
        var waiting: Promise<[UInt8]?>?
    }

    static let highWater = 1 << 20

    private let state = Mutex(State())
    private let resume: @Sendable () -> Void

    /// - Parameter resume: called when the loop may read again.
    init(resume: @escaping @Sendable () -> Void) { self.resume = resume }

    /// False when the loop should pause.
    func push(_ chunk: [UInt8]) -> Bool {
        let (waiting, goOn): (Promise<[UInt8]?>?, Bool) = state.withLock { state in
            if let waiting = state.waiting {
                state.waiting = nil
                return (waiting, true)
            }
            state.chunks.append(chunk)
            state.buffered += chunk.count
            state.isPaused = state.buffered >= CopyOutChannel.highWater
            return (nil, !state.isPaused)
        }
        waiting?.succeed(chunk)
        return goOn
    }

    /// The end, with the error that caused it or nil. Chunks that wait are still read first.
    func finish(_ error: PostgresError?) {
        let end: Result<Void, PostgresError> = error.map { .failure($0) } ?? .success(())
        let waiting: Promise<[UInt8]?>? = state.withLock { state in
            if state.end == nil { state.end = end }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.answer(end.map { nil })
    }

    /// The next chunk, nil at the end.
    func next(onCancel cancel: @escaping @Sendable () -> Void) async throws -> [UInt8]? {
        let promise = Promise<[UInt8]?>()
        let mayResume: Bool = state.withLock { state in
            if let chunk = state.chunks.popFirst() {
                state.buffered -= chunk.count
                promise.succeed(chunk)
            } else if let end = state.end {
                promise.answer(end.map { nil })
            } else {
                state.waiting = promise
            }
            guard state.isPaused, state.buffered < CopyOutChannel.highWater / 2 else { return false }
            state.isPaused = false
            return true
        }
        if mayResume { resume() }
        return try await promise.value(onCancel: cancel)
    }
}
