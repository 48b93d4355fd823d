import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// A person's roles from one day to another: giving one, and saying when one ends.
struct RoleRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminRoles("{id}").route) { request, context in
            let person = try await person(try context.part("id"), context)
            let done: String? =
                switch try request.query()["done"] {
                case "granted": "The role is given"
                case "ended": "The role has another last day"
                default: nil
                }
            return Response.page(try await page(person, context, RolesPage.Typed(), done: done))
        }
        admin.post(SiteURL.adminRoles("{id}").route) { request, context in try await grant(request, context) }
        admin.get(SiteURL.adminRoleEnd("{id}").route) { _, context in
            let (grant, person) = try await held(context)
            return Response.page(endPage(grant, person, context, grant.lastDay?.long ?? ""))
        }
        admin.post(SiteURL.adminRoleEnd("{id}").route) { request, context in try await end(request, context) }
    }

    private func person(_ id: String, _ context: SignedInContext) async throws -> Person {
        guard let id = UUID(uuidString: id) else { throw AccessRefusal.notFound("person") }
        return try await site.services.people.person(id, by: context.actor)
    }

    private func held(_ context: SignedInContext) async throws -> (grant: RoleGrant, person: Person) {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("role") }
        let held = try await site.services.roles.held(id, by: context.actor)
        return (held.grant, try await site.services.people.person(held.person, by: context.actor))
    }

    /// The field that a refusal is about, where it is about a day.
    private static func field(of refusal: any Refusal, _ last: String) -> String? {
        switch refusal {
        case PeopleRefusal.datesInWrongOrder: "until"
        case is ProgrammeRefusal, PeopleRefusal.dayIsPast: last
        case PeopleRefusal.roleHeldThen, PeopleRefusal.notToYourself, PeopleRefusal.unknownRole: "role"
        case PeopleRefusal.lastAdmin: "until"
        default: nil
        }
    }

    // MARK: Giving

    private func page(
        _ person: Person, _ context: SignedInContext, _ typed: RolesPage.Typed, errors: [FieldError] = [],
        done: String? = nil
    ) async throws -> PageLayout {
        var frame = site.adminFrame("Roles of \(person.name)", context, errors: errors, done: done)
        frame.back = BackLink(text: person.name, address: SiteURL.adminPerson(person.publicID.uuidString).address)
        let page = RolesPage(
            person: person, grants: try await site.services.roles.grants(of: person.publicID, by: context.actor),
            typed: typed, isSelf: person.id == context.person.id, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    private func grant(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let person = try await person(try context.part("id"), context)
        let fields = try await site.form(request, context.web)
        let typed = RolesPage.Typed(fields)
        var last = "from"
        do {
            guard let role = Domain.Role(rawValue: typed.role) else { throw PeopleRefusal.unknownRole(typed.role) }
            let from = try typed.from.isEmpty ? nil : DateEntry.day(typed.from, today: site.today)
            if from == nil || (from ?? site.today) >= site.today { last = "until" }
            let until = try typed.until.isEmpty ? nil : DateEntry.day(typed.until, today: site.today)
            _ = try await site.once(fields, request: "role \(person.id) \(typed)", by: context.actor) { work in
                try await site.services.roles.grant(
                    role, to: person, from: from, until: until, by: context.actor, in: work
                ).id.uuidString
            }
            return Response.seeOther(
                SiteURL.adminRoles(person.publicID.uuidString).address.adding("done", "granted"))
        } catch let refusal as any Refusal {
            guard let field = Self.field(of: refusal, last) else { throw refusal }
            let message = typed.role.isEmpty && field == "role" ? "Choose the role." : refusal.message
            let errors = [FieldError(field: field, message: message)]
            return Response.page(
                try await page(person, context, typed, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }

    // MARK: Ending

    private func endPage(
        _ grant: RoleGrant, _ person: Person, _ context: SignedInContext, _ typed: String, errors: [FieldError] = []
    ) -> PageLayout {
        var frame = site.adminFrame("When a role ends", context, errors: errors)
        frame.width = .reading
        frame.back = BackLink(
            text: "Roles of \(person.name)", address: SiteURL.adminRoles(person.publicID.uuidString).address)
        let page = RoleEndPage(
            person: person, grant: grant, typed: typed, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    private func end(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await site.form(request, context.web)
        let id = try context.part("id")
        guard let grant = UUID(uuidString: id) else { throw AccessRefusal.notFound("role") }
        let typed = fields["until"] ?? ""
        do {
            let last = try typed.isEmpty ? nil : DateEntry.day(typed, today: site.today)
            let person = try await site.once(fields, request: "role end \(id) \(typed)", by: context.actor) { work in
                let person = try await site.services.roles.held(grant, by: context.actor, in: work).person
                try await site.services.roles.end(grant, on: last, by: context.actor, in: work)
                return person.uuidString
            }
            return Response.seeOther(SiteURL.adminRoles(person).address.adding("done", "ended"))
        } catch let refusal as any Refusal {
            guard Self.field(of: refusal, "until") != nil else { throw refusal }
            let (grant, person) = try await held(context)
            let errors = [FieldError(field: "until", message: refusal.message)]
            return Response.page(
                endPage(grant, person, context, typed, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }
}
