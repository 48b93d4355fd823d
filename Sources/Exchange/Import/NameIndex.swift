import Domain
import Foundation

/// Names to look up by the thousand. As `NameMatch` without prefixes: the exact name, else the one that differs only in case.
/// What is near is looked for in the first few misses only, as that takes long among many names.
struct NameIndex<Value> {
    private let kind: String
    private var exact: [String: Value] = [:]
    private var folded: [String: Value] = [:]
    private var names: [String] = []
    private var suggestions = 40

    init(_ kind: String, _ known: some Sequence<(name: String, value: Value)>) {
        self.kind = kind
        for (name, value) in known { add(name, value) }
    }

    mutating func add(_ name: String, _ value: Value) {
        exact[name] = value
        folded[name.lowercased()] = value
        names.append(name)
    }

    func has(_ name: String) -> Bool { folded[name.lowercased()] != nil }

    mutating func find(_ typed: String) throws(PeopleRefusal) -> Value {
        if let value = exact[typed] ?? folded[typed.lowercased()] { return value }
        var near: [String] = []
        if suggestions > 0 {
            suggestions -= 1
            near = NameMatch.near(typed, names)
        }
        throw .nothingNamed(kind: kind, name: String(typed.prefix(120)), near: near)
    }
}
