import Domain
import Foundation
import HTML
import Services

/// What a member of the panel sees of a meeting on their own screen.
struct MeetingPage: Component {
    var meeting: Meeting
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Meeting: \(meeting.title)")
        P(meeting.schemeTitle, .class("hint"))
        ActionRow {
            ActionLink(
                "Show what is on now", to: SiteURL.awards(.meeting(meeting.path.scheme, meeting.path.part)).address)
            if let shown = meeting.shown {
                ActionLink(
                    "Your ballot", to: SiteURL.judge(meeting.path.scheme, meeting.path.part, shown.code).address,
                    .secondary, subject: shown.name)
            }
        }
        Div(
            .id("meeting"),
            .data("follow", SiteURL.awards(.meetingLive(meeting.path.scheme, meeting.path.part)).address.text)
        ) { now }
    }

    @MarkupBuilder private var now: Markup {
        if meeting.openedAt == nil {
            P("There is no meeting now.", .class("lead"))
        } else if let shown = meeting.shown {
            OnScreen(shown: shown)
            WorryPart(meeting, shown, formGuard())
            KnowingPart(meeting, shown, formGuard())
        } else {
            // The same whether nobody is on the screen or somebody whom this member does not judge.
            P("Please wait.", .class("lead"))
            P(
                "There is nothing here for you at this moment. Where the panel talks about somebody whom you know, stay out of the room until you are called."
            )
        }
        for motion in meeting.motions {
            MotionPart(meeting: meeting, motion: motion, errors: errors, formGuard: formGuard)
        }
    }
}

/// The candidate whom the panel talks about.
struct OnScreen: Component {
    var shown: Meeting.Shown

    var body: Markup {
        Section(.class("panel")) {
            P("On now", .class("hint"))
            H2(.class("panel__heading")) { Bdi(shown.name) }
            if shown.nominee != nil { P("Candidate \(shown.code)", .translate(false)) }
            for (index, text) in shown.texts.enumerated() {
                if shown.texts.count > 1 { H3("Nomination \(index + 1)") }
                Div(.class("citation")) { Paragraphs(text) }
            }
        }
    }
}

/// For a judge who finds out late that they know somebody.
struct KnowingPart: Component {
    var path: AwardPath
    var hint: String
    var formGuard: FormGuard

    init(path: AwardPath, hint: String, formGuard: FormGuard) {
        self.path = path
        self.hint = hint
        self.formGuard = formGuard
    }

    /// Of whoever is on at a meeting.
    init(_ meeting: Meeting, _ shown: Meeting.Shown, _ formGuard: FormGuard) {
        self.init(
            path: AwardPath(scheme: meeting.path.scheme, part: meeting.path.part, code: shown.code),
            hint: Self.afterClose, formGuard: formGuard)
    }

    static let afterClose =
        "You leave this part of the meeting at once. A ballot of yours about them counts no longer, and whoever leads is told that one was taken out."

    var body: Markup {
        PostForm(
            to: SiteURL.judgeConflict(path.scheme, path.part, path.code ?? "").address, guard: formGuard
        ) {
            ActionButton("I know this person", .secondary)
            P(hint, .class("hint"))
        }
    }
}

extension WorryPart {
    /// Of whoever is on, back to the meeting.
    init(_ meeting: Meeting, _ shown: Meeting.Shown, _ formGuard: FormGuard) {
        self.init(
            address: SiteURL.judgeWorry(meeting.path.scheme, meeting.path.part, shown.code).address,
            back: SiteURL.awards(.meeting(meeting.path.scheme, meeting.path.part)).address, formGuard: formGuard)
    }
}

/// A motion: what it asks, one's own vote while it is open, and afterwards how many voted for what.
struct MotionPart: Component {
    var meeting: Meeting
    var motion: Motion
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var scheme: String { meeting.path.scheme }
    private var category: String { meeting.path.part }

    var body: Markup {
        Section(.class("panel"), .id(motion.isOpen ? "motion" : nil)) {
            H2(motion.text, .class("panel__heading"))
            if motion.isOpen { open } else { P(MeetingWords.outcome(motion)) }
        }
    }

    @MarkupBuilder private var open: Markup {
        P("\(motion.cast) of \(motion.voters) have voted. How each votes is told to nobody.", .class("hint"))
        if motion.hasVoted {
            P("Your vote is cast.")
        } else {
            PostForm(to: SiteURL.awards(.votes(scheme, category)).address, guard: formGuard()) {
                Input(.hidden, name: "motion", .value(motion.id.uuidString.lowercased()))
                ChoiceGroup(
                    kind: .radios, name: "vote", legend: "Your vote", error: errors.message(for: "vote"),
                    choices: MeetingWords.choices(motion))
                ActionButton("Vote")
            }
        }
        if meeting.leads {
            PostForm(to: SiteURL.awards(.voteCount(scheme, category)).address, guard: formGuard()) {
                Input(.hidden, name: "motion", .value(motion.id.uuidString.lowercased()))
                if motion.cast < motion.voters {
                    ChoiceGroup(
                        kind: .checkboxes, name: "missing", legend: "Who has not voted",
                        error: errors.message(for: "missing"),
                        choices: [Choice(value: "yes", label: "Count without those who have not voted")])
                }
                ActionButton("Count the votes", .secondary)
            }
        }
    }
}

enum MeetingWords {
    static func choices(_ motion: Motion) -> [Choice] {
        let only = motion.options.count == 1
        return motion.options.map { Choice(value: $0.code, label: only ? "For" : $0.name) }
            + [Choice(value: "none", label: only ? "Against" : "None of them")]
    }

    /// How many voted for what, once they are counted.
    static func outcome(_ motion: Motion) -> String {
        guard !motion.isOpen else { return "The vote is open." }
        let only = motion.options.count == 1
        var parts = motion.options.map { only ? "\($0.votes ?? 0) for" : "\($0.name) \($0.votes ?? 0)" }
        parts.append(only ? "\(motion.against ?? 0) against" : "none of them \(motion.against ?? 0)")
        return "Counted: \(parts.joined(separator: ", ")). \(motion.cast) of \(motion.voters) voted."
    }

    static func step(_ step: MeetingStep, _ motion: Motion?) -> String {
        switch step.kind {
        case .opened: "The meeting was opened."
        case .shown: "The panel talked about \(step.candidate ?? "a candidate")."
        case .cleared: "The screen was cleared."
        case .moved: "Moved: \(motion?.text ?? "a motion")"
        case .counted: "\(motion?.text ?? "A motion"): \(motion.map(outcome) ?? "counted.")"
        case .closed: "The meeting was closed."
        }
    }
}

/// What is projected: nothing of anybody but the one candidate who is on, and nobody's place among the others.
struct SharedScreen: Component {
    var meeting: Meeting

    var body: Markup {
        H1(meeting.title)
        Div(
            .id("meeting"),
            .data("follow", SiteURL.awards(.meetingLive(meeting.path.scheme, meeting.path.part)).address.text)
        ) { now }
        P {
            A(
                "Show what is on now",
                href: SiteURL.awards(.meetingScreen(meeting.path.scheme, meeting.path.part)).address)
        }
    }

    @MarkupBuilder private var now: Markup {
        if let shown = meeting.shown {
            OnScreen(shown: shown)
        } else {
            P(meeting.openedAt == nil ? "There is no meeting now." : "Please wait.", .class("lead"))
        }
        // A motion about others too would show them to a room that is here for this one.
        for motion in meeting.motions.prefix(1) where motion.options.map(\.code) == [meeting.shown?.code] {
            Section(.class("panel")) {
                H2(motion.text, .class("panel__heading"))
                P(motion.isOpen ? "\(motion.cast) of \(motion.voters) have voted." : MeetingWords.outcome(motion))
            }
        }
    }
}
