import Domain
import HTML

/// What those whom a ceremony names still lack, each with the page on which it is written.
struct CeremonyGapList: Component {
    /// So many are listed; the others are counted.
    static let most = 100

    var gaps: [CeremonyGap]

    var body: Markup {
        Markup {
            if !gaps.isEmpty {
                H2("Still missing")
                P(CeremonyGap.counts(gaps).joined(separator: " "))
                Disclosure("Whose, and where to write it") {
                    DataTable(
                        id: "gaps", caption: "What is missing", isCaptionHidden: true,
                        rows: Array(gaps.prefix(Self.most)),
                        columns: [
                            TableColumn("Who", .rowHeader) { gap in
                                A(href: gap.candidate.protectionAddress) { Bdi(gap.name) }
                            },
                            TableColumn("Award") { $0.award },
                            TableColumn("What is missing") { gap in
                                SchemeWords.list(gap.lacks.map(\.title))
                            },
                        ])
                    if gaps.count > Self.most { P("And \(gaps.count - Self.most) more.", .class("hint")) }
                }
            }
        }
    }
}
