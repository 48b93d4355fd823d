import Domain
import HTML
import Services

/// What the ballots of an award say: in a sentence, in a drawing, and as a table; then where the meeting should begin.
struct BoardPage: Component {
    /// A drawing of more would be longer than anybody reads.
    static let mostDrawn = 30

    var board: AwardsService.Board
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
        if board.bands.allSatisfy({ $0.lines.isEmpty }) { EmptyState("There is no candidate here") }
        for (place, band) in board.bands.enumerated() { one(band, place + 1) }
        if !board.severity.isEmpty { severity }
    }

    @MarkupBuilder private func one(_ band: AwardsService.BoardBand, _ number: Int) -> Markup {
        if let name = band.name { H2("Band \(name)") } else if board.bands.count > 1 { H2("Without a band") }
        if board.scheme.kind != .celebrated {
            P { Strong(SchemeWords.finding(band, board)) }
            for line in SchemeWords.warnings(band) { WarningText(line) }
            BoardChart(lines: Array(band.lines.prefix(Self.mostDrawn)), isAdjusted: board.basis == .adjusted)
            if band.lines.count > Self.mostDrawn {
                P("The drawing shows the first \(Self.mostDrawn); the table shows all.", .class("hint"))
            }
        }
        table(band, number)
        if board.scheme.kind != .celebrated { moderation(band) }
    }

    private func table(_ band: AwardsService.BoardBand, _ number: Int) -> Markup {
        let name = band.name.map { "Candidates, band \($0)" } ?? "Candidates"
        guard board.scheme.kind != .celebrated else {
            return DataTable(id: "board-\(number)", caption: name, rows: band.lines, columns: [who, decision]).body
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
        return DataTable(id: "board-\(number)", caption: name, rows: band.lines, columns: columns).body
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
                TableColumn("Judge", .rowHeader) { Span($0.judge, .translate(false)) },
                TableColumn("Ballots", .number) { $0.ballots },
                TableColumn("Gives", .number) { judge in
                    judge.effect.map { "\($0 > 0 ? "+" : "")\(SchemeWords.score($0))" } ?? "–"
                },
                TableColumn("In words") { SchemeWords.gives($0.effect) },
            ])
    }
}
