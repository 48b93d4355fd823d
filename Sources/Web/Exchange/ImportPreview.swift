import Domain
import Exchange
import Foundation
import HTML

/// What a file would do, or everything that is wrong with it by row and column. Nothing has been changed yet.
struct ImportPreview: Component {
    static let mostLines = 300

    var file: KeptFile
    var kind: ImportKind
    var report: ImportReport
    var formGuard: FormGuard

    var body: Markup {
        if report.isGood { good } else { wrong }
        if !report.warnings.isEmpty {
            H2("To know")
            Ul { for warning in report.warnings.prefix(Self.mostLines) { Li(warning.sentence) } }
        }
    }

    @MarkupBuilder private var good: Markup {
        H1("Check the file")
        P("\(file.name), \(kind.title.lowercased()). Nothing has been changed yet.", .class("lead"))
        SummaryList(rows: [
            .init("Would be added", Self.rows(report.count(.added))),
            .init("Would be changed", Self.rows(report.count(.changed))),
            .init("Already so", Self.rows(report.unchanged)),
        ])
        if report.accepted == 0 {
            P("Everything in the file is already so: there is nothing to import.")
            P { A("Choose another file", href: SiteURL.staffImports.address) }
        } else {
            PostForm(to: SiteURL.staffImport(file.id.uuidString).address, guard: formGuard) {
                ActionRow {
                    ActionButton("Import \(report.accepted == 1 ? "1 row" : "\(report.accepted) rows")")
                    A("Choose another file", href: SiteURL.staffImports.address)
                }
            }
            rows("added", "What would be added", .added)
            rows("changed", "What would be changed", .changed)
        }
    }

    private static func rows(_ count: Int) -> String { AdminWords.counted(count, "row", "rows", none: "None") }

    @MarkupBuilder private func rows(_ id: String, _ caption: String, _ outcome: ImportOutcome) -> Markup {
        let rows = report.rows.filter { $0.outcome == outcome }
        if !rows.isEmpty {
            DataTable(
                id: id, caption: caption, rows: Array(rows.prefix(Self.mostLines)),
                columns: [
                    TableColumn("Row", .number) { String($0.row) },
                    TableColumn("What", .rowHeader) { Bdi($0.name) },
                ]
                    + (rows.contains { $0.change != nil }
                        ? [TableColumn("What changes") { Bdi($0.change ?? "") }] : []))
            if rows.count > Self.mostLines { P("And \(rows.count - Self.mostLines) more.") }
        }
    }

    @MarkupBuilder private var wrong: Markup {
        let count = report.errors.count
        Div(.class("error-summary"), .role(.alert), .tabindex(-1), .autofocus(), .aria(.labelledby, "error-title")) {
            H2("There is a problem", .id("error-title"))
            P("\(count == 1 ? "1 thing is" : "\(count) things are") wrong with \(file.name). Nothing was imported.")
            P { A("See what to mend", href: "#problems") }
        }
        H1("The file is not right yet")
        P(
            "Mend what is listed here in your file, then choose it again. Row 1 is the first one after the names of the columns.",
            .class("lead"))
        P { A("Choose the file again", href: SiteURL.staffImports.address.adding("kind", kind.name)) }
        DataTable(
            id: "problems", caption: "What to mend", rows: Array(report.errors.prefix(Self.mostLines)),
            columns: [
                TableColumn("Row", .number) { $0.row.map(String.init) ?? "" },
                TableColumn("Column") { Span($0.column ?? "The whole row", .translate(false)) },
                TableColumn("What it says") { problem in
                    if let value = problem.value, !value.isEmpty {
                        Bdi("“\(value.prefix(120))”")
                    } else {
                        problem.column == nil ? "" : "Nothing"
                    }
                },
                TableColumn("What is wrong", .rowHeader) { $0.message },
            ])
        if count > Self.mostLines { P("And \(count - Self.mostLines) more.") }
    }
}

extension ImportReport {
    /// How many good rows became of that kind.
    func count(_ outcome: ImportOutcome) -> Int { rows.count { $0.outcome == outcome } }
}
