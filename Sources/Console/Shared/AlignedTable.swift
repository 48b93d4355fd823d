/// A table as text: columns aligned, numbers to the right, nothing wrapped. On a terminal that is too narrow a single row
/// is turned on its side; of several, spare columns are left out and then the widest cells cut.
struct AlignedTable {
    static let gap = "  "
    static let narrowest = 8

    let table: ConsoleTable
    let width: Int?

    init(_ table: ConsoleTable, width: Int?) {
        self.table = table
        self.width = width
    }

    func render() -> String {
        guard !table.columns.isEmpty else { return "" }
        let texts = table.rows.map { $0.map { Printable.line(width == nil ? $0.plain : $0.spoken) } }
        var columns = table.columns.indices.map { column in
            Column(
                name: table.columns[column], index: column,
                width: texts.reduce(TextWidth.of(table.columns[column])) { max($0, TextWidth.of($1[column])) },
                isNumber: isNumber(column))
        }
        if let width, total(columns) > width {
            if table.rows.count == 1 { return onItsSide() }
            fit(&columns, into: width)
        }
        var lines = [line(columns) { $0.name }, line(columns) { String(repeating: "-", count: $0.width) }]
        for row in texts { lines.append(line(columns) { row[$0.index] }) }
        return lines.map { $0 + "\n" }.joined()
    }

    private struct Column {
        let name: String
        let index: Int
        var width: Int
        let isNumber: Bool
    }

    private func isNumber(_ column: Int) -> Bool {
        let filled = table.rows.map { $0[column] }.filter { $0 != .null }
        return !filled.isEmpty && filled.allSatisfy(\.isNumber)
    }

    private func total(_ columns: [Column]) -> Int {
        columns.reduce(0) { $0 + $1.width } + max(0, columns.count - 1) * Self.gap.count
    }

    private func fit(_ columns: inout [Column], into width: Int) {
        for name in table.spare where total(columns) > width && columns.count > 1 {
            columns.removeAll { $0.name == name }
        }
        while total(columns) > width {
            guard let widest = columns.indices.max(by: { columns[$0].width < columns[$1].width }),
                columns[widest].width > Self.narrowest
            else { return }
            columns[widest].width -= min(total(columns) - width, columns[widest].width - Self.narrowest, 4)
        }
    }

    private func line(_ columns: [Column], _ text: (Column) -> String) -> String {
        var line = ""
        for (position, column) in columns.enumerated() {
            let shown = TextWidth.cut(text(column), to: column.width)
            let padding = String(repeating: " ", count: max(0, column.width - TextWidth.of(shown)))
            line += (position == 0 ? "" : Self.gap) + (column.isNumber ? padding + shown : shown + padding)
        }
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    private func onItsSide() -> String {
        guard let row = table.rows.first else { return "" }
        let label = table.columns.reduce(0) { max($0, $1.count) }
        let indent = "\n" + String(repeating: " ", count: label + 2)
        return zip(table.columns, row).map { name, cell in
            let text = Printable.prose(cell.spoken).split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: indent)
            let head = name + String(repeating: " ", count: label - name.count)
            return (text.isEmpty ? head.trimmingSuffix(" ") : head + Self.gap + text) + "\n"
        }.joined()
    }
}

extension String {
    fileprivate func trimmingSuffix(_ ending: Character) -> String {
        var text = self
        while text.last == ending { text.removeLast() }
        return text
    }
}
