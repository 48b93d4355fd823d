import Domain
import HTML
import Services

/// What the ballots of an award say: in a sentence, in a drawing, and as a table; then where the meeting should begin. A long
/// board says that first, and its tables are in pages.
struct BoardPage: Component {
    /// A drawing of more would be longer than anybody reads.
    static let mostDrawn = 30
    /// So many candidates stand on one page.
    static let size = 60

    var board: AwardsService.Board
    var page = 1
    /// Whether whoever reads it decides.
    var leads: Bool
    var runs: Bool
    var isStaff: Bool

    var body: Markup {
        H1(board.category.title)
        if runs { SchemeNavigation(scheme: board.scheme, here: .results, isStaff: isStaff) }
        if board.scheme.kind == .celebrated {
            P("Here everyone is celebrated: there are no scores and no ranks.", .class("lead"))
        } else {
            P(SchemeWords.basis(board), .class("lead"))
            P(SchemeWords.agreement(board.agreement))
            P(
                "Scores are from 0 to 100. Adjusted is what is left when each judge's severity is allowed for; four times in five the true score lies in the range beside it.",
                .class("hint"))
        }
        if board.scheme.kind != .celebrated { meeting }
        if board.takenOut > 0 {
            WarningText(
                "\(AdminWords.counted(board.takenOut, "ballot was", "ballots were")) taken out after the close, as \(board.takenOut == 1 ? "its judge has" : "their judges have") a conflict."
            )
        }
        if undecided > 0, undecided < count, board.scheme.state != .frozen {
            P("\(undecided) of \(count) are not decided yet.", .id("undecided"))
        }
        if board.bands.allSatisfy({ $0.lines.isEmpty }) { EmptyState("There is no candidate here") }
        for part in parts { one(part) }
        Pagination(page: shown, pages: pages, address: Self.address(board))
        if !board.severity.isEmpty, shown == 1 { severity }
    }

    private var meeting: Markup {
        let (scheme, category) = (board.scheme.slug, board.category.slug)
        return ActionRow {
            if leads {
                ActionLink("The panel's meeting", to: SiteURL.awards(.meeting(scheme, category)).address, .secondary)
            }
            ActionLink("Minutes", to: SiteURL.awards(.minutes(scheme, category)).address, .secondary)
        }.markup
    }

    static func address(_ board: AwardsService.Board) -> WebAddress {
        SiteURL.awards(.board(board.scheme.slug, board.category.slug)).address
    }

    /// The page that a candidate stands on; nil for the first, which needs no number.
    static func page(of code: String, on board: AwardsService.Board) -> String? {
        let place = board.bands.flatMap(\.lines).firstIndex { $0.code == code } ?? 0
        return place < size ? nil : String(place / size + 1)
    }

    private var count: Int { board.bands.reduce(0) { $0 + $1.lines.count } }
    private var undecided: Int { board.bands.reduce(0) { $0 + $1.lines.count { $0.decision == nil } } }
    private var pages: Int { max(1, (count + Self.size - 1) / Self.size) }
    private var shown: Int { min(max(1, page), pages) }

    /// A band with those of its candidates that stand on this page.
    private struct Part {
        let number: Int
        let band: AwardsService.BoardBand
        let lines: ArraySlice<AwardsService.BoardLine>

        var isFirst: Bool { lines.startIndex == band.lines.startIndex }
    }

    private var parts: [Part] {
        var left = (shown - 1) * Self.size
        var room = Self.size
        var parts: [Part] = []
        for (place, band) in board.bands.enumerated() {
            let lines = band.lines.dropFirst(left).prefix(room)
            left = max(0, left - band.lines.count)
            room -= lines.count
            if !lines.isEmpty { parts.append(Part(number: place + 1, band: band, lines: lines)) }
        }
        return parts
    }

    @MarkupBuilder private func one(_ part: Part) -> Markup {
        let band = part.band
        let isScored = board.scheme.kind != .celebrated
        let more = part.isFirst ? "" : " (continued)"
        if let name = band.name {
            H2("Band \(name)\(more)")
        } else if board.bands.count > 1 {
            H2("Without a band\(more)")
        }
        if isScored, part.isFirst {
            P { Strong(SchemeWords.finding(band, board)) }
            for line in SchemeWords.warnings(band) { WarningText(line) }
            // Before a long list, or it would be found by nobody.
            if pages > 1 { moderation(band) }
            BoardChart(lines: Array(part.lines.prefix(Self.mostDrawn)), isAdjusted: board.basis == .adjusted)
            if band.lines.count > Self.mostDrawn {
                P(
                    "The drawing shows the first \(min(Self.mostDrawn, part.lines.count)); the table shows all.",
                    .class("hint"))
            }
        }
        table(part)
        if isScored, pages == 1 { moderation(band) }
    }

    private func table(_ part: Part) -> Markup {
        let (band, id, rows) = (part.band, "board-\(part.number)", Array(part.lines))
        var name = band.name.map { "Candidates, band \($0)" } ?? "Candidates"
        if rows.count < band.lines.count {
            name += ", \(part.lines.startIndex + 1) to \(part.lines.endIndex) of \(band.lines.count)"
        }
        guard board.scheme.kind != .celebrated else {
            return DataTable(id: id, caption: name, rows: rows, columns: [who, decision]).body
        }
        var columns = [
            TableColumn<AwardsService.BoardLine>("Place", .number) { $0.result.rank.map(String.init) ?? "–" }, who,
            decision,
            TableColumn("Mean", .number) { SchemeWords.score($0.result.rawMean) },
            TableColumn("Ballots", .number) { $0.result.judges },
            TableColumn("Adjusted", .number) { SchemeWords.score($0.result.adjusted) },
            TableColumn("Four times in five") { Self.span($0.result.low, $0.result.high) },
            TableColumn("Judges gave") { Self.span($0.lowest, $0.highest) },
        ]
        // Where nothing is tied and nothing is to be looked out for, nobody needs to read so.
        if band.lines.contains(where: { $0.result.rung != nil && $0.result.rung != TieLadder.Rung.score.rawValue }) {
            columns.append(TableColumn("Place settled by") { SchemeWords.rung($0.result.rung) })
        }
        if band.lines.contains(where: { !$0.result.flags.isEmpty }) {
            columns.append(
                TableColumn("Look out") {
                    $0.result.flags.isEmpty ? "–" : $0.result.flags.joined(separator: "; ")
                })
        }
        return DataTable(id: id, caption: name, rows: rows, columns: columns).body
    }

    private static func span(_ low: Double?, _ high: Double?) -> String {
        low == nil ? "–" : "\(SchemeWords.score(low)) to \(SchemeWords.score(high))"
    }

    private var who: TableColumn<AwardsService.BoardLine> {
        TableColumn("Candidate", .rowHeader) { line in
            if let nominee = line.nominee { Bdi(nominee) }
            Span(line.code, .class(line.nominee == nil ? nil : "grid__note"), .translate(false))
        }
    }

    private var decision: TableColumn<AwardsService.BoardLine> {
        TableColumn("Decision") { line in
            if let decision = line.decision { SchemeWords.outcome(decision.outcome) }
            if leads, board.scheme.state != .frozen {
                Span(.class("grid__note")) {
                    A(
                        href: SiteURL.awards(.decision(board.scheme.slug, board.category.slug, line.code)).address
                    ) {
                        line.decision == nil ? "Decide" : "Decide anew"
                        Span(" about \(line.nominee ?? line.code)", .class("visually-hidden"))
                    }
                }
            } else if line.decision == nil {
                "–"
            }
        }
    }

    /// Where discussion matters most, first.
    @MarkupBuilder private func moderation(_ band: AwardsService.BoardBand) -> Markup {
        let order = band.lines.filter { $0.discussion != nil }.sorted { ($0.discussion ?? 0) < ($1.discussion ?? 0) }
        if order.count > 1 {
            if band.name == nil {
                H2("Where the meeting should begin")
            } else {
                H3("Where the meeting should begin")
            }
            Ol {
                for line in order.prefix(8) {
                    Li("\(line.nominee ?? line.code) (\(line.code)): \(SchemeWords.talk(line))")
                }
            }
        }
    }

    @MarkupBuilder private var severity: Markup {
        H2("How the judges score")
        P(SchemeWords.severity(board))
        DataTable(
            id: "severity", caption: "Each judge beside the others, on the scale from 0 to 100", rows: board.severity,
            columns: [
                TableColumn("Judge", .rowHeader) { Bdi($0.judge) },
                TableColumn("Ballots", .number) { $0.ballots },
                TableColumn("Gives", .number) { judge in
                    judge.effect.map { "\($0 > 0 ? "+" : "")\(SchemeWords.score($0))" } ?? "–"
                },
                TableColumn("In words") { SchemeWords.gives($0.effect) },
            ])
    }
}
