import Glibc

/// The operating-system user whom PostgreSQL runs as: the caller, or somebody unprivileged when the caller is root.
struct ServerUser: Equatable, Sendable {
    let name: String
    let id: uid_t
    let group: gid_t

    /// The user to make a new cluster for.
    static func forNewCluster() throws -> ServerUser {
        guard geteuid() == 0 else { return try caller() }
        guard let user = named("postgres") ?? named("nobody") else { throw ClusterError.noUnprivilegedUser }
        return user
    }

    /// The user who owns the data already there: nobody else may run a server on them.
    static func owning(_ owner: uid_t, directory: String) throws -> ServerUser {
        let name = numbered(owner)?.name
        guard owner == geteuid() || geteuid() == 0, owner != 0, let user = numbered(owner) else {
            throw owner == geteuid() && owner != 0
                ? ClusterError.namelessUser(owner)
                : ClusterError.belongsTo(user: name ?? "number \(owner)", directory: directory)
        }
        return user
    }

    static func caller() throws -> ServerUser {
        guard let user = numbered(geteuid()) else { throw ClusterError.namelessUser(geteuid()) }
        return user
    }

    static func named(_ name: String) -> ServerUser? {
        look { getpwnam_r(name, $0, $1, $2, $3) }
    }

    static func numbered(_ id: uid_t) -> ServerUser? {
        look { getpwuid_r(id, $0, $1, $2, $3) }
    }

    private typealias Entry = UnsafeMutablePointer<passwd>
    private typealias Query = (Entry, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<Entry?>) -> Int32

    private static func look(_ query: Query) -> ServerUser? {
        var entry = passwd()
        var found: Entry?
        var buffer = [CChar](repeating: 0, count: 16_384)
        return buffer.withUnsafeMutableBufferPointer { space -> ServerUser? in
            guard let start = space.baseAddress, query(&entry, start, space.count, &found) == 0, found != nil,
                let name = entry.pw_name
            else { return nil }
            return ServerUser(name: String(cString: name), id: entry.pw_uid, group: entry.pw_gid)
        }
    }
}
