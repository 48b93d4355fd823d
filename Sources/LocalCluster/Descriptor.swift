import Foundation
import Glibc

/// An open file descriptor, closed when the last reference goes, and never inherited by a program that is started.
final class Descriptor: Sendable {
    private let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit { close(number) }

    /// Opens `path` without following a link in its last part; `doing` completes the sentence "Could not …".
    convenience init(opening path: String, flags: Int32, mode: mode_t = 0o600, doing: String) throws {
        let number = open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
        guard number >= 0 else { throw ClusterError.lastError(doing: doing) }
        self.init(owning: number)
    }

    /// A pipe's ends, to read from and to write to.
    static func pipe() throws -> (source: Descriptor, sink: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw ClusterError.lastError(doing: "open a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    }

    /// Lends the number while the file stays open. The bare number is not to be had: an optimised build may let go of an
    /// object after its last mention, and then the number is nobody's, or some other file's.
    func lend<Result>(_ body: (Int32) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(number) }
    }

    /// Lends the numbers of several, in order.
    static func lend<Result>(_ all: [Descriptor], _ body: ([Int32]) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(all) { try body(all.map(\.number)) }
    }

    var status: stat? {
        lend { number in
            var status = stat()
            return fstat(number, &status) == 0 ? status : nil
        }
    }

    /// The bytes at `offset`, or where the reading is, `limit` at most; nil when they cannot be read.
    func bytes(upTo limit: Int, at offset: Int? = nil) -> ArraySlice<UInt8>? {
        lend { number in
            var bytes = [UInt8](repeating: 0, count: limit)
            let count = offset.map { pread(number, &bytes, limit, $0) } ?? read(number, &bytes, limit)
            return count < 0 ? nil : bytes.prefix(count)
        }
    }
}

extension ClusterError {
    /// The failure that `errno` names now.
    static func lastError(doing: String) -> ClusterError {
        .system(doing: doing, reason: String(cString: strerror(errno)))
    }
}
