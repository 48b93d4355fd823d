/// A table as RFC 4180 text without a mark of byte order: commas, CR LF, quotes where they are needed. A cell that a
/// spreadsheet would take for a formula gets an apostrophe in front.
enum CSVRows {
    static func render(_ table: ConsoleTable) -> String {
        let header = table.columns.map(field).joined(separator: ",")
        let rows = table.rows.map { $0.map(field).joined(separator: ",") }
        return ([header] + rows).map { $0 + "\r\n" }.joined()
    }

    private static func field(_ cell: Cell) -> String {
        if case .text(let text) = cell { field(Printable.prose(text)) } else { cell.plain }
    }

    private static func field(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return "" }
        let safe = "=+-@\t＝＋－＠".unicodeScalars.contains(first) ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
