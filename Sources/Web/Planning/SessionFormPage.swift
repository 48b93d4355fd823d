import Domain
import Foundation
import HTML

/// The boxes of a session, for adding one and for changing one.
struct SessionFormFields: Component {
    var plan: Plan
    var form: SessionForm
    var errors: [FieldError]
    /// The session that is changed; nil while one is added.
    var reference: String?

    var body: Markup {
        TextField(name: "title", label: "Title", value: form.title, error: errors.message(for: "title"))
        TimeFields(plan: plan, time: form.time, endsHint: "12:00, or use minutes", errors: errors)
        P(
            "No time yet? Leave the start and the end empty: it waits among the sessions without a time.",
            .class("hint"))
        RoomChoices(
            plan: plan, placing: reference, chosen: form.room, day: form.time.day(countingFrom: plan.countingFrom),
            during: form.time.during(countingFrom: plan.countingFrom), error: errors.message(for: "room"))
        ActionRow { ActionButton("Show what else is there", .secondary, sends: ("do", "rooms")) }
        TextField(
            name: "capacity", label: "Places",
            hint: reference == nil ? "How many may book. Empty: as many as the room holds." : "It counts at once.",
            value: form.capacity, error: errors.message(for: "capacity"), width: .ten, inputmode: .numeric,
            isProse: false)
        TextAreaField(
            name: "leads", label: "Led by", hint: "A name or an email address on each line.", value: form.leads,
            error: errors.message(for: "leads"), rows: 2)
        SelectField(name: "kind", label: "Kind", error: errors.message(for: "kind"), choices: kinds)
        if !plan.strands.isEmpty {
            SelectField(
                name: "strand", label: "Strand", error: errors.message(for: "strand"),
                choices: [Choice(value: "", label: "None")]
                    + plan.strands.map { Choice(value: $0.slug, label: $0.name, isChosen: $0.slug == form.strand) })
        }
        TextField(
            name: "online", label: "Joining link",
            hint: "Only people with a place see it. Empty if nobody joins online.",
            value: form.online, error: errors.message(for: "online"), kind: .url, inputmode: .url, isProse: false)
        TextAreaField(
            name: "description", label: "What people take away", value: form.description,
            error: errors.message(for: "description"), rows: 5, limit: 5000)
    }

    private static let usualKinds = ["workshop", "briefing", "drop_in", "open_door", "shadowing", "supervision"]

    private var kinds: [Choice] {
        var names = Set(plan.sessions.map(\.kind)).union(Self.usualKinds)
        if !form.kind.isEmpty { names.insert(form.kind) }
        return names.sorted().map { Choice(value: $0, label: SessionWords.kind($0), isChosen: $0 == form.kind) }
    }
}

/// A button that no one sees and that comes first, so that the Enter key saves instead of pressing the first button in sight.
struct DefaultButton: Component {
    var body: Markup {
        Button(.submit, "Save", .class("visually-hidden"), .tabindex(-1), .aria(.hidden, true))
    }
}
