import HTML

/// A table with a caption. On a narrow screen every row becomes a card whose lines are named by the columns.
struct DataTable<Row>: Component {
    /// Unlike that of any other table on the page.
    var id = "table"
    var caption: String
    /// Whether a heading above says the same, so that the caption is for screen readers only.
    var isCaptionHidden = false
    var rows: [Row]
    var columns: [TableColumn<Row>]

    var body: Markup {
        Div(.class("table-frame"), .role(.region), .aria(.labelledby, id + "-caption"), .tabindex(0)) {
            Table(.class("table"), .role(.table), .id(id)) {
                Caption(caption, .id(id + "-caption"), .class(isCaptionHidden ? "visually-hidden" : nil))
                Thead(.role(.rowgroup)) {
                    Tr(.role(.row)) {
                        for column in columns { column.heading }
                    }
                }
                Tbody(.role(.rowgroup)) {
                    for row in rows {
                        Tr(.role(.row)) {
                            for column in columns { column.cell(of: row) }
                        }
                    }
                }
            }
        }
    }
}

/// A column: its heading, and what each row shows in it.
struct TableColumn<Row> {
    enum Kind {
        case text
        case number
        /// The cell that names the row. One column should be so.
        case rowHeader
    }

    var title: String
    var kind: Kind
    var sort: SortLink?
    var content: (Row) -> Markup

    init(
        _ title: String, _ kind: Kind = .text, sort: SortLink? = nil, @MarkupBuilder content: @escaping (Row) -> Markup
    ) {
        self.title = title
        self.kind = kind
        self.sort = sort
        self.content = content
    }

    var heading: Markup {
        Th(
            .column, .role(.columnheader), .class(kind == .number ? "number" : nil),
            .aria(.sort, sort?.direction?.rawValue)
        ) {
            if let sort {
                A(href: sort.address, .class("sort")) {
                    title
                    Span(sort.direction?.arrow ?? "↕", .class("sort__arrow"), .aria(.hidden, true))
                }
            } else {
                title
            }
        }.markup
    }

    func cell(of row: Row) -> Markup {
        switch kind {
        case .rowHeader: Th(.row, .role(.rowheader), .data("label", title)) { content(row) }.markup
        case .number: Td(.role(.cell), .data("label", title), .class("number")) { content(row) }.markup
        case .text: Td(.role(.cell), .data("label", title)) { content(row) }.markup
        }
    }
}

/// The link in a column's heading that sorts by it, and how the table is sorted by it now.
struct SortLink {
    enum Direction: String {
        case ascending, descending

        var arrow: String { self == .ascending ? "↑" : "↓" }
    }

    var address: WebAddress
    var direction: Direction?
}
