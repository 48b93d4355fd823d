import Domain
import HTML
import Services

/// What a screen shows at this moment; the part of its page that is exchanged when the ceremony goes on.
struct StagePart: Component {
    var screen: StageScreen
    var stage: CeremonyService.Stage
    var formGuard: () -> FormGuard

    private var cue: Cue { stage.ceremony.cue }

    var body: Markup {
        Main(
            .id("stage"), .class("stage stage--\(cue.state.rawValue.replacing("_", with: "-"))"),
            .data("stage", SiteURL.ceremonies(.live(stage.ceremony.slug, screen.rawValue)).address.text)
        ) {
            if cue.isRehearsal { P("Rehearsal: invented names", .class("stage__rehearsal")) }
            if screen == .audience {
                RoomPicture(stage: stage)
            } else {
                CrewView(screen: screen, stage: stage, formGuard: formGuard)
            }
        }
    }
}

/// What the room sees: few words, large.
struct RoomPicture: Component {
    var stage: CeremonyService.Stage

    private var cue: Cue { stage.ceremony.cue }
    private var winners: [Announcement] { stage.announced.filter(\.isWinner) }
    private var commended: [Announcement] { stage.announced.filter { !$0.isWinner } }
    private var bands: [String?] {
        var seen: [String?] = []
        for finalist in stage.finalists where !seen.contains(finalist.band) { seen.append(finalist.band) }
        return seen
    }

    var body: Markup {
        if let award = stage.award, cue.state != .holding {
            P(stage.ceremony.title, .class("stage__over"))
            H1(award.title, .class(cue.state == .category ? "stage__title" : "stage__award"))
            switch cue.state {
            case .finalists: finalists
            case .drumRoll:
                P(.class("stage__drum")) {
                    Span(.class("visually-hidden")) { "The winner is about to be announced" }
                    for _ in 0..<3 { Span(.class("stage__dot"), .aria(.hidden, true)) }
                }
            case .winner: announced(withWords: false)
            case .citation: announced(withWords: true)
            case .applause:
                P("Congratulations!", .class("stage__cheer"))
                names(winners)
            default: Markup.empty
            }
        } else if cue.state == .done {
            H1("Thank you", .class("stage__title"))
            P(stage.ceremony.title, .class("stage__over"))
        } else {
            H1(stage.ceremony.title, .class("stage__title"))
            if cue.state == .waiting {
                P("We begin at \(CeremonyWords.time(stage.ceremony.startsAt))", .class("stage__line"))
            }
        }
    }

    @MarkupBuilder private var finalists: Markup {
        if stage.finalists.isEmpty {
            P("Who will it be?", .class("stage__line"))
        } else {
            for band in bands {
                if let band { H2(band, .class("stage__band")) }
                Ul(.class("stage__names", stage.finalists.count > 6 ? "stage__names--many" : nil)) {
                    for finalist in stage.finalists where finalist.band == band {
                        Li { Bdi(finalist.name ?? CeremonyWords.unnamed) }
                    }
                }
            }
        }
    }

    @MarkupBuilder private func announced(withWords: Bool) -> Markup {
        if let band = stage.announced.first?.band { P(band, .class("stage__band")) }
        names(winners)
        if withWords {
            for words in winners.compactMap(\.words) { P(words, .class("stage__words")) }
        } else if !commended.isEmpty {
            P(.class("stage__line")) {
                for (index, entry) in commended.enumerated() {
                    if index > 0 { "; " }
                    "\(SchemeWords.outcome(entry.outcome)): "
                    Bdi(entry.name ?? CeremonyWords.unnamed.lowercased())
                }
            }
        }
    }

    @MarkupBuilder private func names(_ named: [Announcement]) -> Markup {
        for entry in named { P(.class("stage__winner")) { Bdi(entry.name ?? CeremonyWords.unnamed) } }
    }
}

/// What the presenter and the stage manager see: where the ceremony is, what is said, and the buttons.
struct CrewView: Component {
    var screen: StageScreen
    var stage: CeremonyService.Stage
    var formGuard: () -> FormGuard

    private var cue: Cue { stage.ceremony.cue }
    private var address: WebAddress { SiteURL.ceremonies(.cues(stage.ceremony.slug)).address }

    var body: Markup {
        Header(.class("crew__head")) {
            H1(stage.ceremony.title, .class("crew__title"))
            P(place, .class("crew__place"))
        }
        if screen == .presenter { spoken } else { managed }
        warning
        buttons
        following
        P(.class("hint")) {
            A("The ceremony’s plan", href: SiteURL.ceremonies(.ceremony(stage.ceremony.slug)).address)
        }
    }

    private var place: String {
        guard let award = stage.award, let number = award.order else { return CeremonyWords.state(cue.state) }
        let step =
            award.steps > 1 && ![.holding, .category, .finalists].contains(cue.state)
            ? ", \(cue.step) of \(award.steps)" : ""
        return "Award \(number) of \(stage.order.awards.count): \(CeremonyWords.state(cue.state))\(step)"
    }

    // MARK: Presenter

    @MarkupBuilder private var spoken: Markup {
        if let award = stage.award {
            H2(award.title)
            Div(.class("autocue")) { Paragraphs(CeremonyWords.spoken(award, stage.finalists, stage.announced)) }
            let said = stage.announced.compactMap { entry in entry.pronunciation.map { "\(entry.name ?? ""): “\($0)”" }
            }
            if !said.isEmpty { P("Say " + said.joined(separator: "; "), .class("hint")) }
        } else if let item = stage.order.items.first(where: { $0.kind == (cue.state == .done ? .close : .welcome) }) {
            H2(item.title)
            Div(.class("autocue")) { Paragraphs(item.script) }
        }
    }

    // MARK: Stage manager

    @MarkupBuilder private var managed: Markup {
        if let award = stage.award {
            H2(award.title)
            SummaryList(
                rows: [
                    SummaryList.Row("Presenter", award.presenter ?? "Nobody is named"),
                    SummaryList.Row("In the running", finalists(award)),
                    SummaryList.Row("Confirmed", confirmed),
                    SummaryList.Row(award.isCelebrated ? "Now" : "Winner", told),
                ])
        }
    }

    private func finalists(_ award: RunningOrder.Item) -> String {
        if award.isCelebrated { return "Everybody is celebrated" }
        return stage.finalists.isEmpty
            ? "Nobody is named before the winner" : CeremonyWords.running(stage.finalists)
    }

    private var confirmed: String {
        stage.confirmed.isEmpty
            ? "Neither yet"
            : SchemeWords.list([CrewPart.presenter, .stageManager].filter(stage.confirmed.contains).map(\.title))
    }

    private var told: String {
        stage.announced.isEmpty
            ? "Shown here when both have confirmed"
            : stage.announced.map {
                "\($0.name ?? CeremonyWords.unnamed) (\(SchemeWords.outcome($0.outcome).lowercased()))"
            }
            .joined(separator: "; ")
    }

    // MARK: Buttons

    private func button(
        _ text: String, _ what: String, _ style: ButtonStyle = .primary, award: Int? = nil
    ) -> Markup {
        PostForm(to: address, guard: formGuard(), isInline: true) {
            Input(.hidden, name: "screen", .value(screen.rawValue))
            Input(.hidden, name: "seen", .value("\(cue.sequence)"))
            if let award { Input(.hidden, name: "award", .value("\(award)")) }
            ActionButton(text, style, sends: ("do", what))
        }.body
    }

    private var isBeforeWinner: Bool { [.holding, .category, .finalists, .drumRoll].contains(cue.state) }

    /// What cannot be taken back is said before it is pressed.
    @MarkupBuilder private var warning: Markup {
        if stage.isEarly {
            let day = London.local(stage.ceremony.startsAt).day
            WarningText(
                "It is planned for \(day.weekday.name) \(day.long), which is not today. To try it out, begin a rehearsal on the ceremony’s plan."
            )
        } else if !cue.isRehearsal, cue.state != .done, stage.order.next(after: cue)?.state == .done {
            P("Closing ends the night on every screen, and cannot be taken back.")
        }
    }

    @MarkupBuilder private var buttons: Markup {
        Div(.class("crew__buttons")) {
            if let part = stage.part, let award = stage.award, !award.isCelebrated, isBeforeWinner,
                let number = award.order
            {
                if stage.confirmed.contains(part) {
                    StateTag(.good, "You have confirmed award \(number)")
                } else {
                    button(
                        "Confirm award \(number)", "confirm", cue.state == .drumRoll ? .primary : .secondary,
                        award: number)
                }
            }
            if stage.isEarly {
                button("Begin the real night all the same", "begin", .warning)
            } else if cue.state != .done {
                button(
                    nextText, "next", cue.state == .drumRoll && stage.confirmed.count < 2 ? .secondary : .primary)
            }
            if stage.award != nil {
                if [.drumRoll, .winner, .citation, .applause].contains(cue.state) {
                    button(
                        stage.award?.isCelebrated == true ? "Back to the award" : "Back to the finalists", "back",
                        .secondary)
                } else if cue.state != .holding {
                    button("Unlock and go back", "unlock", .secondary)
                }
            }
        }
    }

    private var nextText: String {
        guard let place = stage.order.next(after: cue) else { return "Next" }
        switch place.state {
        case .holding: return stage.award == nil ? "Begin" : "Next award"
        case .done: return "Close"
        case .winner: return "Show the winner"
        default: return "Next: \(CeremonyWords.state(place.state).lowercased())"
        }
    }

    @MarkupBuilder private var following: Markup {
        if cue.state == .done {
            P("The ceremony is over. Thank you.")
        } else if let next = stage.following {
            P(.class("crew__next")) {
                Strong(stage.award == nil ? "First: " : "Then: ")
                "\(next.title), planned for \(CeremonyWords.time(next.startsAt))"
                next.presenter.map { ", presented by \($0)" } ?? ""
            }
        } else {
            P(.class("crew__next")) {
                Strong("Then: "); "the close"
            }
        }
    }
}
