/// How answers are printed.
package enum ConsoleFormat: String, CaseIterable, Sendable {
    case table, csv, json

    /// What goes to standard output.
    ///
    /// - Parameter width: the terminal's columns; nil when standard output is no terminal.
    func render(_ output: ConsoleOutput, width: Int?) -> String {
        switch (self, output.body) {
        case (.json, .nothing): "[]\n"
        case (.json, .text(let text, let key)): JSONRows.render(ConsoleTable([key], [[.text(text)]])) + "\n"
        case (.json, .table(let table)): JSONRows.render(table) + "\n"
        case (_, .nothing): ""
        case (_, .text(let text, _)): width == nil ? text : Printable.prose(text)
        case (.csv, .table(let table)): CSVRows.render(table)
        case (.table, .table(let table)): AlignedTable(table, width: width).render()
        }
    }
}
