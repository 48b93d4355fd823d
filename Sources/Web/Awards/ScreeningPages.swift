import Domain
import Foundation
import HTML
import Services

/// Nominations by what became of them, those to screen first.
struct ScreeningQueuePage: Component {
    static let size = 50

    var scheme: Scheme
    var choice: ScreeningChoice
    var categories: [AwardCategory]
    var all: [Nomination]
    /// How many likely duplicates there are.
    var pairs: Int

    var body: Markup {
        H1("Nominations of \(scheme.title)")
        SchemeNavigation(scheme: scheme, here: .nominations, isStaff: true)
        P(left, .class("lead"))
        if let first = all.first(where: { $0.state == .submitted }) {
            ActionRow {
                ActionLink("Screen the next one", to: address(first))
            }
        }
        if pairs > 0 {
            P {
                A(
                    AdminWords.counted(pairs, "pair of nominees is", "pairs of nominees are")
                        + " alike: look whether they are one",
                    href: SiteURL.awards(.duplicates(scheme.slug)).address)
            }
        }
        question
        Div(.id("nominations-found")) { found }
    }

    private var left: String {
        let waiting = all.count { $0.state == .submitted }
        return waiting == 0
            ? "Nothing is left to screen."
            : "\(waiting) of \(AdminWords.counted(all.count, "nomination is", "nominations are")) left to screen."
    }

    private var question: Markup {
        let isPlain = choice.state == .submitted && choice.category == nil && choice.search.isEmpty
        return FilterForm(
            address: SiteURL.awards(.nominations(scheme.slug)).address, results: "nominations-found",
            lists: [
                (
                    "state", "What became of them",
                    [
                        Choice(value: "submitted", label: "To screen", isChosen: choice.state == .submitted),
                        Choice(value: "accepted", label: "Accepted", isChosen: choice.state == .accepted),
                        Choice(value: "ineligible", label: "Not eligible", isChosen: choice.state == .ineligible),
                        Choice(value: "withdrawn", label: "Withdrawn", isChosen: choice.state == .withdrawn),
                        Choice(value: "all", label: "All", isChosen: choice.state == nil),
                    ]
                ),
                (
                    "award", "Award",
                    [Choice(value: "", label: "Any", isChosen: choice.category == nil)]
                        + categories.map {
                            Choice(value: $0.slug, label: $0.title, isChosen: choice.category == $0.slug)
                        }
                ),
            ],
            texts: [("search", "Name, email or words", choice.search)],
            clear: isPlain ? nil : SiteURL.awards(.nominations(scheme.slug)).address
        ).body
    }

    @MarkupBuilder private var found: Markup {
        let matching = all.filter(choice.matches)
        let pages = max(1, (matching.count + Self.size - 1) / Self.size)
        let page = min(choice.page, pages)
        let rows = Array(matching.dropFirst((page - 1) * Self.size).prefix(Self.size))
        if rows.isEmpty {
            if choice.state == .submitted, choice.category == nil, choice.search.isEmpty {
                P {
                    A(
                        "See all that came in",
                        href: SiteURL.awards(.nominations(scheme.slug)).address.adding("state", "all"))
                }
            } else {
                EmptyState("None like that") { P("Look for others above.") }
            }
        } else {
            P("\(AdminWords.counted(matching.count, "nomination", "nominations")).")
            DataTable(
                id: "nominations", caption: "Nominations", isCaptionHidden: true, rows: rows,
                columns: [
                    TableColumn("Nominee", .rowHeader) { nomination in
                        A(href: address(nomination)) { Bdi(nomination.nomineeName) }
                    },
                    TableColumn("Award") { nomination in
                        nomination.categoryTitle + (nomination.band.map { ", \($0)" } ?? "")
                    },
                    TableColumn("Nominated by") { Span($0.nominator, .translate(false)) },
                    TableColumn("Voices", .number) { $0.voices },
                    TableColumn("State") { nomination in
                        SchemeWords.state(nomination.state)
                        if let reason = nomination.reason { Span(reason, .class("grid__note")) }
                    },
                ])
            Pagination(page: page, pages: pages, address: choice.address(scheme.slug))
        }
    }

    private func address(_ nomination: Nomination) -> WebAddress {
        SiteURL.awards(.nomination(scheme.slug, nomination.id.uuidString.lowercased())).address
    }
}

/// One nomination, with the other voices for the same nominee, and what may become of it.
struct ScreeningPage: Component {
    var scheme: Scheme
    var nomination: Nomination
    /// Others for the same nominee in this award.
    var voices: [Nomination]
    /// Those for nominees who are likely the same.
    var alike: [Nomination]
    var evidence: [ScreenedEvidence]
    var category: AwardCategory
    var left: Int
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        P("\(left) left to screen", .class("hint"))
        H1(nomination.nomineeName)
        P(.class("lead")) {
            SchemeWords.state(nomination.state)
            " \(nomination.categoryTitle)" + (nomination.band.map { ", \($0)" } ?? "")
        }
        InsetText { Paragraphs(nomination.statement) }
        SummaryList(rows: rows)
        ScreenedEvidenceList(scheme: scheme.slug, files: evidence, formGuard: formGuard)
        if category.isBlind, !naming.isEmpty {
            WarningText(
                "Judges see a code instead of the nominee, and these words tell who they are: \(naming.joined(separator: ", "))."
            )
        }
        if category.isBlind {
            P(
                "Judges of this award do not read these words. They read the text for the panel, which you write and a second person checks."
            )
        }
        if let path = nomination.candidate.flatMap({ try? AwardPath(candidate: $0) }) {
            P { A("What the panel reads of them, and what is read on the night", href: path.protectionAddress) }
        }
        if !alike.isEmpty {
            P {
                "Likely the same as "
                for other in alike {
                    A(
                        other.nomineeName,
                        href: SiteURL.awards(.nomination(scheme.slug, other.id.uuidString.lowercased())).address)
                    " "
                }
                A("compare them", href: SiteURL.awards(.duplicates(scheme.slug)).address)
            }
        }
        WorryPart(
            address: SiteURL.nominationWorry(id).address,
            back: SiteURL.awards(.nomination(scheme.slug, id)).address, formGuard: formGuard())
        if scheme.state == .published { decisions } else { P("The result is frozen, so this stays as it is.") }
        if !voices.isEmpty {
            H2("Other voices for them")
            for other in voices {
                Disclosure("\(other.nominator), \(SchemeWords.state(other.state).text.lowercased())") {
                    Paragraphs(other.statement)
                }
            }
        }
    }

    private var id: String { nomination.id.uuidString.lowercased() }
    /// The words of the statement that are the nominee's name or address.
    private var naming: [String] {
        let parts = Set(
            (nomination.nomineeName + " " + nomination.nominee).lowercased().split { !$0.isLetter && !$0.isNumber }
                .filter { $0.count > 2 && !["example", "org", "gov", "com", "the"].contains($0) })
        let words = nomination.statement.split { !$0.isLetter && !$0.isNumber }
        return Set(words.filter { parts.contains(Substring($0.lowercased())) }.map(String.init)).sorted()
    }

    private var rows: [SummaryList.Row] {
        var rows = [SummaryList.Row("Nominated by", nomination.nominator)]
        if !category.eligibility.isEmpty { rows.insert(SummaryList.Row("Eligible", category.eligibility), at: 0) }
        if nomination.nominee != nomination.nomineeName {
            rows.append(SummaryList.Row("Nominee", nomination.nominee))
        }
        if let typist = nomination.typedBy { rows.append(SummaryList.Row("Typed by", typist)) }
        if let at = nomination.submittedAt { rows.append(SummaryList.Row("Handed in", SchemeWords.moment(at))) }
        if let candidate = nomination.candidate { rows.append(SummaryList.Row("Candidate", candidate)) }
        if let reason = nomination.reason { rows.append(SummaryList.Row("Why it is not eligible", reason)) }
        return rows
    }

    @MarkupBuilder private var decisions: Markup {
        let address = SiteURL.awards(.screening(scheme.slug, nomination.id.uuidString.lowercased())).address
        switch nomination.state {
        case .submitted:
            Div(.id("decision"), .tabindex(-1)) {
                PostForm(to: address, guard: formGuard()) {
                    if nomination.band == nil, !category.bands.isEmpty {
                        SelectField(
                            name: "band", label: "Which group they are in",
                            hint: "Whoever nominated was not sure.", error: errors.message(for: "band"),
                            choices: [Choice(value: "", label: "Choose one", isChosen: typed["band"] == nil)]
                                + category.bands.map {
                                    Choice(value: $0, label: $0, isChosen: typed["band"] == $0)
                                })
                    }
                    ActionButton("Accept", sends: ("decision", "accepted"))
                }
            }
            notEligible(address)
            takeOut(address)
        case .accepted:
            Div(.id("decision"), .tabindex(-1)) { notEligible(address) }
            takeOut(address)
        case .ineligible:
            Div(.id("decision"), .tabindex(-1)) {
                PostForm(to: address, guard: formGuard()) {
                    ActionButton("Put it back among those to screen", .secondary, sends: ("decision", "reconsidered"))
                }
            }
        case .draft, .withdrawn: P("Nothing more is done with it.", .id("decision"))
        }
    }

    private func notEligible(_ address: WebAddress) -> Markup {
        Disclosure("Not eligible", isOpen: errors.message(for: "reason") != nil) {
            PostForm(to: address, guard: formGuard()) {
                TextField(
                    name: "reason", label: "Why it is not eligible",
                    hint: "A sentence that you could also say to \(nomination.nominator)",
                    value: typed["reason"] ?? "", error: errors.message(for: "reason"))
                ActionButton("Mark as not eligible", .warning, sends: ("decision", "ineligible"))
            }
        }.body
    }

    private func takeOut(_ address: WebAddress) -> Markup {
        Disclosure("Withdrawn") {
            PostForm(to: address, guard: formGuard()) {
                P("Whoever nominated took it back. This cannot be undone; they can nominate again while it is open.")
                ActionButton("Withdraw it", .warning, sends: ("decision", "withdrawn"))
            }
        }.body
    }
}

/// Nominees who are likely one, side by side, with the reason. A person says whether they are one.
struct DuplicatesPage: Component {
    var scheme: Scheme
    var pairs: [AwardsService.LikelyPair]
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Likely the same nominee")
        Div(.id("pairs"), .tabindex(-1)) {
            P(
                "Their names are alike, or much of what is written of them is the same. Young people are compared by names that are kept apart and shown to nobody here. Merge only what you are sure of: several voices make one candidate, and every nominator is thanked."
            )
            if pairs.isEmpty {
                EmptyState("No two of them are alike") {
                    P { A("Nominations", href: SiteURL.awards(.nominations(scheme.slug)).address) }
                }
            }
            for pair in pairs { beside(pair) }
        }
    }

    private func beside(_ pair: AwardsService.LikelyPair) -> Markup {
        Section(.class("panel")) {
            H2(pair.one.categoryTitle, .class("panel__heading"))
            P(ScreeningWords.why(pair), .class("hint"))
            DataTable(
                id: "pair-\(pair.one.id.uuidString.prefix(8))-\(pair.other.id.uuidString.prefix(8))".lowercased(),
                caption: "\(pair.one.nomineeName) beside \(pair.other.nomineeName)", isCaptionHidden: true,
                rows: [pair.one, pair.other],
                columns: [
                    TableColumn("Nominee", .rowHeader) { nomination in
                        A(
                            nomination.nomineeName,
                            href: SiteURL.awards(.nomination(scheme.slug, nomination.id.uuidString.lowercased()))
                                .address)
                    },
                    TableColumn("Band") { $0.band ?? "–" },
                    TableColumn("Nominated by") { Span($0.nominator, .translate(false)) },
                    TableColumn("State") { SchemeWords.state($0.state) },
                    TableColumn("What they wrote") { $0.statement },
                ])
            if scheme.state == .published {
                PostForm(to: SiteURL.awards(.duplicates(scheme.slug)).address, guard: formGuard()) {
                    Input(.hidden, name: "one", .value(pair.one.id.uuidString.lowercased()))
                    Input(.hidden, name: "other", .value(pair.other.id.uuidString.lowercased()))
                    if pair.areKnown {
                        ChoiceGroup(
                            kind: .checkboxes, name: Self.sure(pair.one.id), legend: "Both are known as themselves",
                            hint: "If you make them one, only one of them stands, and it cannot be taken back.",
                            choices: [
                                Choice(
                                    value: "yes",
                                    label: "I am sure that \(name(pair.one)) and \(name(pair.other)) are the same")
                            ])
                    }
                    ActionRow {
                        ActionButton("They are two", subject: names(pair), sends: ("do", "two"))
                        ActionButton(
                            "They are one: keep \(name(pair.one))", .secondary,
                            subject: "with \(name(pair.other))", sends: ("do", "one"))
                        ActionButton(
                            "They are one: keep \(name(pair.other))", .secondary,
                            subject: "with \(name(pair.one))", sends: ("do", "other"))
                    }
                }
            }
        }.markup
    }
}

extension DuplicatesPage {
    /// The name of a pair's box: a page shows many.
    static func sure(_ one: UUID) -> String { "sure-\(one.uuidString.lowercased().prefix(8))" }

    /// By what they are called, and where that does not tell them apart by their address too.
    private func name(_ nomination: Nomination) -> String {
        nomination.nominee == nomination.nomineeName
            ? nomination.nomineeName : "\(nomination.nomineeName) (\(nomination.nominee))"
    }

    private func names(_ pair: AwardsService.LikelyPair) -> String { "\(name(pair.one)) and \(name(pair.other))" }
}

enum ScreeningWords {
    /// Why two nominees are put side by side.
    static func why(_ pair: AwardsService.LikelyPair) -> String {
        let share = pair.words.map { "\(Int(($0 * 100).rounded())) % of what is written of them is the same" }
        let names = pair.namesAreAlike ? "their names are alike" : nil
        return "Side by side because " + [names, share].compactMap(\.self).joined(separator: ", and ") + "."
    }
}
