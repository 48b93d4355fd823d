import Domain
import Foundation
import HTML

/// Where a scheme stands and what it needs next, in words.
enum SchemeWords {
    static func tag(_ scheme: Scheme, _ figures: SchemeFigures?) -> StateTag {
        switch scheme.state {
        case .draft: StateTag(.neutral, "Draft")
        case .frozen: StateTag(.good, "Frozen")
        case .published:
            if let figures, figures.openRounds > 0 {
                StateTag(.waiting, "Judges are scoring")
            } else if let figures, figures.closedRounds > 0 {
                StateTag(.waiting, "To be decided")
            } else if scheme.isOpen {
                StateTag(.information, "Open for nominations")
            } else {
                StateTag(.information, "Published")
            }
        }
    }

    static func standing(_ scheme: Scheme, _ figures: SchemeFigures?, isStaff: Bool) -> String {
        guard let figures, scheme.state != .draft else {
            return AdminWords.counted(figures?.categories ?? 0, "award", "awards") + " so far."
        }
        var parts: [String] = []
        if isStaff, figures.readsNominations {
            let all = figures.waiting + figures.accepted + figures.ineligible + figures.withdrawn
            parts.append(AdminWords.counted(all, "nomination", "nominations"))
            parts.append(AdminWords.counted(figures.candidates, "candidate", "candidates"))
            if figures.assigned > 0 { parts.append("\(figures.ballots) of \(figures.assigned) ballots in") }
        }
        parts.append(AdminWords.counted(figures.panels, "panel", "panels"))
        return parts.joined(separator: ", ") + "."
    }

    /// The next task as one link.
    @MarkupBuilder static func next(
        _ scheme: Scheme, _ figures: SchemeFigures, isStaff: Bool, everythingIsDecided: Bool = false
    ) -> Markup {
        let task = SchemeTask(scheme, figures, everythingIsDecided: everythingIsDecided)
        if task == .done {
            P("The result is frozen. Now come the night and the embargo.")
            ActionRow {
                ActionLink(
                    "Plan the ceremony", to: SiteURL.ceremonies(.home).address, .secondary, subject: scheme.title)
                ActionLink(
                    "Set the embargo", to: SiteURL.awards(.results(scheme.slug)).address, .secondary,
                    subject: scheme.title)
            }
        } else if let (text, place) = link(task, scheme.slug), isStaff || isForAdmins(task) {
            ActionRow { ActionLink(text, to: SiteURL.awards(place).address, .primary, subject: scheme.title) }
        } else {
            P(waiting(task), .class("hint"))
        }
    }

    private static func isForAdmins(_ task: SchemeTask) -> Bool {
        switch task {
        case .addCategories, .publish, .seatPanels, .freeze: true
        default: false
        }
    }

    private static func waiting(_ task: SchemeTask) -> String {
        switch task {
        case .done: "The result is frozen. Nothing is left to do here."
        case .waitForOpening: "Nothing is to be done until nominations open."
        default: "The next step is for CPP staff and the panels."
        }
    }

    private static func link(_ task: SchemeTask, _ slug: String) -> (String, AwardsPlace)? {
        switch task {
        case .addCategories: ("Add the first award", .newCategory(slug))
        case .publish: ("Publish the rules", .rules(slug))
        case .waitForOpening, .done: nil
        case .screen(let count):
            ("Screen \(AdminWords.counted(count, "nomination", "nominations"))", .nominations(slug))
        case .seatPanels(let count):
            ("Find a panel for \(AdminWords.counted(count, "award", "awards"))", .panels(slug))
        case .decideConflicts(let count):
            ("Look at \(AdminWords.counted(count, "likely conflict", "likely conflicts"))", .conflicts(slug))
        case .assign: ("Share the candidates out", .round(slug))
        case .openRound: ("Open the round", .round(slug))
        case .collect(let missing):
            ("See who still owes \(AdminWords.counted(missing, "ballot", "ballots"))", .round(slug))
        case .closeRound: ("Close the round: every ballot is in", .round(slug))
        case .decide: ("See what the panels have decided", .results(slug))
        case .freeze: ("Freeze the result", .results(slug))
        }
    }

    static func kind(_ kind: Scheme.Kind) -> String {
        switch kind {
        case .competitive: "Competitive"
        case .tiered: "Tiered"
        case .celebrated: "Everyone celebrated"
        }
    }

    static func kindHint(_ kind: Scheme.Kind) -> String {
        switch kind {
        case .competitive: "Judges score, and one wins in each award"
        case .tiered: "Judges score, and there are winners in each band and level"
        case .celebrated: "No scores, no ranks and nobody unsuccessful"
        }
    }

    static func nominee(_ kind: AwardCategory.NomineeKind) -> String {
        switch kind {
        case .person: "One person"
        case .team: "A team"
        case .youngPerson: "A young person, under a pseudonym"
        }
    }

    static func state(_ state: Nomination.State) -> StateTag {
        switch state {
        case .draft: StateTag(.neutral, "Draft")
        case .submitted: StateTag(.waiting, "To screen")
        case .accepted: StateTag(.good, "Accepted")
        case .ineligible: StateTag(.stopped, "Not eligible")
        case .withdrawn: StateTag(.neutral, "Withdrawn")
        }
    }

    static func outcome(_ outcome: DecisionOutcome) -> String {
        switch outcome {
        case .winner: "Winner"
        case .jointWinner: "Joint winner"
        case .highlyCommended: "Highly commended"
        case .commended: "Commended"
        case .celebrated: "Celebrated"
        case .notPlaced: "Not placed"
        }
    }

    static func conflict(_ kind: Conflict.Kind) -> String {
        switch kind {
        case .line: "Line management"
        case .team: "Same team"
        case .nominator: "Nominated them"
        case .nominee: "Was nominated by them"
        case .employer: "Same partner employer"
        case .declared: "Declared by the judge"
        case .imposed: "Imposed"
        }
    }

    static func part(_ part: PanelSeat.Part) -> String {
        switch part {
        case .chair: "Chair"
        case .deputy: "Deputy chair"
        case .judge: "Judge"
        }
    }

    /// "12 Feb 2018, 9pm"
    static func moment(_ at: Date) -> String { AdminWords.moment(at) }

    static func answer(_ answer: PanelSeat.Answer) -> StateTag {
        switch answer {
        case .asked: StateTag(.waiting, "Asked")
        case .accepted: StateTag(.good, "Accepted")
        case .declined: StateTag(.stopped, "Declined")
        case .paper: StateTag(.good, "Accepted on paper")
        }
    }

    /// One decimal, as scores are shown.
    static func score(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        let tenths = Int(exactly: (value * 10).rounded()) ?? 0
        return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// Two decimals, as measures from 0 to 1 are shown.
    static func measure(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "–" }
        let parts = Int(exactly: (value * 100).rounded()) ?? 0
        let cents = abs(parts) % 100
        return "\(parts < 0 ? "−" : "")\(abs(parts) / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
