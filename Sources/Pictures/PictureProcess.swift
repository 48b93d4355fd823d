internal import CLibGD
import Foundation
import Glibc

/// Has a picture drawn anew by a process of its own, which gets the picture, so much memory and time, and nothing else: a file that
/// was made to do harm ends that process, and the picture counts as unreadable.
package struct PictureProcess: Sendable {
    /// The process could not be started, or not be spoken with.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The program and its arguments that run `PictureChild`.
    package let command: [String]
    package let longest: Duration

    package init(command: [String], longest: Duration = .seconds(20)) {
        self.command = command
        self.longest = longest
    }

    /// This program again. It is found also where its file was replaced meanwhile.
    package static let ourselves = PictureProcess(command: ["/proc/self/exe", PictureChild.verb])

    package func draw(_ bytes: [UInt8]) async throws -> DrawnPicture {
        let (status, answer) = try await withCheckedThrowingContinuation { continuation in
            // What waits for a process waits on a thread of its own: those of a queue are the ones that tasks run on.
            Thread.detachNewThread {
                continuation.resume(with: Result { try run(bytes) })
            }
        }
        guard status == 0 else {
            throw status == PictureChild.tooManyPoints ? PictureProblem.tooManyPoints : .unreadable
        }
        guard let drawn = PictureChild.read(answer) else { throw PictureProblem.unreadable }
        return drawn
    }

    private func run(_ bytes: [UInt8]) throws -> (status: Int32, answer: [UInt8]) {
        let deadline = ContinuousClock.now + longest
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
            throw Self.failure("a socket")
        }
        let ours = ends[0]
        defer { close(ours) }
        let pid: pid_t
        do {
            defer { close(ends[1]) }
            pid = try spawn(ends[1])
        }
        var second = timeval(tv_sec: 1, tv_usec: 0)
        for side in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(ours, SOL_SOCKET, side, &second, socklen_t(MemoryLayout<timeval>.size))
        }
        var answer: [UInt8] = []
        if send(bytes, over: ours, until: deadline) {
            shutdown(ours, Int32(SHUT_WR))
            answer = receive(over: ours, until: deadline)
        }
        // Whatever it still does is of no use any more; of one that has ended only the place is cleared.
        kill(pid, SIGKILL)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0, errno == EINTR {}
        // A whole answer tells how it ended; without one it was ended, by us, by its limits or by a fault.
        guard let code = answer.first else { return (PictureChild.unreadable, []) }
        return (Int32(code), Array(answer.dropFirst()))
    }

    private func send(_ bytes: [UInt8], over socket: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if ![EINTR, EAGAIN].contains(errno) {
                return false
            }
            guard ContinuousClock.now < deadline else { return false }
        }
        return true
    }

    private func receive(over socket: Int32, until deadline: ContinuousClock.Instant) -> [UInt8] {
        var answer: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 * 1024)
        while answer.count <= PictureChild.mostAnswerBytes {
            let count = recv(socket, &room, room.count, 0)
            if count == 0 { return answer }
            if count > 0 {
                answer += room.prefix(count)
            } else if ![EINTR, EAGAIN].contains(errno) {
                return []
            }
            guard ContinuousClock.now < deadline else { return [] }
        }
        return []
    }

    /// Starts the process with the socket as its standard input and output, nothing else open, and nothing of our environment.
    private func spawn(_ socket: Int32) throws -> pid_t {
        guard let program = command.first else { throw Failure(description: "no program to draw pictures with") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        gd_shim_close_from(&actions, STDERR_FILENO + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let session: Int32 = 0x80  // POSIX_SPAWN_SETSID
        posix_spawnattr_setflags(
            &attributes, Int16(Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | session))
        var pid = pid_t()
        let words = command.map { strdup($0) } + [nil]
        let environment = [strdup("LC_ALL=C"), nil]
        defer { (words + environment).forEach { free($0) } }
        let failed = posix_spawn(&pid, program, &actions, &attributes, words, environment)
        guard failed == 0 else { throw Self.failure(program, failed) }
        return pid
    }

    private static func failure(_ what: String, _ number: Int32 = errno) -> Failure {
        Failure(description: "no \(what) to draw pictures with: \(String(cString: strerror(number)))")
    }
}
