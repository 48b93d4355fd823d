import Foundation

/// Completes nouns, verbs, options, and the names of what exists.
struct Completer: Sendable {
    /// The grammar as the parser describes it.
    struct Shape: Decodable, Sendable {
        let commandName: String
        let subcommands: [Shape]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable, Sendable {
        struct Name: Decodable, Sendable {
            let kind: String
            let name: String

            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
    }

    private struct Root: Decodable {
        let command: Shape
    }

    private let root: Shape
    private let names: @Sendable (ValueName) -> [String]

    /// - Parameter names: what exists of a kind.
    init?(grammar: String = ConsoleGrammar.description(), names: @escaping @Sendable (ValueName) -> [String]) {
        guard let root = try? JSONDecoder().decode(Root.self, from: Data(grammar.utf8)) else { return nil }
        self.root = root.command
        self.names = names
    }

    func complete(_ beforeCursor: String) -> Completion {
        var shell = ShellWords()
        shell.read(beforeCursor)
        guard !shell.isEscaped else { return .nothing }
        let typed = shell.word ?? ""
        let (candidates, isFile) = candidates(after: shell.words, typed)
        let fitting = candidates.filter { $0.lowercased().hasPrefix(typed.lowercased()) }.uniqued
        guard let first = fitting.first else { return .nothing }
        if fitting.count == 1 {
            let isWhole = !isFile || !first.hasSuffix("/")
            let ending = isWhole ? (shell.quote.map(String.init) ?? "") + " " : ""
            return Completion(insertion: quoted(suffix(of: first, after: typed), shell) + ending, choices: [])
        }
        let common = fitting.dropFirst().reduce(first) { $0.commonPrefix(ignoringCase: $1) }
        let more = suffix(of: common, after: typed)
        return more.isEmpty
            ? Completion(insertion: "", choices: fitting) : Completion(insertion: quoted(more, shell), choices: [])
    }

    private func candidates(after words: [String], _ typed: String) -> ([String], isFile: Bool) {
        var shape = root
        var rest = words[...]
        if rest.first == "help" {
            rest = rest.dropFirst()
            for word in rest { shape = shape.subcommands?.first { $0.commandName == word } ?? shape }
            return (verbs(of: shape), false)
        }
        while let word = rest.first, let next = shape.subcommands?.first(where: { $0.commandName == word }) {
            shape = next
            rest = rest.dropFirst()
        }
        let verbs = verbs(of: shape)
        if !verbs.isEmpty { return (rest.isEmpty ? verbs : [], false) }
        let arguments = shape.arguments ?? []
        if let last = rest.last,
            let option = arguments.first(where: {
                $0.kind == "option" && ($0.names ?? []).contains { $0.typed == last }
            })
        {
            return values(of: option, typed)
        }
        if typed.hasPrefix("-") {
            return (arguments.flatMap { ($0.names ?? []).filter { $0.kind == "long" }.map(\.typed) }, false)
        }
        let position = positionals(in: rest, arguments)
        let wanted = arguments.filter { $0.kind == "positional" }
        guard position < wanted.count else {
            return typed.isEmpty
                ? (arguments.flatMap { ($0.names ?? []).map(\.typed) }.filter { $0 != "--help" && $0 != "-h" }, false)
                : ([], false)
        }
        return values(of: wanted[position], typed)
    }

    private func verbs(of shape: Shape) -> [String] {
        (shape.subcommands ?? []).map(\.commandName)
    }

    /// How many words so far stood for themselves, neither options nor their values.
    private func positionals(in words: ArraySlice<String>, _ arguments: [Argument]) -> Int {
        var count = 0
        var isValue = false
        for word in words {
            if isValue {
                isValue = false
            } else if word.hasPrefix("-") {
                isValue = arguments.contains { $0.kind == "option" && ($0.names ?? []).contains { $0.typed == word } }
            } else {
                count += 1
            }
        }
        return count
    }

    private func values(of argument: Argument, _ typed: String) -> ([String], isFile: Bool) {
        guard let value = argument.valueName.flatMap(ValueName.init) else { return ([], false) }
        if value == .file { return (files(typed), true) }
        return (names(value), false)
    }

    private func files(_ typed: String) -> [String] {
        let slash = typed.lastIndex(of: "/")
        let directory = slash.map { String(typed[...$0]) } ?? ""
        let path = directory.isEmpty ? "." : directory
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [] }
        return entries.filter { !$0.hasPrefix(".") }.sorted().map { name in
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isDirectory)
            return directory + name + (isDirectory.boolValue ? "/" : "")
        }
    }

    private func suffix(of candidate: String, after typed: String) -> String {
        String(candidate.dropFirst(typed.count))
    }

    /// As it has to be typed where the cursor is: outside quotation marks, blanks and marks need a backslash.
    private func quoted(_ text: String, _ shell: ShellWords) -> String {
        let special =
            switch shell.quote {
            case "\"": "\"\\$`"
            case "'": ""
            default: " \t\"'\\#"
            }
        return String(text.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
    }
}

extension [String] {
    /// Without repetitions, in their order.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}

extension String {
    fileprivate func commonPrefix(ignoringCase other: String) -> String {
        String(zip(self, other).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
}
