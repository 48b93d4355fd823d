import Foundation
import Glibc

/// The files of one cluster. Everything is the caller's, except `data` and `socket`, which are the server user's.
///
/// The server may be somebody who cannot walk to this place (root's own directories are closed to others), so it gets
/// the directories handed over already open and names them `/proc/self/fd/N`; see `LocalCluster.boot`.
struct ClusterDirectory: Sendable {
    /// Absolute, without symbolic links.
    let path: String
    let owner: uid_t

    var data: String { path + "/data" }
    /// Where `initdb` works; becomes `data` when it is whole.
    var unfinished: String { path + "/data.new" }
    var configuration: String { path + "/config" }
    var socket: String { path + "/socket" }
    var log: String { path + "/server.log" }
    /// Names the socket's directory when it could not be here.
    var elsewhere: String { path + "/socket-directory" }
    /// Exists while the server is to outlive the programs that use it.
    var kept: String { path + "/kept" }

    /// Nil when there is no such directory.
    init?(existing path: String) {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        var status = stat()
        guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.path = String(cString: real)
        owner = status.st_uid
    }

    /// Makes the directory and its parents where missing, closed to other users.
    init(making path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw ClusterError.lastError(doing: "make the directory \(path)")
        }
        guard let made = ClusterDirectory(existing: path) else {
            throw ClusterError.lastError(doing: "open the directory \(path)")
        }
        self = made
        guard access(path, R_OK | W_OK | X_OK) == 0 else {
            let user = ServerUser.numbered(owner)?.name ?? "number \(owner)"
            throw ClusterError.belongsTo(user: user, directory: path)
        }
    }

    /// Held while the server is started or stopped.
    func door() throws -> FileLock { try FileLock(path: path + "/start.lock", owner: owner) }

    /// Shared by every program that uses the server, for as long as it does.
    func users() throws -> FileLock { try FileLock(path: path + "/users.lock", owner: owner) }
}

// MARK: what is there
extension ClusterDirectory {
    var dataStatus: stat? {
        var status = stat()
        return lstat(data, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? status : nil
    }

    /// The major version that made the data; nil without data.
    func dataVersion() throws -> Int? {
        guard dataStatus != nil else { return nil }
        guard let text = contents(of: data + "/PG_VERSION"), let major = Int(text.prefix { $0.isNumber }) else {
            throw ClusterError.notACluster(directory: data)
        }
        return major
    }

    /// The server that runs on the data, whoever started it; nil when the file is missing or stale.
    func server() -> PostmasterFile? {
        guard let status = dataStatus, let file = postmasterFile(),
            ServerProcess.isServer(file.pid, onDataOf: status)
        else { return nil }
        return file
    }

    func postmasterFile() -> PostmasterFile? {
        contents(of: data + "/postmaster.pid").flatMap(PostmasterFile.init)
    }

    /// The directory of the socket as clients name it; nil when it is elsewhere and not to be trusted any more.
    func socketDirectory(of user: ServerUser) -> String? {
        guard let other = contents(of: elsewhere) else { return fitsSocket(socket) ? socket : nil }
        var status = stat()
        guard lstat(other, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == user.id,
            status.st_mode & 0o077 == 0
        else { return nil }
        return other
    }

    /// A socket's path has 107 bytes at most, and libpq takes a comma for a list of hosts.
    func fitsSocket(_ directory: String) -> Bool {
        (directory + "/.s.PGSQL.5432").utf8.count <= 107 && !directory.contains(",")
    }

    /// The start of a small file of text; nil when it is missing or not a plain file.
    func contents(of path: String) -> String? {
        guard let file = try? Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK, doing: "read"),
            let status = file.status, status.st_mode & S_IFMT == S_IFREG
        else { return nil }
        return file.bytes(upTo: 4_096).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The last complaint in the log, for an error's sentence.
    func lastWords() -> String {
        guard let file = try? Descriptor(opening: log, flags: O_RDONLY, doing: "read"), let size = file.status?.st_size
        else { return "" }
        guard let end = file.bytes(upTo: 8_192, at: max(0, size - 8_192)) else { return "" }
        let lines = String(decoding: end, as: UTF8.self).split(separator: "\n")
        let complaint = lines.last { $0.contains("FATAL:") || $0.contains("error:") || $0.contains("PANIC:") }
        guard let words = complaint ?? lines.last else { return "" }
        let ending = words.hasSuffix(".") ? "" : "."
        for mark in ["FATAL:  ", "PANIC:  ", "error: "] {
            if let range = words.range(of: mark) { return String(words[range.upperBound...]) + ending }
        }
        return String(words) + ending
    }
}
