/// A table as one JSON array of objects on one line, keys in the columns' order. Nothing but ASCII controls and what a
/// terminal could obey is escaped, so that a text stays readable.
enum JSONRows {
    static func render(_ table: ConsoleTable) -> String {
        let keys = table.columns.map { quoted($0) + ":" }
        let objects = table.rows.map { row in
            "{" + zip(keys, row).map { $0 + value($1) }.joined(separator: ",") + "}"
        }
        return "[" + objects.joined(separator: ",") + "]"
    }

    private static func value(_ cell: Cell) -> String {
        switch cell {
        case .int(let number): String(number)
        case .decimal: cell.plain.isEmpty ? "null" : cell.plain
        case .bool(let truth): truth ? "true" : "false"
        case .null: "null"
        case .rows(let table): render(table)
        case .text, .day, .time: quoted(cell.plain)
        }
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where Printable.isUnsafe(scalar): quoted += escaped(scalar)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
