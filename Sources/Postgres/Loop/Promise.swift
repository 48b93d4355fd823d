import Synchronization

/// One answer, given at most once, awaited by one task. Whoever answers first wins.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(CheckedContinuation<Value, any Error>)
        case answered(Result<Value, PostgresError>)
        case over
    }

    private let state = Mutex(State.open)

    init() {}

    /// Whether an answer was given, so that work for it can be saved.
    var isAnswered: Bool {
        state.withLock { state in
            switch state {
            case .open, .awaited: false
            case .answered, .over: true
            }
        }
    }

    func answer(_ result: Result<Value, PostgresError>) {
        let waiting: CheckedContinuation<Value, any Error>? = state.withLock { state in
            switch state {
            case .open:
                state = .answered(result)
                return nil
            case .awaited(let continuation):
                state = .over
                return continuation
            case .answered, .over: return nil
            }
        }
        waiting?.resume(with: result.mapError { $0 })
    }

    func succeed(_ value: Value) { answer(.success(value)) }

    func fail(_ error: PostgresError) { answer(.failure(error)) }

    /// Waits for the answer, whether or not the task is cancelled.
    func value() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let ready: Result<Value, PostgresError>? = state.withLock { state in
                if case .answered(let result) = state {
                    state = .over
                    return result
                }
                state = .awaited(continuation)
                return nil
            }
            if let ready { continuation.resume(with: ready.mapError { $0 }) }
        }
    }

    /// Waits for the answer; when the task is cancelled `cancel` is called, which has to see to it that one comes soon.
    func value(onCancel cancel: @escaping @Sendable () -> Void) async throws -> Value {
        try await withTaskCancellationHandler {
            try await value()
        } onCancel: {
            cancel()
        }
    }
}
