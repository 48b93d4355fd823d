import Foundation
import Glibc

/// A program started in a session of its own, so that Ctrl-C in our terminal does not reach it, with nothing of ours
/// open but what is handed over: the directories become its descriptors 3, 4, …, in order.
struct ChildProcess: Sendable {
    let pid: pid_t

    /// Starts `command`, whose first word is an absolute path, with what it prints going to `output`.
    static func start(
        _ command: [String], as user: ServerUser? = nil, handing directories: [Descriptor] = [],
        input: Descriptor? = nil,
        output: Descriptor
    ) throws -> ChildProcess {
        let words = try wrapped(command, for: user)
        guard let program = words.first else { throw ClusterError.system(doing: "start a program", reason: "no name") }

        // Copies far above the numbers they are to get, so that no copy overwrites one that is still needed.
        let handed = try ([output, input ?? nullInput()] + directories).map { original in
            let copy = original.lend { fcntl($0, F_DUPFD_CLOEXEC, 128) }
            guard copy >= 0 else { throw ClusterError.lastError(doing: "start \(program)") }
            return Descriptor(owning: copy)
        }
        return try Descriptor.lend(handed) { try spawn(program, words, handing: $0) }
    }

    /// - Parameter handed: the descriptors for output, input, and from 3 on.
    private static func spawn(_ program: String, _ words: [String], handing handed: [Int32]) throws -> ChildProcess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, handed[1], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, handed[0], STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, handed[0], STDERR_FILENO)
        var next = STDERR_FILENO + 1
        for directory in handed.dropFirst(2) {
            posix_spawn_file_actions_adddup2(&actions, directory, next)
            next += 1
        }
        for stray in strayDescriptors(from: next) { posix_spawn_file_actions_addclose(&actions, stray) }

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
        let failure = withPointers(to: words) { words in
            withPointers(to: environment) { posix_spawn(&pid, program, &actions, &attributes, words, $0) }
        }
        guard failure == 0 else {
            throw ClusterError.system(doing: "start \(program)", reason: String(cString: strerror(failure)))
        }
        return ChildProcess(pid: pid)
    }

    /// What a short command prints, up to a page of it; nil when it fails.
    static func output(of command: [String]) async throws -> String? {
        let (source, sink) = try Descriptor.pipe()
        _ = source.lend { fcntl($0, F_SETFL, O_NONBLOCK) }
        let child = try start(command, output: sink)
        guard await child.exitStatus() == 0 else { return nil }
        return String(decoding: source.bytes(upTo: 4_096) ?? [], as: UTF8.self)
    }

    /// Waits for the end without blocking a thread. A signal counts as 128 plus its number, as in a shell.
    func exitStatus() async -> Int32 {
        while true {
            if let status = ended() { return status }
            await pause(.milliseconds(5))
        }
    }

    /// The exit status if the program has ended, or was never ours to wait for; nil while it runs.
    func ended() -> Int32? {
        var status: Int32 = 0
        let answer = waitpid(pid, &status, WNOHANG)
        if answer == 0 { return nil }
        guard answer == pid else { return errno == EINTR ? nil : 127 }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    private static func nullInput() throws -> Descriptor {
        try Descriptor(opening: "/dev/null", flags: O_RDWR, doing: "open /dev/null")
    }

    /// English messages, the machine's own clock, and nothing of the caller's secrets.
    private static var environment: [String] {
        ["LC_ALL=\(ClusterLocale.name)", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/", "TZ=UTC"]
    }

    /// What else is open, in case a library opened it without saying that it is not to be inherited.
    private static func strayDescriptors(from first: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        return names.compactMap { Int32($0) }.filter { $0 >= first }
    }

    private static func wrapped(_ command: [String], for user: ServerUser?) throws -> [String] {
        // The shell only leaves our working directory, which the server's user may not be let into.
        let shell = ["/bin/sh", "-c", "cd / && exec \"$@\"", "practiceweek"]
        guard let user, user.id != geteuid() else { return shell + command }
        let places = ["/usr/bin/setpriv", "/bin/setpriv"]
        guard let setpriv = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw ClusterError.cannotChangeUser
        }
        return shell + [
            setpriv, "--reuid=\(user.id)", "--regid=\(user.group)", "--clear-groups", "--inh-caps=-all", "--",
        ]
            + command
    }

    private static func withPointers<Result>(
        to words: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = words.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}
