import Foundation
import Glibc

// Making, starting and stopping the server. All of it happens behind the door.
extension LocalCluster {
    /// Starts the server on its data, making them first if there are none.
    ///
    /// The server gets its directories open, as descriptors 3 (data), 4 (configuration) and 5 (socket), so that it may
    /// be somebody whom the parents keep out, and paths of any length or spelling do.
    func boot(_ place: ClusterDirectory) async throws -> Connection {
        let version = try place.dataVersion()
        let user =
            if let owner = place.dataStatus?.st_uid {
                try ServerUser.owning(owner, directory: place.path)
            } else {
                try ServerUser.forNewCluster()
            }
        let programs = try await ServerPrograms.find(search, needed: version, for: place.path)
        let log = try place.openLog()
        if version == nil { try await initialise(place, with: programs, as: user, log: log) }

        try place.disarmStaleFile()
        let data = try Descriptor(opening: place.data, flags: O_RDONLY | O_DIRECTORY, doing: "open \(place.data)")
        let configuration = try writeConfiguration(place, for: user)
        let socket = try place.makeSocketDirectory(for: user)
        let command = [programs.postgres, "-D", "/proc/self/fd/3", "-c", "config_file=/proc/self/fd/4/postgresql.conf"]
        var tries = 50
        while true {
            let server = try ChildProcess.start(
                command, as: user, handing: [data, configuration, socket], output: log)
            do {
                try await waitUntilReady(server, in: place)
                break
            } catch ClusterError.programFailed(_, let said, _) where said.contains("still in use") && tries > 0 {
                // The remains of a server that was killed notice its death within moments.
                tries -= 1
                await pause(.milliseconds(100))
            }
        }
        guard let connection = try connection(in: place) else {
            throw ClusterError.system(doing: "find the socket of the database in \(place.path)", reason: "it is gone")
        }
        return connection
    }

    private func writeConfiguration(_ place: ClusterDirectory, for user: ServerUser) throws -> Descriptor {
        let directory = try place.makeDirectory(place.configuration, mode: 0o755, for: nil)
        var users: [String] = []
        for name in [try ServerUser.caller().name, "root", user.name, ServerUser.numbered(place.owner)?.name] {
            if let name, !users.contains(name) { users.append(name) }
        }
        let text = Configuration(settings: settings, users: users, roles: roles)
        try place.write(
            text.server(directory: "/proc/self/fd/4", socket: "/proc/self/fd/5"),
            to: place.configuration + "/postgresql.conf")
        try place.write(text.authentication, to: place.configuration + "/pg_hba.conf")
        try place.write(text.userMap, to: place.configuration + "/pg_ident.conf")
        return directory
    }

    /// Makes the data beside their place and moves them there when they are whole.
    private func initialise(
        _ place: ClusterDirectory, with programs: ServerPrograms, as user: ServerUser, log: Descriptor
    ) async throws {
        if access(place.unfinished, F_OK) == 0 {
            do {
                try FileManager.default.removeItem(atPath: place.unfinished)
            } catch {
                throw ClusterError.lastError(doing: "remove \(place.unfinished), left by a start that was cut short")
            }
        }
        let data = try place.makeDirectory(place.unfinished, for: user)
        var command = [
            programs.initdb, "-D", "/proc/self/fd/3", "--username=\(Configuration.superuser)", "--encoding=UTF8",
            "--locale=\(ClusterLocale.name)", "--data-checksums", "--auth-local=peer", "--auth-host=reject",
        ]
        if settings == .throwAway { command.append("--no-sync") }
        let status = try await ChildProcess.start(command, as: user, handing: [data], output: log).exitStatus()
        guard status == 0 else {
            throw ClusterError.programFailed(name: "initdb", said: place.lastWords(), log: place.log)
        }
        guard rename(place.unfinished, place.data) == 0 else {
            throw ClusterError.lastError(doing: "move \(place.unfinished) to \(place.data)")
        }
        let parent = try Descriptor(opening: place.path, flags: O_RDONLY | O_DIRECTORY, doing: "open \(place.path)")
        _ = parent.lend { fsync($0) }
    }

    /// Recovery after a crash takes as long as it takes; only the server's own end, or cancellation, ends the wait.
    private func waitUntilReady(_ server: ChildProcess, in place: ClusterDirectory) async throws {
        while true {
            if server.ended() != nil {
                throw ClusterError.programFailed(name: "postgres", said: place.lastWords(), log: place.log)
            }
            if let file = place.postmasterFile(), file.pid == server.pid, file.state == .ready { return }
            if Task.isCancelled {
                kill(server.pid, SIGINT)
                _ = await server.exitStatus()
                throw CancellationError()
            }
            await pause()
        }
    }

    /// Stops the server in fast mode; after a minute in immediate mode, which the next start recovers from.
    func shutDown(_ place: ClusterDirectory) async throws {
        guard let server = place.server() else { return }
        let process = ChildProcess(pid: server.pid)
        for (signal, limit) in [(SIGINT, Duration.seconds(60)), (SIGQUIT, .seconds(10))] {
            kill(server.pid, signal)
            let deadline = ContinuousClock.now + limit
            while ContinuousClock.now < deadline {
                // Collects the process if it is our child; for any other this does nothing.
                _ = process.ended()
                if !ServerProcess.isAlive(server.pid) {
                    if let owner = place.dataStatus?.st_uid, let user = ServerUser.numbered(owner) {
                        place.removeSocketDirectoryElsewhere(of: user)
                    }
                    return
                }
                await pause(.milliseconds(5))
            }
        }
        throw ClusterError.willNotStop(pid: server.pid)
    }
}
