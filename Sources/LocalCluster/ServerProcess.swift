import Foundation
import Glibc

/// What `/proc` tells about a process number that a file claims to be our server. Numbers are used again after a power
/// cut, so being alive proves nothing.
enum ServerProcess {
    /// Whether the process is a server on the data directory: alive, of its owner, and working in that directory. Where
    /// the working directory may not be read (root in some containers), the program's name must do.
    static func isServer(_ pid: Int32, onDataOf data: stat) -> Bool {
        guard isAlive(pid), owner(of: pid) == data.st_uid else { return false }
        var place = stat()
        if stat("/proc/\(pid)/cwd", &place) == 0 {
            return place.st_dev == data.st_dev && place.st_ino == data.st_ino
        }
        return programName(of: pid) == "postgres"
    }

    /// Whether the process runs; one that ended and waits for its parent to notice does not.
    static func isAlive(_ pid: Int32) -> Bool {
        if kill(pid, 0) != 0, errno == ESRCH { return false }
        guard let text = contents(of: "/proc/\(pid)/stat") else { return false }
        // The name, in brackets, may hold anything; the state follows the last bracket.
        guard let bracket = text.lastIndex(of: ")") else { return false }
        let state = text[text.index(after: bracket)...].first { $0 != " " }
        return state != "Z" && state != "X"
    }

    static func owner(of pid: Int32) -> uid_t? {
        var status = stat()
        return stat("/proc/\(pid)", &status) == 0 ? status.st_uid : nil
    }

    static func programName(of pid: Int32) -> String? {
        guard let first = contents(of: "/proc/\(pid)/cmdline")?.split(separator: "\0").first else { return nil }
        return first.split(separator: "/").last.map(String.init)
    }

    private static func contents(of path: String) -> String? {
        guard let file = try? Descriptor(opening: path, flags: O_RDONLY, doing: "read"),
            let bytes = file.bytes(upTo: 4_096), !bytes.isEmpty
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
