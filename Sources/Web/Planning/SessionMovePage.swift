import Domain
import Foundation
import HTML

/// Where to move a session, and who is touched by it.
struct SessionMovePage: Component {
    var plan: Plan
    var session: Session
    var form: SessionForm
    var revision: Int
    var back: WebAddress
    var formGuard: FormGuard
    var errors: [FieldError] = []
    /// Just opened: nothing was typed yet.
    var isFresh = false

    init(
        plan: Plan, session: Session, form: SessionForm, revision: Int, back: WebAddress, formGuard: FormGuard
    ) {
        self.plan = plan
        self.session = session
        self.form = form
        self.revision = revision
        self.back = back
        self.formGuard = formGuard
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Move \(session.title)")
        P {
            "\(session.reference) is now: \(SessionWords(session).when), \(SessionWords(session).place). "
            PlanWords.touched(taken: session.taken, waiting: session.waiting)
        }
        PostForm(to: SiteURL.planMove(session.reference).address, guard: formGuard) {
            DefaultButton()
            Input(.hidden, name: "revision", .value(revision))
            Input(.hidden, name: "to", .value(back.text))
            TimeFields(
                plan: plan, time: form.time, endsHint: "Empty: it lasts as long as it did", errors: errors,
                takesFocus: isFresh)
            RoomChoices(
                plan: plan, placing: session.reference, chosen: form.room,
                day: form.time.day(countingFrom: plan.countingFrom),
                during: form.time.during(countingFrom: plan.countingFrom), error: errors.message(for: "room"))
            ActionRow {
                ActionButton("Move")
                ActionButton("Show what else is there", .secondary, sends: ("do", "rooms"))
                A("Leave it where it is", href: back)
            }
        }
    }
}
