import Foundation
import Glibc

extension ClusterDirectory {
    /// Makes a directory for the server user alone, or takes the one that is there; answers it opened.
    @discardableResult
    func makeDirectory(_ path: String, mode: mode_t = 0o700, for user: ServerUser?) throws -> Descriptor {
        let doing = "make the directory \(path)"
        guard mkdir(path, mode) == 0 || errno == EEXIST else { throw ClusterError.lastError(doing: doing) }
        let made = try Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY, doing: doing)
        guard let status = made.status else { throw ClusterError.lastError(doing: doing) }
        let rightOwner = user?.id ?? owner
        if status.st_uid != rightOwner {
            guard made.lend({ fchown($0, rightOwner, user?.group ?? gid_t.max) }) == 0 else {
                throw ClusterError.lastError(doing: "give \(path) to the user \(user?.name ?? "who owns its parent")")
            }
        }
        guard status.st_mode & 0o7777 == mode || made.lend({ fchmod($0, mode) }) == 0 else {
            throw ClusterError.lastError(doing: doing)
        }
        return made
    }

    /// Replaces a file in one step: readers see the old text or the new.
    func write(_ text: String, to path: String, mode: mode_t = 0o644) throws {
        let doing = "write \(path)"
        let draft = path + ".new"
        unlink(draft)
        let file = try Descriptor(opening: draft, flags: O_WRONLY | O_CREAT | O_EXCL, doing: doing)
        if geteuid() == 0, owner != 0 { _ = file.lend { fchown($0, owner, gid_t.max) } }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = file.lend { number in
                bytes[written...].withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
            }
            guard count > 0 else { throw ClusterError.lastError(doing: doing) }
            written += count
        }
        guard file.lend({ fchmod($0, mode) }) == 0, rename(draft, path) == 0 else {
            throw ClusterError.lastError(doing: doing)
        }
    }

    /// Opens the log for a start of the server; a long one is put aside first, over the one put aside before.
    func openLog(limit: Int = 4 << 20) throws -> Descriptor {
        var status = stat()
        if lstat(log, &status) == 0, status.st_size > limit { rename(log, log + ".1") }
        let file = try Descriptor(opening: log, flags: O_WRONLY | O_CREAT | O_APPEND, doing: "open the log \(log)")
        if geteuid() == 0, owner != 0 { _ = file.lend { fchown($0, owner, gid_t.max) } }
        return file
    }

    /// The directory for the server's socket, opened: here if the path is short enough, else a fresh private one in the
    /// runtime directory or in /tmp. Sockets that a dead server left behind are removed.
    func makeSocketDirectory(for user: ServerUser) throws -> Descriptor {
        let place = try socketDirectory(of: user) ?? makeSocketDirectoryElsewhere()
        let made = try makeDirectory(place, for: user)
        for name in [".s.PGSQL.5432", ".s.PGSQL.5432.lock"] { _ = made.lend { unlinkat($0, name, 0) } }
        return made
    }

    private func makeSocketDirectoryElsewhere() throws -> String {
        let runtime = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? ""
        let usable = runtime.hasPrefix("/") && runtime.utf8.count < 64 && !runtime.contains(",")
        for parent in (usable ? [runtime] : []) + ["/tmp"] {
            var template = Array("\(parent)/practiceweek-XXXXXX".utf8CString)
            guard let made = mkdtemp(&template) else { continue }
            let path = String(cString: made)
            try write(path, to: elsewhere, mode: 0o600)
            return path
        }
        throw ClusterError.lastError(doing: "make a directory for the database's socket in /tmp")
    }

    /// Takes away a socket directory outside of this one once no server uses it.
    func removeSocketDirectoryElsewhere(of user: ServerUser) {
        guard let other = contents(of: elsewhere) else { return }
        if socketDirectory(of: user) == other {
            for name in [".s.PGSQL.5432", ".s.PGSQL.5432.lock"] { unlink("\(other)/\(name)") }
            rmdir(other)
        }
        unlink(elsewhere)
    }

    /// After a power cut the number in the server's file may belong to another process of the same user, or to a dead
    /// one that nobody waited for: PostgreSQL would take it for a server and refuse to start. Its other check, for
    /// server processes that still have the shared memory, needs the rest of the file: so the file stays, and only the
    /// number becomes ours, which PostgreSQL knows for its parent's.
    func disarmStaleFile() throws {
        let path = data + "/postmaster.pid"
        guard let file = postmasterFile(), server() == nil, let data = dataStatus else { return }
        // If it is our own dead child, this is the waiting.
        _ = ChildProcess(pid: file.pid).ended()
        guard kill(file.pid, 0) == 0 || errno != ESRCH else { return }
        let descriptor = try Descriptor(opening: path, flags: O_RDWR | O_NONBLOCK, doing: "mend \(path)")
        guard let status = descriptor.status, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
            status.st_uid == data.st_uid, let text = contents(of: path), let end = text.firstIndex(of: "\n")
        else { return }
        let mended = Array("\(getpid())\(text[end...])".utf8)
        let isMended = descriptor.lend {
            pwrite($0, mended, mended.count, 0) == mended.count && ftruncate($0, mended.count) == 0
        }
        guard isMended else { throw ClusterError.lastError(doing: "mend \(path)") }
    }
}
