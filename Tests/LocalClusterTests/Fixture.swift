import Foundation
import Glibc
import Testing

@testable import LocalCluster

/// A directory of its own for one test, closed to other users as `mktemp -d` makes it; whatever runs in it is stopped,
/// and it is removed.
func withDirectory(
    suffix: String = "", _ body: (_ directory: String) async throws -> Void
) async throws {
    var template = Array((FileManager.default.temporaryDirectory.path + "/cluster-test-XXXXXX").utf8CString)
    let root = String(cString: try #require(mkdtemp(&template)))
    let directory = root + "/cluster" + suffix
    var failure: (any Error)?
    do {
        try await body(directory)
    } catch {
        failure = error
    }
    await clear(root: root, directory: directory)
    if let failure { throw failure }
}

private func clear(root: String, directory: String) async {
    if let place = ClusterDirectory(existing: directory) {
        _ = try? await LocalCluster(directory: directory).shutDown(place)
    }
    try? FileManager.default.removeItem(atPath: root)
}

/// Runs one statement with psql and answers what it prints, without the line's end.
func query(_ text: String, at connection: LocalCluster.Connection) async throws -> String {
    let programs = try await ServerPrograms.find(.usual, needed: nil, for: "")
    let real = URL(filePath: programs.postgres).resolvingSymlinksInPath().deletingLastPathComponent().path
    let command = [real + "/psql", "-XAtq", "-d", connection.conninfo, "-c", text]
    let answer = try await ChildProcess.output(of: command)
    return try #require(answer, "psql failed").trimmingCharacters(in: .newlines)
}

extension LocalCluster {
    /// The running server's process number; nil when none runs.
    func runningPID() async throws -> Int32? {
        guard case .running(let running) = try await status() else { return nil }
        return running.pid
    }
}

/// Waits until the condition holds, for as long as a test may take.
func eventually(_ condition: () throws -> Bool) async throws -> Bool {
    for _ in 0..<3_000 {
        if try condition() { return true }
        await pause()
    }
    return false
}

extension Tag {
    @Tag static var realServer: Self
}
