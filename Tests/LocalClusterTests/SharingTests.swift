import Foundation
import Glibc
import Testing

@testable import LocalCluster

@Suite("Programs that share a cluster", .tags(.realServer))
struct SharingTests {
    @Test("The second to start finds the first one's server, and the last to leave stops it")
    func lastOneStops() async throws {
        try await withDirectory { directory in
            let first = LocalCluster(directory: directory, settings: .throwAway)
            let second = LocalCluster(directory: directory, settings: .throwAway)
            let connection = try await first.start()
            let pid = try #require(try await first.runningPID())
            #expect(try await second.start() == connection)
            #expect(try await second.runningPID() == pid)
            try await first.stop()
            #expect(try await query("select 1", at: connection) == "1")
            try await second.stop()
            #expect(!ServerProcess.isAlive(pid))
        }
    }

    /// A program that ends without a word leaves what a dropped object does: closed descriptors, and no `stop`. That a real
    /// one is killed is tested in Tests/browser/test_program.py.
    @Test("A server whose program ended without stopping it is taken over, and stopped by the one who took it")
    func endedProgram() async throws {
        try await withDirectory { directory in
            var ended: LocalCluster? = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await ended?.start()
            ended = nil
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            guard case .running(let left) = try await cluster.status() else {
                Issue.record("the server stopped")
                return
            }
            #expect(!left.inUse)
            let connection = try await cluster.start()
            #expect(try await cluster.runningPID() == left.pid)
            #expect(try await query("select 1", at: connection) == "1")
            try await cluster.stop()
            #expect(!ServerProcess.isAlive(left.pid))
        }
    }

    @Test("A cluster bound to its program vanishes when the program ends without stopping it")
    func boundToProgram() async throws {
        try await withDirectory { directory in
            var ended: LocalCluster? = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await ended?.start()
            let pid = try #require(try await ended?.runningPID())
            try await ended?.removeWithProgram()
            ended = nil
            let vanished = try await eventually { !FileManager.default.fileExists(atPath: directory) }
            #expect(vanished)
            #expect(!ServerProcess.isAlive(pid))
        }
    }

    @Test("Real data are never bound to a program's life")
    func realDataStay() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .production)
            _ = try await cluster.start()
            try await cluster.removeWithProgram()
            #expect(await cluster.lifeline == nil)
            try await cluster.stop()
            #expect(FileManager.default.fileExists(atPath: directory + "/data/PG_VERSION"))
        }
    }

    @Test("A kept server outlives its users until it is told to halt")
    func keptServer() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            try await cluster.keep()
            try await cluster.stop()
            let other = LocalCluster(directory: directory, settings: .throwAway)
            guard case .running(let running) = try await other.status() else {
                Issue.record("the server stopped")
                return
            }
            #expect(running.kept)
            #expect(!running.inUse)
            #expect(try await other.halt())
            #expect(!ServerProcess.isAlive(running.pid))
            #expect(try await other.halt() == false)
        }
    }

    @Test("A server in use by another program is not halted")
    func noHaltWhileInUse() async throws {
        try await withDirectory { directory in
            let user = LocalCluster(directory: directory, settings: .throwAway)
            let connection = try await user.start()
            let other = LocalCluster(directory: directory, settings: .throwAway)
            let error = await #expect(throws: ClusterError.self) { try await other.halt() }
            #expect(error == .inUse(directory: directory))
            #expect(try await query("select 1", at: connection) == "1")
        }
    }

    @Test("A server that was killed is started anew, with what it had acknowledged")
    func killedServer() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .production)
            let connection = try await cluster.start()
            _ = try await query("create table kept as select 42 as answer", at: connection)
            let pid = try #require(try await cluster.runningPID())
            kill(pid, SIGKILL)
            #expect(try await eventually { !ServerProcess.isAlive(pid) })
            let again = try await cluster.start()
            #expect(try await query("select answer from kept", at: again) == "42")
        }
    }

    @Test("A server whose socket vanished is replaced if nobody else uses it")
    func vanishedSocket() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            let connection = try await cluster.start()
            let pid = try #require(try await cluster.runningPID())
            unlink(connection.socketDirectory + "/.s.PGSQL.5432")
            let other = LocalCluster(directory: directory, settings: .throwAway)
            let error = await #expect(throws: ClusterError.self) { try await other.start() }
            #expect(error == .unreachable(pid: pid, directory: directory))
            #expect(try await query("select 1", at: try await cluster.start()) == "1")
        }
    }
}
