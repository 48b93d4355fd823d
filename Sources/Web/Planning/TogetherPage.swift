import Domain
import Foundation
import HTML
import Services

/// What happens to several sessions, and to whom, before it is done.
struct TogetherPage: Component {
    var plan: Plan
    var form: TogetherForm
    var errors: [FieldError]
    var formGuard: FormGuard
    /// The draft as it would be; nil until it was said where to move to.
    var after: Plan?

    private var count: Int { form.sessions.count }
    private var words: String { count == 1 ? "1 session" : "\(count) sessions" }
    private var chosen: [Session] { form.sessions.compactMap { plan.session($0.reference) } }

    var title: String {
        if form.sessions.isEmpty { return form.action == .move ? "Move sessions" : "Cancel sessions" }
        return form.action == .move ? "Move \(words)" : "Cancel \(words)"
    }

    var body: Markup {
        ErrorSummary(errors)
        H1(title)
        if chosen.isEmpty {
            Div(.id("chosen"), .tabindex(-1)) {
                EmptyState("No session is ticked") {
                    P { A("Go back to the list", href: SiteURL.planSessions(plan.event.slug).address) }
                }
            }
        } else {
            P(
                "With \(PlanWords.places(bookedOrWaited: chosen.reduce(0) { $0 + $1.taken + $1.waiting })).",
                .class("lead"))
            if form.action == .move { question }
            Div(.id("chosen"), .tabindex(-1)) { table }
            if form.action == .cancel { cancelling } else if after != nil { moving }
        }
    }

    @MarkupBuilder private var kept: Markup {
        for session in form.sessions {
            Input(
                .hidden, name: "session",
                .value(session.reference + (session.revision.map { ".\($0)" } ?? "")))
        }
    }

    private var question: Markup {
        Form(.get, to: SiteURL.planTogether(plan.event.slug).address, .novalidate()) {
            Input(.hidden, name: "do", .value("move"))
            kept
            TextField(
                name: "minutes", label: "By how many minutes?", hint: "30 is half an hour later, -60 an hour earlier",
                value: form.minutes, error: errors.message(for: "minutes"), width: .ten, isProse: false)
            SelectField(
                name: "room", label: "To which room?", error: errors.message(for: "room"),
                choices: [Choice(value: "", label: "Each stays in its room")]
                    + plan.rooms.map {
                        Choice(
                            value: $0.printed, label: "\($0.printed), holds \($0.capacity)",
                            isChosen: $0.printed == form.room)
                    })
            ActionRow { ActionButton("Show what would happen", .secondary) }
        }.markup
    }

    private var table: Markup {
        let problems = after?.problems ?? [:]
        return DataTable(
            caption: form.action == .move ? "What would happen" : "What is cancelled", rows: chosen,
            columns: [
                TableColumn("Session", .rowHeader) { session in
                    A(session.title, href: SiteURL.planSession(session.reference).address)
                    Span(session.reference, .class("grid__note"))
                },
                TableColumn("Now") { "\(PlanWords.shortWhen($0)), \(SessionWords($0).place)" },
            ]
                + (after == nil
                    ? []
                    : [
                        TableColumn("Then") { session in
                            if let then = after?.session(session.reference) {
                                "\(PlanWords.shortWhen(then)), \(SessionWords(then).place)"
                            }
                        },
                        TableColumn("To look at") { session in
                            if let after, let then = after.session(session.reference) {
                                Ul(.class("plain-list")) {
                                    for problem in problems[session.reference] ?? [] {
                                        Li { PlanWords(plan: after).sentence(problem, of: then) }
                                    }
                                }
                            }
                        },
                    ])
                + [
                    TableColumn("Booked", .number) { $0.taken },
                    TableColumn("Waiting", .number) { $0.waiting },
                ]
        ).markup
    }

    private var moving: Markup {
        Markup {
            H2("Move them")
            P("They move in the draft. Everyone else sees it with the next release.")
            PostForm(to: SiteURL.planMoves(plan.event.slug).address, guard: formGuard) {
                kept
                Input(.hidden, name: "minutes", .value(form.minutes))
                Input(.hidden, name: "room", .value(form.room))
                confirmation
                ActionRow {
                    ActionButton("Move \(words)")
                    A("Leave them", href: SiteURL.planSessions(plan.event.slug).address)
                }
            }
        }
    }

    private var cancelling: Markup {
        Markup {
            H2("Cancel them")
            P(
                "They are off at once and for everyone, without a release. Those booked or waiting are told, and read your reason."
            )
            PostForm(to: SiteURL.planCancellations(plan.event.slug).address, guard: formGuard) {
                kept
                TextField(
                    name: "reason", label: "Why are they cancelled?", value: form.reason,
                    error: errors.message(for: "reason"))
                confirmation
                ActionRow {
                    ActionButton("Cancel \(words)", .warning)
                    A("Keep them", href: SiteURL.planSessions(plan.event.slug).address)
                }
            }
        }
    }

    private var confirmation: TextField {
        TextField(
            name: "word", label: "Type \(count), the number of sessions, to say that you mean it", value: form.word,
            error: errors.message(for: "word"), width: .four, inputmode: .numeric, isProse: false)
    }
}
