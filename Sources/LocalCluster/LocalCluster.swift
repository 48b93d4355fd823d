import Foundation
import Glibc

/// A private PostgreSQL in a directory: made on first use, started by the first program that needs it, shared by all
/// that do, and stopped by the last to leave. It outlives a killed program, and the next one takes it over.
///
/// Two lock files decide. `start.lock` is held while the server is started or stopped; `users.lock` is held shared by
/// every user, so whoever can have it exclusively is alone. Every error is a `ClusterError`, or cancellation.
package actor LocalCluster {
    /// Where the cluster keeps everything: data, configuration, log, locks.
    package let directory: String
    let settings: Settings
    let search: ServerPrograms.Search
    let roles: [String]

    /// Our share of the server; nil while we do not use it.
    var share: FileLock?
    /// Its end of a pipe tells the one who clears up that we are gone.
    var lifeline: Descriptor?

    /// `roles` may connect besides the superuser, by the same operating-system users; they need not exist yet.
    package init(
        directory: String, settings: Settings = .production, roles: [String] = [],
        searching search: ServerPrograms.Search = .usual
    ) {
        self.directory = directory
        self.settings = settings
        self.roles = roles
        self.search = search
    }

    /// Makes the cluster if there is none, starts it if it does not run, and joins those who use it. Calling it again
    /// finds the same server, or starts it anew should it have died.
    package func start() async throws -> Connection {
        let place = try ClusterDirectory(making: directory)
        let door = try await openDoor(of: place, cancellable: true)
        defer { door.release() }
        let share = try self.share ?? place.users()
        guard try await takeShare(share) else { throw ClusterError.busy(directory: directory) }
        let connection = try await connect(to: place, share: share)
        self.share = share
        return connection
    }

    /// Leaves the server; the last to leave stops it, unless it is kept. Without a start, nothing happens.
    package func stop() async throws {
        guard share != nil, let place = ClusterDirectory(existing: directory) else { return share = nil }
        let door = try await openDoor(of: place, cancellable: false)
        defer { door.release() }
        let mine = share
        share = nil
        guard let mine, mine.take(.exclusive), access(place.kept, F_OK) != 0 else { return }
        try await shutDown(place)
        lifeline = nil
    }

    func openDoor(of place: ClusterDirectory, cancellable: Bool) async throws -> FileLock {
        let door = try place.door()
        guard try await door.takeExclusive(within: .seconds(300), cancellable: cancellable) else {
            throw ClusterError.busy(directory: directory)
        }
        return door
    }

    /// Whoever holds the lock exclusively does so behind the door, for a moment; only a stray one makes this fail.
    private func takeShare(_ share: FileLock) async throws -> Bool {
        for _ in 0..<500 {
            if share.take(.shared) { return true }
            try Task.checkCancellation()
            await pause()
        }
        return false
    }

    /// The running server if it answers; else a new one.
    private func connect(to place: ClusterDirectory, share: FileLock) async throws -> Connection {
        if let running = try await settled(in: place) {
            if let connection = try connection(in: place), ServerSocket.answers(in: connection.socketDirectory) {
                return connection
            }
            guard share.take(.exclusive) else {
                throw ClusterError.unreachable(pid: running.pid, directory: directory)
            }
            try await shutDown(place)
            _ = share.take(.shared)
        }
        return try await boot(place)
    }

    /// The running server once it is ready; nil when none runs, or the one that ran has stopped.
    private func settled(in place: ClusterDirectory) async throws -> PostmasterFile? {
        while let server = place.server() {
            if server.state == .ready { return server }
            try Task.checkCancellation()
            await pause()
        }
        return nil
    }

    /// How to reach the server that runs here; nil when its socket's directory is gone.
    func connection(in place: ClusterDirectory) throws -> Connection? {
        guard let owner = place.dataStatus?.st_uid else { return nil }
        let user = try ServerUser.owning(owner, directory: directory)
        return place.socketDirectory(of: user).map { Connection(socketDirectory: $0) }
    }
}
