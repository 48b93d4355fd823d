import Testing

/// One rule of the house: what it looks for in a file, and a snippet that it must find, so that a rule that became blind
/// fails.
struct Rule: CustomTestStringConvertible, Sendable {
    let name: String
    /// Where and what, for each breach.
    let breaches: @Sendable (_ file: SourceFile) -> [String]
    let breaking: SourceFile
    let keeping: SourceFile

    var testDescription: String { name }
}

/// A file of Sources: its path from there, such as `Store/Booking/InsertBooking.swift`.
struct SourceFile: Sendable {
    let path: String
    let text: String

    var layer: String { path.split(separator: "/").first.map(String.init) ?? "" }

    /// The folder below the layer; nil for a file directly in it.
    var folder: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : nil
    }

    /// Each line of code that matches, with its number.
    func lines<Output>(matching pattern: Regex<Output>) -> [String] {
        SourceText(text).code.enumerated().compactMap { number, line in
            line.firstMatch(of: pattern) == nil ? nil : "\(path):\(number + 1): \(line.trimmed)"
        }
    }
}

/// An import in a file's code.
struct Import {
    let line: Int
    let module: String
    let isInternal: Bool

    static func all(in file: SourceFile) -> [Import] {
        let pattern =
            /^\s*((?:@\w+(?:\([^)]*\))?\s+)*)(?:(public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)/
        return SourceText(file.text).code.enumerated().compactMap { number, line in
            guard let match = line.firstMatch(of: pattern) else { return nil }
            return Import(line: number + 1, module: String(match.3), isInternal: match.2 == "internal")
        }
    }
}

extension StringProtocol {
    var trimmed: String {
        String(drop { $0 == " " })
    }
}
