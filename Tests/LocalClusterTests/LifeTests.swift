import Foundation
import Glibc
import Testing

@testable import LocalCluster

@Suite("A private cluster's life", .tags(.realServer))
struct LifeTests {
    @Test("The first start makes the data, answers queries, and the stop leaves no server behind")
    func firstStart() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            #expect(try await cluster.status() == .absent)
            let connection = try await cluster.start()
            let answer = try await query(
                """
                select current_user, pg_encoding_to_char(encoding), datcollate, current_setting('data_checksums')
                  from pg_database where datname = current_database()
                """, at: connection)
            #expect(answer == "practiceweek|UTF8|\(ClusterLocale.name)|on")
            let pid = try #require(try await cluster.runningPID())
            try await cluster.stop()
            #expect(!ServerProcess.isAlive(pid))
            guard case .stopped(let version) = try await cluster.status() else {
                Issue.record("something still runs")
                return
            }
            #expect(version >= ServerPrograms.oldestMajor)
        }
    }

    @Test("What was written is there after a stop and a start")
    func dataStay() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await query("create table kept as select 42 as answer", at: try await cluster.start())
            try await cluster.stop()
            #expect(try await query("select answer from kept", at: try await cluster.start()) == "42")
        }
    }

    @Test("A cluster for real data keeps every promise about disks and logs")
    func productionSettings() async throws {
        try await withDirectory { directory in
            let connection = try await LocalCluster(directory: directory, settings: .production).start()
            let names = [
                "fsync", "full_page_writes", "synchronous_commit", "listen_addresses", "archive_mode",
                "max_connections",
                "log_min_duration_statement", "log_error_verbosity", "log_parameter_max_length_on_error",
            ]
            let list = names.map { "current_setting('\($0)')" }.joined(separator: ", ")
            #expect(try await query("select \(list)", at: connection) == "on|on|on||off|60|500ms|terse|0")
        }
    }

    @Test("A cluster to throw away does without the disk")
    func throwAwaySettings() async throws {
        try await withDirectory { directory in
            let connection = try await LocalCluster(directory: directory, settings: .throwAway).start()
            let names = [
                "fsync", "full_page_writes", "synchronous_commit", "wal_level", "max_wal_senders", "max_connections",
            ]
            let list = names.map { "current_setting('\($0)')" }.joined(separator: ", ")
            #expect(try await query("select \(list)", at: connection) == "off|off|off|minimal|0|500")
        }
    }

    @Test("The server has a session of its own, no input, and nothing open that is ours")
    func isolation() async throws {
        try await withDirectory { directory in
            let stray = open("/etc/passwd", O_RDONLY)
            defer { close(stray) }
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            let pid = try #require(try await cluster.runningPID())
            #expect(getsid(pid) == pid)
            let files = FileManager.default
            let numbers = try files.contentsOfDirectory(atPath: "/proc/\(pid)/fd")
            let open = numbers.compactMap { try? files.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\($0)") }
            #expect(open.contains("/dev/null"))
            #expect(open.contains { $0.hasSuffix("/server.log") })
            #expect(!open.contains("/etc/passwd"))
            #expect(!open.contains { $0.hasSuffix(".lock") })
        }
    }

    @Test("Several starts at once make one cluster and one server")
    func startsAtOnce() async throws {
        try await withDirectory { directory in
            let clusters = (0..<4).map { _ in LocalCluster(directory: directory, settings: .throwAway) }
            let times = try await withThrowingTaskGroup(of: String.self) { group in
                for cluster in clusters {
                    group.addTask {
                        try await query("select pg_postmaster_start_time()", at: try await cluster.start())
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(times.count == 1)
        }
    }

    @Test("A start that is cancelled leaves no server behind")
    func cancelledStart() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            try await cluster.stop()
            let start = Task { try await cluster.start() }
            start.cancel()
            await #expect(throws: CancellationError.self) { try await start.value }
            #expect(try await cluster.runningPID() == nil)
        }
    }

    @Test("A first start that was cut short is done again from the beginning")
    func leftoverOfInitdb() async throws {
        try await withDirectory { directory in
            try FileManager.default.createDirectory(
                atPath: directory + "/data.new/base", withIntermediateDirectories: true)
            try "half".write(toFile: directory + "/data.new/PG_VERSION", atomically: false, encoding: .utf8)
            let connection = try await LocalCluster(directory: directory, settings: .throwAway).start()
            #expect(try await query("select 1", at: connection) == "1")
            #expect(!FileManager.default.fileExists(atPath: directory + "/data.new"))
        }
    }

    @Test("A log that grew long is put aside at the next start")
    func logIsRotated() async throws {
        try await withDirectory { directory in
            let place = try ClusterDirectory(making: directory)
            try place.write(String(repeating: "old\n", count: 100), to: place.log)
            _ = try place.openLog(limit: 1_000)
            #expect(place.contents(of: place.log)?.count == 400)
            _ = try place.openLog(limit: 100)
            #expect(place.contents(of: place.log) == "")
            #expect(place.contents(of: place.log + ".1")?.count == 400)
        }
    }
}
