import Foundation
import Glibc
import Testing

@testable import LocalCluster

@Suite("Where a cluster lives, and whose it is", .tags(.realServer))
struct PlaceTests {
    @Test(
        "A path may be long, or hold what shells and libpq treat specially",
        arguments: [
            String(repeating: "/a-directory-with-a-long-name", count: 6),
            #"/it's "quoted", \ and $HOME spaced"#,
            "/Übung naïve 週",
        ])
    func awkwardPath(suffix: String) async throws {
        try await withDirectory(suffix: suffix) { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            let connection = try await cluster.start()
            #expect(try await query("select 1", at: connection) == "1")
            #expect(try await LocalCluster(directory: directory).start() == connection)
            try await LocalCluster(directory: directory).stop()
            try await cluster.stop()
        }
    }

    @Test("A socket that had to be elsewhere is taken away with the server")
    func socketElsewhere() async throws {
        try await withDirectory(suffix: String(repeating: "/deep-below-the-surface", count: 6)) { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            let place = try await cluster.start().socketDirectory
            #expect(place.utf8.count < 90)
            #expect(FileManager.default.fileExists(atPath: place))
            try await cluster.stop()
            #expect(!FileManager.default.fileExists(atPath: place))
        }
    }

    @Test(
        "Run by root, the server and its data are an unprivileged user's, and all else stays root's",
        .enabled(if: isRoot))
    func ownership() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            let server = try ServerUser.forNewCluster()
            let pid = try #require(try await cluster.runningPID())
            #expect(ServerProcess.owner(of: pid) == server.id)
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
                let theirs = ["data", "socket"].contains(name)
                var status = stat()
                lstat("\(directory)/\(name)", &status)
                #expect(status.st_uid == (theirs ? server.id : 0), "\(name)")
            }
            var parent = stat()
            stat(URL(filePath: directory).deletingLastPathComponent().path, &parent)
            #expect(parent.st_uid == 0 && parent.st_mode & 0o777 == 0o700, "the control: others cannot walk here")
        }
    }

    @Test("The number of a dead server that another process of the same user has now does not stop a start")
    func reusedNumber() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            let file = try String(contentsOfFile: directory + "/data/postmaster.pid", encoding: .utf8)
            try await cluster.stop()

            let place = try #require(ClusterDirectory(existing: directory))
            let user = try ServerUser.owning(try #require(place.dataStatus?.st_uid), directory: directory)
            let stranger = try ChildProcess.start(["/bin/sleep", "600"], as: user, output: place.openLog())
            #expect(try await eventually { ServerProcess.owner(of: stranger.pid) == user.id })
            let end = try #require(file.firstIndex(of: "\n"))
            let path = directory + "/data/postmaster.pid"
            try "\(stranger.pid)\(file[end...])".write(toFile: path, atomically: false, encoding: .utf8)
            chown(path, user.id, user.group)

            #expect(try await cluster.runningPID() == nil)
            #expect(try await query("select 1", at: try await cluster.start()) == "1")
            kill(stranger.pid, SIGKILL)
            _ = await stranger.exitStatus()
        }
    }

    @Test("A file left by a server that no longer exists does not stop a start")
    func staleFile() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            let file = try String(contentsOfFile: directory + "/data/postmaster.pid", encoding: .utf8)
            try await cluster.stop()
            let path = directory + "/data/postmaster.pid"
            try file.write(toFile: path, atomically: false, encoding: .utf8)
            let owner = try #require(ClusterDirectory(existing: directory)?.dataStatus)
            chown(path, owner.st_uid, owner.st_gid)
            #expect(try await query("select 1", at: try await cluster.start()) == "1")
        }
    }
}

private let isRoot = geteuid() == 0
