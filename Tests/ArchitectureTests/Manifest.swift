import Foundation

/// What Package.swift says of the house's own modules. A module that a target imports and does not declare is built
/// before it by luck: in a tree that was built before it is found, and in a new clone it may not be.
enum Manifest {
    static let file = Sources.directory.deletingLastPathComponent().appending(path: "Package.swift")

    /// Each target's folder name, and the modules of the house named in its entry.
    static func declared(in text: String) -> [String: Set<String>] {
        let entry =
            /(?:layer\(|tests\(|\.(?:target|executableTarget|testTarget)\(\s*name:)\s*"(\w+)"(?:,\s*(?:dependencies:\s*)?\[([^\]]*)\])?/
        var found: [String: Set<String>] = [:]
        for match in text.matches(of: entry) {
            let name = String(match.1)
            let isTests = match.0.hasPrefix("tests")
            let modules = Set((match.2 ?? "").matches(of: /"(\w+)"/).map { String($0.1) })
            found[isTests ? "\(name)Tests" : name] = isTests ? modules.union([name]) : modules
        }
        return found
    }

    /// A breach for each import of a module of the house that the target does not declare.
    static func breaches(of target: String, in files: [SourceFile], declared: [String: Set<String>]) -> [String] {
        let house = Set(House.layers.keys).union(["TestSupport"])
        let known = declared[target] ?? []
        return files.flatMap { file in
            Import.all(in: file).filter {
                house.contains($0.module) && !known.contains($0.module) && $0.module != target
            }
            .map { "\(file.path):\($0.line): Package.swift does not give \(target) the module \($0.module)" }
        }
    }
}
