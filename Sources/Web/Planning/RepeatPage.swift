import Domain
import Foundation
import HTML

/// On which dates to have a session again, with what each of them would meet before it is done.
struct RepeatPage: Component {
    struct Row {
        var day: Day
        /// Why it cannot be on that day.
        var obstacle: String?
        var holiday: String?
        /// What a planner should look at, a sentence each.
        var meets: [String] = []
        var isTicked = false
    }

    var plan: Plan
    var session: Session
    /// As typed.
    var dates: String
    var formGuard: FormGuard
    var rows: [Row] = []
    var errors: [FieldError] = []

    private var address: WebAddress { SiteURL.planRepeats(session.reference).address }

    var body: Markup {
        ErrorSummary(errors)
        H1("Repeat \(session.title)")
        if session.startsAt == nil {
            InsetText {
                P {
                    "It has no time yet, and the others are to be at the same time. "
                    A("Give it one first", href: SiteURL.planMove(session.reference).address)
                    "."
                }
            }
        } else {
            P("\(session.reference) is on \(SessionWords(session).when), \(SessionWords(session).place).")
            P("Each date is a session of its own: at the same time, in the same room, for and with the same people.")
            asking
            preview
        }
    }

    private var asking: Markup {
        Form(.get, to: address, .novalidate()) {
            TextAreaField(
                name: "dates", label: "On which dates?",
                hint:
                    "A date on each line, like \(example.brief), or a rule: every \(session.startsAt.map { London.local($0).day.weekday.name } ?? "Wednesday") until \(plan.event.to.brief); every weekday until \(plan.event.to.brief); first Monday of every month until \(plan.event.to.brief).",
                value: dates, error: errors.message(for: "dates"), rows: 4)
            ActionRow { ActionButton("Show these dates", rows.isEmpty ? .primary : .secondary) }
        }.markup
    }

    private var example: Day {
        let day = session.startsAt.map { London.local($0).day } ?? plan.event.from
        return min(day.adding(days: 1), plan.event.to)
    }

    @MarkupBuilder private var preview: Markup {
        let possible = rows.filter { $0.obstacle == nil }
        let impossible = rows.filter { $0.obstacle != nil }
        if !impossible.isEmpty {
            Banner(
                .warning,
                impossible.count == 1 ? "1 date is not possible" : "\(impossible.count) dates are not possible"
            ) {
                Ul { for row in impossible { Li("\(row.day.weekday.name) \(row.day.long): \(row.obstacle ?? "")") } }
            }
        }
        if !possible.isEmpty {
            PostForm(to: address, guard: formGuard) {
                Input(.hidden, name: "dates", .value(dates))
                ChoiceGroup(
                    kind: .checkboxes, name: "day",
                    legend: possible.count == 1 ? "1 date" : "\(possible.count) dates: untick what you do not want",
                    error: errors.message(for: "day"), choices: possible.map(choice))
                ActionRow {
                    ActionButton("Add the ticked dates")
                    A("Leave it at one", href: SiteURL.planSession(session.reference).address)
                }
            }
        }
    }

    private func choice(_ row: Row) -> Choice {
        let holiday = row.holiday.map { "Bank holiday: \($0)." }
        return Choice(
            value: row.day.iso, label: "\(row.day.weekday.name) \(row.day.long), \(SessionWords(session).times)",
            hint: row.meets.isEmpty && holiday == nil
                ? "Nothing in the way." : ([holiday].compactMap(\.self) + row.meets).joined(separator: " "),
            isChosen: row.isTicked)
    }

    /// Why the session cannot be on that day, or need not be added again.
    static func obstacle(on day: Day, _ session: Session, _ plan: Plan) -> String? {
        guard let starts = session.startsAt, let ends = session.endsAt else { return nil }
        let (from, to) = (London.local(starts), London.local(ends))
        let last = day.adding(days: to.day.number - from.day.number)
        guard day >= plan.event.from, last <= plan.event.to else {
            return "outside \(plan.event.title), which is from \(plan.event.from.short) to \(plan.event.to.short)."
        }
        for local in [LocalTime(day, from.time), LocalTime(last, to.time)] {
            do throws(ProgrammeRefusal) {
                _ = try DateEntry.moment(local)
            } catch {
                return error.message
            }
        }
        let isThere = plan.sessions.contains {
            $0.title == session.title && $0.state != .cancelled
                && $0.startsAt == London.instant(of: LocalTime(day, from.time))
        }
        return isThere ? "it is there already at that time." : nil
    }
}
