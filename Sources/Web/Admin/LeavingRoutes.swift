import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Somebody leaves, now or on a day to come: what it does is shown before it is done.
struct LeavingRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminLeaving("{id}").route) { request, context in
            let query = try request.query()
            let person = try await person(context)
            let done: String? =
                switch query["done"] {
                case "set": "The day is set"
                case "kept": "They stay"
                default: nil
                }
            let isNow = query["now"] != nil
            return Response.page(
                try await page(person, context, on: isNow ? "" : query["on"] ?? "", isNow: isNow, done: done))
        }
        admin.post(SiteURL.adminLeaving("{id}").route) { request, context in try await leave(request, context) }
        admin.post(SiteURL.adminStay("{id}").route) { request, context in
            let person = try await person(context)
            let form = try await site.form(request, context.web)
            do {
                _ = try await site.once(form, request: "stay \(person.id)", by: context.actor) { work in
                    try await site.services.people.keep(person.email, by: context.actor, in: work)
                    return "kept"
                }
                return Response.seeOther(address(person).adding("done", "kept"))
            } catch let refusal as PeopleRefusal {
                return try await refused(refusal, person, context)
            }
        }
    }

    private func leave(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(context)
        let form = try await site.form(request, context.web)
        let typed = form["on"] ?? ""
        do {
            guard typed.isEmpty else {
                let day = try DateEntry.day(typed, today: site.today)
                _ = try await site.once(form, request: "leave \(person.id) \(day)", by: context.actor) { work in
                    try await site.services.people.setLeaving(person.email, on: day, by: context.actor, in: work)
                    return day.iso
                }
                return Response.seeOther(address(person).adding("done", "set"))
            }
            let made = try await site.once(
                form, request: "leave \(person.id)", by: context.actor
            ) { work in
                let left = try await site.services.people.leave(person.email, by: context.actor, in: work)
                return "\(left.released) \(left.leads.joined(separator: " "))"
            }
            return Response.page(done(person, made, context))
        } catch let refusal as any Refusal where refusal is PeopleRefusal || refusal is ProgrammeRefusal {
            return try await refused(refusal, person, context, on: typed)
        }
    }

    private func refused(
        _ refusal: any Refusal, _ person: Person, _ context: SignedInContext, on typed: String = ""
    ) async throws -> Response {
        let field = typed.isEmpty ? "leave" : "on"
        return Response.page(
            try await page(
                person, context, on: typed, errors: [FieldError(field: field, message: refusal.message)]),
            status: ErrorAnswer(refusal).status)
    }

    private func address(_ person: Person) -> WebAddress {
        SiteURL.adminLeaving(person.publicID.uuidString).address
    }

    private func person(_ context: SignedInContext) async throws -> Person {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("person") }
        return try await site.services.people.person(id, by: context.actor)
    }

    /// - Parameter typed: the day to come that is asked about; empty: what leaving now would do, or on the day that is set.
    private func page(
        _ person: Person, _ context: SignedInContext, on typed: String, isNow: Bool = false, errors: [FieldError] = [],
        done: String? = nil
    ) async throws -> PageLayout {
        var errors = errors
        var departure: Departure?
        var day: Day?
        let people = site.services.people
        let setFor = person.hasLeft ? nil : try await people.leavingDay(of: person.publicID, by: context.actor)
        if !person.hasLeft {
            do {
                day = try typed.isEmpty ? (isNow ? nil : setFor) : DateEntry.day(typed, today: site.today)
                if let day, day > site.today || !typed.isEmpty {
                    departure = try await people.departure(of: person, on: day, by: context.actor)
                } else {
                    departure = try await people.departure(of: person, by: context.actor)
                }
            } catch let refusal as any Refusal where refusal is PeopleRefusal || refusal is ProgrammeRefusal {
                day = nil
                if errors.isEmpty {
                    errors = [FieldError(field: typed.isEmpty ? "leave" : "on", message: refusal.message)]
                }
            }
        }
        let titles = try await titles(departure?.leads ?? [], context)
        var frame = site.adminFrame("\(person.name) leaves", context, errors: errors, done: done)
        frame.width = .reading
        frame.back = BackLink(text: person.name, address: SiteURL.adminPerson(person.publicID.uuidString).address)
        let page = LeavingPage(
            person: person, departure: departure, day: day, setFor: setFor, typed: typed, titles: titles,
            errors: errors, formGuard: { site.formGuard(context.web, keyed: true) })
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
                    AdminWords.counted(
                        released, "place or turn was given up: a free place goes to the first in line.",
                        "places and turns were given up: each free place goes to the first in line.",
                        none: "They had no place to give up."))
                Li(
                    AdminWords.counted(
                        max(0, words.count - 1), "session needs somebody else to lead.",
                        "sessions need somebody else to lead.", none: "No session needs somebody else to lead."))
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
