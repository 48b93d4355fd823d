import Glibc

extension LocalCluster {
    /// What `database status` tells.
    package enum Status: Equatable, Sendable {
        /// Nothing was made here yet.
        case absent
        /// Data of this major version, and no server.
        case stopped(version: Int)
        case running(Running)
    }

    package struct Running: Equatable, Sendable {
        package let pid: Int32
        package let version: Int
        /// Nil when its socket is gone.
        package let connection: Connection?
        /// Whether any program uses it now, this one included.
        package let inUse: Bool
        /// Whether it goes on running when nobody uses it.
        package let kept: Bool
    }

    /// Waits for a start or stop that is under way, and makes nothing.
    package func status() async throws -> Status {
        guard let place = ClusterDirectory(existing: directory), let version = try place.dataVersion() else {
            return .absent
        }
        let door = try await openDoor(of: place, cancellable: true)
        defer { door.release() }
        guard let server = place.server() else { return .stopped(version: version) }
        let alone = share == nil ? try place.users().take(.exclusive) : false
        return .running(
            Running(
                pid: server.pid, version: version, connection: try connection(in: place), inUse: !alone,
                kept: access(place.kept, F_OK) == 0))
    }

    /// Lets the server run on when the last user leaves, until `halt`. Call it between `start` and `stop`.
    package func keep() async throws {
        guard let place = ClusterDirectory(existing: directory) else { return }
        try place.write("Stop it with: practiceweek database stop\n", to: place.kept)
    }

    /// Stops a server that no other program uses, kept or not; answers whether one ran.
    package func halt() async throws -> Bool {
        guard let place = ClusterDirectory(existing: directory) else { return false }
        let door = try await openDoor(of: place, cancellable: true)
        defer { door.release() }
        guard let server = place.server() else { return false }
        let share = try self.share ?? place.users()
        guard share.take(.exclusive) else {
            if self.share != nil { _ = share.take(.shared) }
            throw ClusterError.inUse(directory: directory)
        }
        unlink(place.kept)
        try await shutDown(place)
        self.share = nil
        return server.pid > 0
    }
}
