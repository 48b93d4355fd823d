import Foundation

/// The package's own sources, found from where this file was compiled.
enum Sources {
    static let directory = package.appending(path: "Sources")
    private static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .resolvingSymlinksInPath()

    static func files() throws -> [SourceFile] { try files(below: directory) }

    /// The tests' own sources, by the same kind of path.
    static func tests() throws -> [SourceFile] { try files(below: package.appending(path: "Tests")) }

    private static func files(below directory: URL) throws -> [SourceFile] {
        try FileManager.default.subpathsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(".swift") }.sorted()
            .map { path in
                SourceFile(path: path, text: try String(contentsOf: directory.appending(path: path), encoding: .utf8))
            }
    }

    static func directories() throws -> Set<String> {
        let entries = try FileManager.default.contentsOfDirectory(
            at: directory, includingPropertiesForKeys: [.isDirectoryKey])
        return Set(
            entries.filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true }
                .map(\.lastPathComponent))
    }
}
