import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Everybody: finding, adding, changing, and their roles.
struct PeopleRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminPeople.route) { request, context in try await list(request, context) }
        admin.get(SiteURL.adminNewPerson.route) { _, context in
            Response.page(try await newPage(context, PersonForm.Typed()))
        }
        admin.post(SiteURL.adminPeople.route) { request, context in try await addPerson(request, context) }
        admin.get(SiteURL.adminPerson("{id}").route) { request, context in
            let person = try await person(context)
            let done = PersonDone(rawValue: try request.query()["done"] ?? "")
            return Response.page(try await page(person, context, PersonForm.Typed(person), done: done?.heading))
        }
        admin.post(SiteURL.adminPerson("{id}").route) { request, context in try await change(request, context) }
    }

    private func person(_ context: SignedInContext) async throws -> Person {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("person") }
        return try await site.services.people.person(id, by: context.actor)
    }

    // MARK: Finding

    private func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let query = try request.query()
        var model = PeopleListPage.Model(search: query["search"] ?? "", withLeavers: query["leavers"] != nil)
        model.role = query["role"].flatMap { Domain.Role(rawValue: $0) }
        model.page = max(1, wholeNumber(query["page"] ?? "") ?? 1)
        (model.people, model.total) = try await site.services.people.directory(
            search: model.search, role: model.role, withLeavers: model.withLeavers, page: model.page, by: context.actor)
        return Response.page(
            PageLayout(site.adminFrame("People", context)) { PeopleListPage(model: model) })
    }

    // MARK: Adding

    private func newPage(_ context: SignedInContext, _ typed: PersonForm.Typed, errors: [FieldError] = []) async throws
        -> PageLayout
    {
        var frame = site.adminFrame("Add a person", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(text: "People", address: SiteURL.adminPeople.address)
        let form = PersonForm(
            address: SiteURL.adminPeople.address, typed: typed, teams: try await site.services.people.teams(),
            employers: try await site.services.people.employers(), errors: errors, button: "Add",
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) {
            ErrorSummary(errors)
            H1("Add a person")
            form
        }
    }

    private func addPerson(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let typed = PersonForm.Typed(fields)
        let details = typed.details(typed.email)
        do {
            let made = try await site.once(
                fields, request: "person \(details)", by: context.actor
            ) { work in
                try await site.services.people.addPerson(details, by: context.actor, in: work).publicID.uuidString
            }
            return Response.seeOther(SiteURL.adminPerson(made).address.adding("done", PersonDone.added.rawValue))
        } catch let refusal as any Refusal {
            guard let field = AdminWords.field(of: refusal) else { throw refusal }
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(
                try await newPage(context, typed, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }

    // MARK: Changing

    private func page(
        _ person: Person, _ context: SignedInContext, _ typed: PersonForm.Typed, errors: [FieldError] = [],
        done: String? = nil
    ) async throws -> PageLayout {
        let services = site.services
        var frame = site.adminFrame(person.name, context, errors: errors, done: done)
        frame.back = BackLink(text: "People", address: SiteURL.adminPeople.address)
        let form = PersonForm(
            address: SiteURL.adminPerson(person.publicID.uuidString).address, typed: typed,
            teams: try await services.people.teams(), employers: try await services.people.employers(), errors: errors,
            button: "Save", isNew: false, isSelf: person.id == context.person.id,
            formGuard: site.formGuard(context.web, keyed: true))
        let page = PersonPage(
            person: person, secrets: try await services.access.secretsInUse(of: person.publicID, by: context.actor),
            form: form, isSelf: person.id == context.person.id,
            leavesOn: try await services.people.leavingDay(of: person.publicID, by: context.actor), errors: errors,
            formGuard: { site.formGuard(context.web, keyed: true) })
        return PageLayout(frame) { page }
    }

    private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(context)
        let fields = try await site.form(request, context.web)
        let typed = PersonForm.Typed(fields)
        var details = typed.details(person.email)
        if person.id == context.person.id { details.roles = nil }
        do {
            _ = try await site.once(
                fields, request: "person \(person.id) \(details)", by: context.actor
            ) { work in
                try await site.services.people.changePerson(details, by: context.actor, in: work).email
            }
            return Response.seeOther(
                SiteURL.adminPerson(person.publicID.uuidString).address.adding("done", PersonDone.saved.rawValue))
        } catch let refusal as any Refusal {
            guard let field = AdminWords.field(of: refusal) else { throw refusal }
            let errors = [FieldError(field: field, message: refusal.message)]
            return Response.page(
                try await page(person, context, typed, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }
}

/// What was just done to a person.
enum PersonDone: String {
    case added, saved, left
    case tokenRevoked = "token-revoked"
    case calendarRevoked = "calendar-revoked"

    var heading: String {
        switch self {
        case .added: "Added"
        case .saved: "Saved"
        case .left: "Their access has ended"
        case .tokenRevoked: "The token has ended"
        case .calendarRevoked: "The calendar address has ended"
        }
    }
}
