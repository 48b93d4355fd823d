import Domain
import Foundation
import HTML

/// One session of the draft, to look at and to change.
struct SessionEditPage: Component {
    /// One part that somebody else changed while this form was open.
    struct Difference {
        var label: String
        var before: String
        var now: String
        /// Nil where nothing else was typed here.
        var typed: String?
    }

    var plan: Plan
    /// As it stands in the draft.
    var session: Session
    var form: SessionForm
    /// What the page showed when it was opened.
    var base: SessionForm
    var revision: Int
    var errors: [FieldError] = []
    var differences: [Difference] = []
    var formGuard: FormGuard

    init(
        plan: Plan, session: Session, form: SessionForm, base: SessionForm, revision: Int? = nil, formGuard: FormGuard
    ) {
        self.plan = plan
        self.session = session
        self.form = form
        self.base = base
        self.revision = revision ?? session.revision
        self.formGuard = formGuard
    }

    /// The page after somebody else saved first: both versions, theirs taken over where nothing was typed here.
    func overtaken(by now: Session, in plan: Plan) -> SessionEditPage {
        let current = SessionForm(now)
        var page = self
        page.differences = SessionForm.parts.compactMap { part in
            let (before, saved, typed) = (part.value(base), part.value(current), part.value(form))
            guard saved != before else { return nil }
            return Difference(label: part.label, before: before, now: saved, typed: typed == before ? nil : typed)
        }
        page.form = form.merged(base: base, now: current)
        (page.base, page.revision, page.session, page.plan) = (current, now.revision, now, plan)
        page.errors = [
            FieldError(
                field: page.differences.isEmpty ? "title" : "versions",
                message:
                    "\(now.reference) was changed by somebody else while you had it open. What you typed is kept below; look at both and save again."
            )
        ]
        return page
    }

    var body: Markup {
        ErrorSummary(errors)
        SideColumn {
            H1(session.title)
            PlanWords(plan: plan).box(plan.problems[session.reference] ?? [], of: session)
            versions
        } side: {
            facts
        } content: {
            if session.state == .cancelled {
                InsetText {
                    P("This session is cancelled: \(session.cancelReason ?? "no reason was kept.")")
                    P("It can be added again under a new reference with “Add one like it”.")
                }
            } else {
                H2("Change the session")
                PostForm(to: SiteURL.planSession(session.reference).address, guard: formGuard) {
                    DefaultButton()
                    Input(.hidden, name: "revision", .value(revision))
                    for (name, value) in base.baseFields { Input(.hidden, name: name, .value(value)) }
                    SessionFormFields(plan: plan, form: form, errors: errors, reference: session.reference)
                    ActionRow {
                        ActionButton("Save")
                        A("Back to the list", href: SiteURL.planSessions(plan.event.slug).address)
                    }
                }
            }
        }
    }

    private var facts: Markup {
        let words = SessionWords(session)
        return Panel(session.reference, id: "facts") {
            P { PlanWords.tag(session) }
            SummaryList(rows: [
                .init("When", words.when), .init("Where", words.place),
                .init(
                    "Places",
                    session.taken + session.waiting == 0
                        ? "\(session.capacity), and nobody has one yet" : PlanWords.places(session)),
                .init("Who may book", SessionWords.audience(session.draft?.audience ?? "").joined(separator: ", ")),
            ])
            Ul(.class("plain-list")) {
                if session.state == .draft || session.state == .scheduled {
                    Li { A("Move to…", href: SiteURL.planMove(session.reference).address) }
                    Li { A("Who may book", href: SiteURL.planAudience(session.reference).address) }
                    Li { A("Cancel or remove", href: SiteURL.planCancellation(session.reference).address) }
                }
                if session.startsAt != nil {
                    Li { A("Repeat on other dates", href: SiteURL.planRepeats(session.reference).address) }
                }
                Li {
                    A(
                        "Add one like it",
                        href: SiteURL.planNew(plan.event.slug).address.adding("like", session.reference))
                }
                if session.draft?.everReleased ?? false {
                    Li { A("Who is booked", href: SiteURL.staffBookings(session.reference).address) }
                    Li { A("Register to print", href: SiteURL.staffRegister(session.reference).address) }
                    Li { A("As everyone sees it", href: SiteURL.session(session.reference).address) }
                }
            }
        }.markup
    }

    @MarkupBuilder private var versions: Markup {
        if !differences.isEmpty {
            DataTable(
                id: "versions", caption: "What was changed meanwhile", rows: differences,
                columns: [
                    TableColumn("What", .rowHeader) { $0.label },
                    TableColumn("When you opened it") { shown($0.before) },
                    TableColumn("Saved now") { shown($0.now) },
                    TableColumn("What you typed") { $0.typed.map(shown) ?? "Nothing else" },
                ])
        }
    }

    private func shown(_ text: String) -> String {
        text.isEmpty ? "Nothing" : text.count > 200 ? text.prefix(200) + "…" : text.replacing("\n", with: ", ")
    }
}
