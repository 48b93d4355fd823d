import Domain
import Foundation
import HTML

/// What was printed before a consent changed, to be destroyed; nobody is named.
struct OutdatedPrints: Component {
    var slug: String
    var prints: [CeremonyPrint]
    var formGuard: () -> FormGuard

    private struct Row {
        var print: CeremonyPrint
        var outdated: CeremonyPrint.Outdated
    }

    private var rows: [Row] { prints.compactMap { print in print.outdated.map { Row(print: print, outdated: $0) } } }

    var body: Markup {
        Markup {
            if !rows.isEmpty {
                H2("Printed before a consent changed")
                WarningText("Destroy these and print them anew. What is opened now shows only what is allowed now.")
                DataTable(
                    id: "outdated", caption: "To destroy", isCaptionHidden: true, rows: rows,
                    columns: [
                        TableColumn("Paper", .rowHeader) { $0.print.paper.title },
                        TableColumn("Printed") {
                            AllPrints.opened($0.outdated.lastAt, $0.print.by, times: $0.outdated.times)
                        },
                        TableColumn("When it is done") { row in
                            PostForm(
                                to: SiteURL.ceremonies(.destroyed(slug)).address, guard: formGuard(), isInline: true
                            ) {
                                Input(.hidden, name: "print", .value(row.outdated.id.uuidString.lowercased()))
                                ActionButton("It is destroyed", .secondary, subject: row.print.paper.title)
                            }
                        },
                    ])
            }
        }
    }
}

/// Everything with names in it that was opened for print.
struct AllPrints: Component {
    var prints: [CeremonyPrint]

    var body: Markup {
        Markup {
            if prints.contains(where: \.paper.holdsNames) {
                Disclosure("What has been printed") {
                    DataTable(
                        id: "prints", caption: "Opened to be printed", isCaptionHidden: true,
                        rows: prints.filter(\.paper.holdsNames),
                        columns: [
                            TableColumn("Paper", .rowHeader) { $0.paper.title },
                            TableColumn("Printed") { Self.opened($0.lastAt, $0.by, times: $0.times) },
                        ])
                }
            }
        }
    }

    static func opened(_ moment: Date, _ by: String?, times: Int) -> String {
        let last = "\(AdminWords.moment(moment)) by \(by ?? "the operator")"
        return times > 1 ? "\(times) times, last \(last)" : last
    }
}
