import Foundation

/// Where `sql` and `seed` are at run time: named, beside the executable, installed, or in the source tree.
enum Places {
    static func sql(_ named: String?) throws -> String {
        try find("sql", holding: "migrations", named: named, option: "--sql-dir")
    }

    static func seed() throws -> String {
        try find("seed", holding: "demo", named: nil, option: "the source tree")
    }

    private static func find(_ folder: String, holding inside: String, named: String?, option: String) throws -> String
    {
        let candidates = named.map { [$0] } ?? usual(folder)
        for path in candidates where FileManager.default.fileExists(atPath: "\(path)/\(inside)") { return path }
        throw ProgramFailure(
            code: 3,
            message:
                "The folder \(folder) is not in \(candidates.joined(separator: ", ")). Say where it is with \(option).")
    }

    private static func usual(_ folder: String) -> [String] {
        var paths: [String] = []
        if let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            var directory = (executable as NSString).deletingLastPathComponent
            paths.append("\(directory)/\(folder)")
            paths.append("/usr/share/practiceweek/\(folder)")
            for _ in 0..<6 where directory != "/" {
                directory = (directory as NSString).deletingLastPathComponent
                paths.append(directory == "/" ? "/\(folder)" : "\(directory)/\(folder)")
            }
        } else {
            paths.append("/usr/share/practiceweek/\(folder)")
        }
        return paths
    }
}
