import Domain
import HTML
import Services

/// The meeting for whoever leads it: who is on, whom to talk about next, motions, and the end.
struct ChairPage: Component {
    /// Rows with a form each; what is on takes the rest of the page.
    static let size = 30

    var meeting: Meeting
    var board: AwardsService.Board
    /// What the judges wrote about whoever is on.
    var comments: [PanelComment]
    var page: Int
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var scheme: String { meeting.path.scheme }
    private var category: String { meeting.path.part }

    var body: Markup {
        ErrorSummary(errors)
        H1("Meeting: \(meeting.title)")
        if let opened = meeting.openedAt {
            P("Open since \(SchemeWords.moment(opened)).", .class("lead"))
            now
            ActionRow {
                ActionLink("Shared screen", to: SiteURL.awards(.meetingScreen(scheme, category)).address, .secondary)
                ActionLink("Minutes", to: SiteURL.awards(.minutes(scheme, category)).address, .secondary)
            }
            Div(.id("meeting"), .data("follow", SiteURL.awards(.meetingLive(scheme, category)).address.text)) {
                for motion in meeting.motions {
                    MotionPart(meeting: meeting, motion: motion, errors: errors, formGuard: formGuard)
                }
            }
            if !meeting.motions.contains(where: \.isOpen) { moving }
            order
            closing
        } else if board.scheme.state == .frozen {
            P("The result is frozen, so no meeting is opened any more.", .class("lead"))
            P { A("Minutes", href: SiteURL.awards(.minutes(scheme, category)).address) }
        } else {
            P("Talk about one candidate at a time. The page lists first whom the scores settle least.", .class("lead"))
            P(
                "A member with a conflict is told to wait while that candidate is on, and does not vote. Who was out, what was moved and what was decided stand in the minutes."
            )
            PostForm(to: SiteURL.awards(.meeting(scheme, category)).address, guard: formGuard()) {
                ActionRow {
                    ActionButton("Open the meeting")
                    ActionLink("Minutes", to: SiteURL.awards(.minutes(scheme, category)).address, .secondary)
                }
            }
        }
    }

    @MarkupBuilder private var now: Markup {
        if let shown = meeting.shown {
            OnScreen(shown: shown)
            CommentsPart(comments: comments)
            WorryPart(meeting, shown, formGuard())
            if board.scheme.state != .frozen { KnowingPart(meeting, shown, formGuard()) }
            ActionRow {
                if board.scheme.state != .frozen {
                    ActionLink(
                        "Decide", to: SiteURL.awards(.decision(scheme, category, shown.code)).address,
                        subject: shown.name)
                }
                PostForm(to: SiteURL.awards(.meetingScreen(scheme, category)).address, guard: formGuard()) {
                    Input(.hidden, name: "code", .value(""))
                    ActionButton("Clear the screen", .secondary)
                }
            }
        } else {
            P("Nobody is on the screen.")
        }
    }

    /// Those who share the place at which the prizes end, else whoever is on.
    private var proposed: [String] {
        let tied = board.bands.first { !$0.tie.isEmpty }?.tie.prefix(AwardsService.mostOptions)
        return tied.map(Array.init) ?? meeting.shown.map { [$0.code] } ?? []
    }

    /// So many boxes to tick are read still; of more, codes are quicker.
    private static let mostTicked = 40

    @MarkupBuilder private var about: Markup {
        let chosen = errors.isEmpty ? proposed : typed.all("codes")
        if lines.count > Self.mostTicked {
            TextField(
                name: "codes", label: "Codes of the candidates", hint: "With spaces between, such as 7Q4K B2GC",
                value: chosen.joined(separator: " "), error: errors.message(for: "codes"), isProse: false)
        } else {
            ChoiceGroup(
                kind: .checkboxes, name: "codes", legend: "About whom", error: errors.message(for: "codes"),
                choices: lines.map { line in
                    Choice(
                        value: line.code,
                        label: line.nominee.map { "\($0) (\(line.code))" } ?? "Candidate \(line.code)",
                        isChosen: chosen.contains(line.code))
                })
        }
    }

    private var moving: Markup {
        Disclosure("Put a motion to the vote", isOpen: !errors.isEmpty) {
            P(
                "About one candidate the panel votes for or against; of several, for one or none. The votes about a tie count as the panel's vote in the published order for ties."
            )
            PostForm(to: SiteURL.awards(.motions(scheme, category)).address, guard: formGuard()) {
                TextField(
                    name: "text", label: "The motion", value: typed["text"] ?? "", error: errors.message(for: "text"))
                about
                ActionButton("Put it to the vote")
            }
        }.markup
    }

    /// Everybody, those first whom the scores settle least.
    private var lines: [AwardsService.BoardLine] {
        board.bands.flatMap(\.lines).sorted {
            ($0.discussion ?? .max, $0.result.rank ?? .max, $0.code) < (
                $1.discussion ?? .max, $1.result.rank ?? .max, $1.code
            )
        }
    }

    @MarkupBuilder private var order: Markup {
        let lines = lines
        let pages = max(1, (lines.count + Self.size - 1) / Self.size)
        let shown = min(max(1, page), pages)
        H2("Whom to talk about")
        DataTable(
            id: "order", caption: "Candidates, those first whom the scores settle least", isCaptionHidden: true,
            rows: Array(lines.dropFirst((shown - 1) * Self.size).prefix(Self.size)),
            columns: [
                TableColumn("Candidate", .rowHeader) { line in
                    if let nominee = line.nominee { Bdi(nominee) }
                    Span(line.code, .class(line.nominee == nil ? nil : "grid__note"), .translate(false))
                },
                TableColumn("Why") { line in
                    let why = SchemeWords.talk(line)
                    why.isEmpty ? "No score" : why.prefix(1).uppercased() + why.dropFirst()
                },
                TableColumn("Decision") { line in line.decision.map { SchemeWords.outcome($0.outcome) } ?? "–" },
                TableColumn("On the screen") { line in
                    if line.code == meeting.shown?.code {
                        "On now"
                    } else {
                        PostForm(to: SiteURL.awards(.meetingScreen(scheme, category)).address, guard: formGuard()) {
                            Input(.hidden, name: "code", .value(line.code))
                            Input(.hidden, name: "page", .value(String(shown)))
                            ActionButton("Show", .secondary, subject: line.nominee ?? line.code)
                        }
                    }
                },
            ])
        Pagination(
            page: shown, pages: pages, address: SiteURL.awards(.meeting(scheme, category)).address)
    }

    private var closing: Markup {
        PostForm(to: SiteURL.awards(.meetingClosing(scheme, category)).address, guard: formGuard()) {
            ActionButton("Close the meeting", .secondary)
        }.markup
    }
}
