import Synchronization

/// Something that is done the first time only.
final class Once: Sendable {
    private let isDone = Mutex(false)

    func first(_ body: () -> Void) {
        let mine = isDone.withLock { isDone in
            defer { isDone = true }
            return !isDone
        }
        if mine { body() }
    }
}
