import Glibc

/// An advisory lock on a file, held by this opening of it alone: the kernel drops it however the program ends, kill -9
/// included, and two holders in one program exclude each other as two programs do.
final class FileLock: Sendable {
    enum Kind: Sendable {
        case shared, exclusive
    }

    private let descriptor: Descriptor

    /// Unlocks and not only closes: a program that is being started elsewhere has copies of all descriptors for a moment.
    deinit { release() }

    /// Opens the file, making it if missing, without taking the lock yet.
    init(path: String, owner: uid_t) throws {
        descriptor = try Descriptor(opening: path, flags: O_RDWR | O_CREAT, doing: "open the lock file \(path)")
        if geteuid() == 0, owner != 0 { _ = descriptor.lend { fchown($0, owner, gid_t.max) } }
    }

    /// Takes the lock, or changes the kind of the one that is held, if that is possible at once. A change that fails may
    /// have lost the lock that was held.
    func take(_ kind: Kind) -> Bool {
        let operation = kind == .shared ? LOCK_SH : LOCK_EX
        return descriptor.lend { flock($0, operation | LOCK_NB) } == 0
    }

    /// Gives the lock back before the file is closed.
    func release() { _ = descriptor.lend { flock($0, LOCK_UN) } }

    /// Takes the exclusive lock as soon as it is free, looking every few milliseconds until `limit` has passed. A
    /// cancelled task goes on waiting when `cancellable` is false: leaving must not be skipped.
    func takeExclusive(within limit: Duration, cancellable: Bool) async throws -> Bool {
        let deadline = ContinuousClock.now + limit
        while !take(.exclusive) {
            if cancellable { try Task.checkCancellation() }
            if ContinuousClock.now > deadline { return false }
            await pause()
        }
        return true
    }
}

/// A short wait that a cancelled task gets in full, so that a loop around it never spins.
func pause(_ duration: Duration = .milliseconds(10)) async {
    await Task.detached { try? await Task.sleep(for: duration) }.value
}
