import Foundation
import Glibc

/// One installed version of PostgreSQL's server: the directory of `initdb` and `postgres`, and its major version.
package struct ServerPrograms: Equatable, Sendable {
    package static let oldestMajor = 15

    let directory: String
    let major: Int

    var initdb: String { directory + "/initdb" }
    var postgres: String { directory + "/postgres" }

    /// Where to look: the directories of PATH, and directories with one subdirectory per major version as Debian has them.
    package struct Search: Sendable {
        let path: [String]
        let versioned: [String]

        package init(path: [String], versioned: [String]) {
            self.path = path
            self.versioned = versioned
        }

        package static var usual: Search {
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            return Search(path: path.split(separator: ":").map(String.init), versioned: ["/usr/lib/postgresql"])
        }
    }

    /// The installation for data of version `needed`; for new data, the one in PATH, else the newest.
    static func find(_ search: Search, needed: Int?, for directory: String) async throws -> ServerPrograms {
        let candidates = search.candidates
        guard !candidates.isEmpty else { throw ClusterError.programsMissing }
        var found: [ServerPrograms] = []
        for candidate in candidates {
            guard let major = await majorVersion(of: candidate) else { continue }
            let programs = ServerPrograms(directory: candidate, major: major)
            if major >= oldestMajor, needed == nil || needed == major { return programs }
            found.append(programs)
        }
        guard let newest = found.map(\.major).max() else { throw ClusterError.programsMissing }
        guard let needed else { throw ClusterError.programsTooOld(found: newest) }
        let installed = Set(found.map(\.major)).sorted()
        throw ClusterError.versionMissing(data: needed, installed: installed, directory: directory)
    }

    /// Debian's layout names the version; any other installation is asked.
    private static func majorVersion(of directory: String) async -> Int? {
        let parts = URL(filePath: directory + "/postgres").resolvingSymlinksInPath().pathComponents
        if parts.count >= 4, parts[parts.count - 4] == "postgresql", let major = Int(parts[parts.count - 3]) {
            return major
        }
        guard let answer = try? await ChildProcess.output(of: [directory + "/postgres", "--version"]) else {
            return nil
        }
        return majorVersion(inAnswer: answer)
    }

    /// Reads `postgres (PostgreSQL) 15.20 (…)`, and a development version such as `17devel`.
    static func majorVersion(inAnswer answer: String) -> Int? {
        guard let mark = answer.range(of: "(PostgreSQL) ") else { return nil }
        return Int(answer[mark.upperBound...].prefix { $0.isASCII && $0.isNumber })
    }
}

extension ServerPrograms.Search {
    /// Directories that hold both programs: PATH in its order, then the newest version first.
    var candidates: [String] {
        let files = FileManager.default
        let versions = versioned.flatMap { root in
            ((try? files.contentsOfDirectory(atPath: root)) ?? []).compactMap { Int($0) }.sorted(by: >)
                .map { "\(root)/\($0)/bin" }
        }
        return (path.filter { $0.hasPrefix("/") } + versions).filter { directory in
            ["initdb", "postgres"].allSatisfy { files.isExecutableFile(atPath: "\(directory)/\($0)") }
        }
    }
}
