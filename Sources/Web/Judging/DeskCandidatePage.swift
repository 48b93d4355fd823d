import Domain
import HTML

/// One candidate: what there is to read beside the marks. "I know this person" is always in the same place, above all else.
struct DeskCandidatePage: Component {
    var candidate: DeskCandidate
    var marks: [DeskMark]
    /// The adult beside a young judge, who reads plain words.
    var supporter: String?
    var fields: BallotFields
    var errors: [FieldError]
    var abstainReason: String
    var formGuard: () -> FormGuard

    private var entry: DeskEntry { candidate.entry }
    private var abstention: WebAddress {
        SiteURL.judgeAbstention(entry.path.scheme, entry.path.part, entry.path.code ?? "").address
    }

    var body: Markup {
        ErrorSummary(errors)
        Div(.class("columns columns--even", supporter == nil ? nil : "plain")) {
            Div(.class("columns__lead")) {
                head
                reading
                worry
            }
            Div(.id("ballot"), .tabindex(-1)) {
                H2(entry.isOpen ? "Your marks" : "Your ballot")
                if entry.isOpen, candidate.texts.isEmpty {
                    waiting
                } else if entry.isOpen {
                    open
                } else {
                    DeskBallot(candidate: candidate, marks: marks)
                }
            }
        }
        neighbours
    }

    @MarkupBuilder private var head: Markup {
        P(
            "\(entry.categoryTitle)\(entry.band.map { ", \($0)" } ?? "") · \(candidate.number) of \(candidate.total) · \(candidate.left) left",
            .class("hint"))
        H1 { Bdi(entry.name) }
        P { DeskWords.tag(entry) }
        if !entry.isFrozen {
            KnowingPart(
                path: entry.path,
                hint: entry.standing == .submitted
                    ? entry.isOpen
                        ? "They leave your list at once, and the ballot that you handed in counts no longer."
                        : "They leave your list at once. The ballot that you handed in counts no longer, and whoever leads is told that one was taken out."
                    : entry.isOpen
                        ? "They leave your list at once. You can take it back on the page that follows."
                        : "They leave your list at once.",
                formGuard: formGuard())
        }
        if let supporter {
            ActionRow {
                if entry.isOpen {
                    PostForm(to: abstention, guard: formGuard()) {
                        Input(.hidden, name: "reason", .value("Skipped"))
                        ActionButton("Skip", .secondary)
                    }
                }
                ActionLink("Stop and talk to \(supporter)", to: SiteURL.judgingStop.address, .secondary)
            }
        }
    }

    @MarkupBuilder private var reading: Markup {
        if let note = candidate.contentNote {
            InsetText { P("Before you read: \(note)") }
        }
        if candidate.texts.isEmpty {
            EmptyState("There is nothing to read yet") {
                P(
                    "What you will read of them is still being written or checked. Go on with the next one and come back."
                )
            }
        }
        for (index, text) in candidate.texts.enumerated() {
            if candidate.texts.count > 1 { H2("Nomination \(index + 1)") }
            Div(.class("citation")) { Paragraphs(text) }
        }
        if !candidate.evidence.isEmpty {
            H2(EvidenceWords.counted(candidate.evidence))
            EvidenceList(files: candidate.evidence)
        }
    }

    private var worry: Markup {
        WorryPart(
            address: SiteURL.judgeWorry(entry.path.scheme, entry.path.part, entry.path.code ?? "").address,
            formGuard: formGuard()
        ).markup
    }

    private var waiting: Markup {
        P("You can give marks once there is something to read. Until then this one is not counted as left.").markup
    }

    @MarkupBuilder private var open: Markup {
        if let typist = candidate.words.typist {
            InsetText {
                P("Typed in from paper\(typist.isEmpty ? "" : " by \(typist)").")
                P("If it is not what you gave, mend it here and hand the changes in.", .class("hint"))
            }
        }
        if let reason = candidate.words.abstention {
            InsetText {
                P("You abstained: \(reason)")
                P("Hand marks in below if you change your mind.", .class("hint"))
            }
        }
        BallotForm(
            candidate: candidate, marks: marks, fields: fields, errors: errors,
            formGuard: FormGuard(token: formGuard().token))
        if supporter == nil { abstaining }
    }

    private var abstaining: Markup {
        Disclosure("Abstain", isOpen: errors.message(for: "reason") != nil) {
            P("For when you cannot judge fairly and it is not that you know them.")
            PostForm(to: abstention, guard: formGuard()) {
                TextField(name: "reason", label: "Why", value: abstainReason, error: errors.message(for: "reason"))
                ActionButton("Abstain", .secondary)
            }
        }.markup
    }

    private var neighbours: Markup {
        Nav(.class("actions"), .aria(.label, "Candidates")) {
            if let before = candidate.before { A("Previous candidate", href: before.judgeAddress) }
            if let after = candidate.after { A("Next candidate", href: after.judgeAddress) }
            A("All my candidates", href: SiteURL.judging.address)
        }.markup
    }
}

/// A judge's ballot after the round, with the marks of the others once their own was in.
struct DeskBallot: Component {
    var candidate: DeskCandidate
    var marks: [DeskMark]

    var body: Markup {
        switch candidate.entry.standing {
        case .unseen: P("You handed no ballot in for this candidate before the round closed.")
        case .draft: P("This stayed a draft, so it does not count.")
        case .abstained: P("You abstained: \(candidate.words.abstention ?? "")")
        case .submitted:
            P(
                candidate.words.typist.map { "It was typed in from paper\($0.isEmpty ? "" : " by \($0)")." }
                    ?? "You handed it in.")
            P("The round is closed, so it stays as it is.")
        }
        if marks.contains(where: { $0.mark != nil }) {
            DataTable(
                id: "marks", caption: "Marks", isCaptionHidden: true, rows: marks,
                columns: [
                    TableColumn("Criterion", .rowHeader) { $0.criterion.name },
                    TableColumn("Yours", .number) { $0.mark.map(String.init) ?? "None" },
                ]
                    + (candidate.entry.standing == .submitted
                        ? [
                            TableColumn("The other judges'") { mark in
                                mark.others.isEmpty ? "None" : mark.others.map(String.init).joined(separator: ", ")
                            }
                        ] : []))
        }
        if !candidate.words.comment.isEmpty {
            H3("Your comment")
            Paragraphs(candidate.words.comment)
        }
        if !candidate.words.note.isEmpty {
            H3("Your private note")
            Paragraphs(candidate.words.note)
        }
    }
}

/// What could not be saved, as it was typed: the candidate is gone for this judge, or the round is closed.
struct LostBallotPage: Component {
    var message: String
    var comment: String
    var note: String
    var marks: [String]

    var body: Markup {
        Div(.class("error-summary"), .role(.alert), .tabindex(-1), .autofocus(), .aria(.labelledby, "error-title")) {
            H2("There is a problem", .id("error-title"))
            P(message)
        }
        H1("Your ballot was not saved")
        P("This is what you typed. Copy what you want to keep.")
        SummaryList(
            rows: [("Marks", marks.joined(separator: ", ")), ("Comment", comment), ("Private note", note)].filter {
                !$0.1.isEmpty
            }.map { SummaryList.Row($0.0, $0.1) })
        P { A("All my candidates", href: SiteURL.judging.address) }
    }
}
