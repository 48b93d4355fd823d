import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Somebody leaves: what it does is shown before it is done.
struct LeavingRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminLeaving("{id}").route) { _, context in
            Response.page(try await page(try await person(context), context))
        }
        admin.post(SiteURL.adminLeaving("{id}").route) { request, context in
            let person = try await person(context)
            let form = try await site.form(request, context.web)
            do {
                let made = try await site.once(
                    form, request: "leave \(person.id)", by: context.actor
                ) { work in
                    let left = try await site.services.people.leave(person.email, by: context.actor, in: work)
                    return "\(left.released) \(left.leads.joined(separator: " "))"
                }
                return Response.page(done(person, made, context))
            } catch let refusal as PeopleRefusal {
                let errors = [FieldError(field: "leave", message: refusal.message)]
                return Response.page(
                    try await page(person, context, errors: errors), status: ErrorAnswer(refusal).status)
            }
        }
    }

    private func person(_ context: SignedInContext) async throws -> Person {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("person") }
        return try await site.services.people.person(id, by: context.actor)
    }

    private func page(_ person: Person, _ context: SignedInContext, errors: [FieldError] = []) async throws
        -> PageLayout
    {
        var errors = errors
        var departure: Departure?
        if !person.hasLeft {
            do {
                departure = try await site.services.people.departure(of: person, by: context.actor)
            } catch let refusal as PeopleRefusal where errors.isEmpty {
                errors = [FieldError(field: "leave", message: refusal.message)]
            }
        }
        let titles = try await titles(departure?.leads ?? [], context)
        var frame = site.adminFrame("\(person.name) leaves", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(text: person.name, address: SiteURL.adminPerson(person.publicID.uuidString).address)
        let page = LeavingPage(
            person: person, departure: departure, titles: titles, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    private func titles(_ references: [String], _ context: SignedInContext) async throws -> [String: String] {
        guard !references.isEmpty else { return [:] }
        let drafts = try await site.services.programme.drafts(from: site.today, by: context.actor)
        return Dictionary(drafts.map { ($0.reference, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    private func done(_ person: Person, _ made: String, _ context: SignedInContext) -> PageLayout {
        let words = made.split(separator: " ").map(String.init)
        let released = words.first.flatMap { wholeNumber($0) } ?? 0
        var frame = site.adminFrame("\(person.name) has left", context)
        frame.width = .reading
        return PageLayout(frame) {
            H1("\(person.name) has left")
            P("Their access has ended.", .class("lead"))
            Ul {
                Li(
                    "\(AdminWords.counted(released, "place or turn", "places and turns")) given up, each free place to the first in line."
                )
                Li(
                    "\(AdminWords.counted(words.count > 1 ? words.count - 1 : 0, "session needs", "sessions need")) somebody else to lead."
                )
            }
            if words.count > 1 {
                H2("Find somebody else to lead")
                Ul {
                    for reference in words.dropFirst() {
                        Li { A(reference, href: SiteURL.planSession(reference).address) }
                    }
                }
            }
            P { A("People", href: SiteURL.adminPeople.address) }
        }
    }
}

/// What a person's leaving would do, and the button that does it.
struct LeavingPage: Component {
    var person: Person
    /// Nil when it cannot be done.
    var departure: Departure?
    var titles: [String: String]
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("\(person.name) leaves")
        if person.hasLeft {
            P("They have left already.")
        } else if let departure {
            P("Nothing has been changed yet. This is what would happen now:", .class("lead"))
            H2(
                AdminWords.counted(
                    departure.bookings.count, "place or turn would be given up", "places and turns would be given up"))
            Ul {
                for booking in departure.bookings {
                    Li {
                        A(booking.sessionTitle, href: SiteURL.staffBookings(booking.session).address)
                        booking.state == .waiting ? ", waiting" : ""
                        booking.startsAt.map { ", \(AdminWords.moment($0))" } ?? ""
                    }
                }
            }
            H2(
                AdminWords.counted(
                    departure.leads.count, "session would need somebody else to lead",
                    "sessions would need somebody else to lead"))
            Ul {
                for reference in departure.leads {
                    Li { A(titles[reference] ?? reference, href: SiteURL.planSession(reference).address) }
                }
            }
            P("They can no longer sign in; their tokens and calendar address end. What they did stays on record.")
            WarningText("This cannot be undone here. If they come back, they are added again.")
            PostForm(to: SiteURL.adminLeaving(person.publicID.uuidString).address, guard: formGuard) {
                Div(.class("actions"), .id("leave")) {
                    ActionButton("End their access", .warning)
                    A("Leave it as it is", href: SiteURL.adminPerson(person.publicID.uuidString).address)
                }
            }
        } else {
            P(.id("leave")) { A("Change their roles", href: SiteURL.adminPerson(person.publicID.uuidString).address) }
        }
    }
}
