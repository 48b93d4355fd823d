import Foundation

/// The package's own sources, found from where this file was compiled.
enum Sources {
    static let directory = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources").resolvingSymlinksInPath()

    static func files() throws -> [SourceFile] {
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
