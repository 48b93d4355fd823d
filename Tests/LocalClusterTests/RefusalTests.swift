import Foundation
import Glibc
import Testing

@testable import LocalCluster

@Suite("Why a cluster cannot be had")
struct RefusalTests {
    @Test("Without PostgreSQL the sentence names the Debian package")
    func programsMissing() async throws {
        try await withDirectory { directory in
            let nothing = ServerPrograms.Search(path: ["/nonexistent", "relative"], versioned: ["/nonexistent"])
            let cluster = LocalCluster(directory: directory, settings: .throwAway, searching: nothing)
            let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
            #expect(error == .programsMissing)
            #expect(error?.description.contains("apt-get install postgresql") == true)
        }
    }

    @Test("A version below the oldest supported one is not used")
    func programsTooOld() async throws {
        try await withDirectory { directory in
            let search = try installations([9, 13], below: directory)
            await #expect(throws: ClusterError.programsTooOld(found: 13)) {
                try await ServerPrograms.find(search, needed: nil, for: directory)
            }
        }
    }

    @Test("New data get the newest version, and data that exist get their own")
    func choice() async throws {
        try await withDirectory { directory in
            let search = try installations([15, 9, 17, 16], below: directory)
            #expect(try await ServerPrograms.find(search, needed: nil, for: directory).major == 17)
            #expect(try await ServerPrograms.find(search, needed: 15, for: directory).major == 15)
        }
    }

    @Test("Data of a version that is not installed are refused with the package to install")
    func versionMissing() async throws {
        try await withDirectory { directory in
            let search = try installations([15, 17], below: directory)
            try FileManager.default.createDirectory(atPath: directory + "/data", withIntermediateDirectories: true)
            try "16\n".write(toFile: directory + "/data/PG_VERSION", atomically: false, encoding: .utf8)
            let error = await #expect(throws: ClusterError.self) {
                try await ServerPrograms.find(search, needed: 16, for: directory)
            }
            #expect(error == .versionMissing(data: 16, installed: [15, 17], directory: directory))
            #expect(error?.description.contains("apt-get install postgresql-16") == true)
        }
    }

    @Test("A directory called data that PostgreSQL did not make is left alone")
    func strangeData() async throws {
        try await withDirectory { directory in
            try FileManager.default.createDirectory(atPath: directory + "/data", withIntermediateDirectories: true)
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
            guard case .notACluster = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test("A server that ends at once is quoted, with the place of its log")
    func programFails() async throws {
        try await withDirectory { directory in
            let cluster = LocalCluster(directory: directory, settings: .throwAway)
            _ = try await cluster.start()
            try await cluster.stop()
            let broken = directory + "/data/global/pg_control"
            try FileManager.default.removeItem(atPath: broken)
            let error = await #expect(throws: ClusterError.self) { try await cluster.start() }
            guard case .programFailed(let name, let said, let log) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(name == "postgres")
            #expect(said.contains("pg_control") && said.hasSuffix("."))
            #expect(log.hasSuffix("/server.log"))
        }
    }

    /// Empty programs in Debian's layout.
    private func installations(_ versions: [Int], below directory: String) throws -> ServerPrograms.Search {
        let root = directory + "/postgresql"
        for version in versions {
            let place = "\(root)/\(version)/bin"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            for name in ["initdb", "postgres"] {
                try Data().write(to: URL(filePath: "\(place)/\(name)"))
                chmod("\(place)/\(name)", 0o755)
            }
        }
        return ServerPrograms.Search(path: [], versioned: [root])
    }
}
