import Synchronization

/// The sign-ins of the last minute, so that a code sent twice by the same browser signs it in once and tells it so twice.
final class RecentSignIns: Sendable {
    /// Address, code and the browser's secret: only who sent them all finds the session again.
    struct Attempt: Hashable, Sendable {
        let email: String
        let code: String
        let browser: String
    }

    private enum State {
        case underWay([CheckedContinuation<String?, Never>])
        case done(session: String, at: ContinuousClock.Instant)
    }

    private let states = Mutex<[Attempt: State]>([:])

    /// The session that the same attempt was given, waiting for it if it is under way. Nil: this one is the first.
    func before(_ attempt: Attempt) async -> String? {
        await withCheckedContinuation { continuation in
            let answer: String?? = states.withLock { states in
                states = states.filter {
                    if case .done(_, let at) = $0.value { ContinuousClock.now - at < .seconds(60) } else { true }
                }
                switch states[attempt] {
                case nil:
                    states[attempt] = .underWay([])
                    return .some(nil)
                case .done(let session, _): return session
                case .underWay(let others):
                    states[attempt] = .underWay(others + [continuation])
                    return nil
                }
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    /// What became of the first: its session, or nil when it failed, and each who waited may try.
    func ended(_ attempt: Attempt, session: String?) {
        let waiting: [CheckedContinuation<String?, Never>] = states.withLock { states in
            let others =
                if case .underWay(let others)? = states[attempt] { others } else {
                    [CheckedContinuation<String?, Never>]()
                }
            states[attempt] = session.map { .done(session: $0, at: .now) }
            return others
        }
        for continuation in waiting { continuation.resume(returning: session) }
    }
}
