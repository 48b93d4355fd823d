import Domain
import Foundation
import Hummingbird
import Services

/// Roles over the API, for admins: from a day to a day, and another last day.
struct RoleAPI {
    let site: WebSite

    var routes: [APIRoute] { [list, grant, end] }

    private var list: APIRoute {
        APIRoute(
            method: .get, url: .personRoles("{email}"), name: "listRoles",
            summary: "The roles of a person, held, to come and over, newest first: for admins", caller: .person,
            parameters: [.email, .limit, .cursor], answers: [.list(of: "Role"), .problem(403), .problem(404)]
        ) { request, context in
            let page = try APIPage(try request.query())
            let person = try await site.services.people.person(
                addressed: try context.part("email"), by: context.actor)
            let grants = try await site.services.roles.grants(of: person.publicID, by: context.actor)
            let bytes = page.bytes(of: grants, id: \.id.uuidString) {
                RoleJSON(grant: $1, person: person.email).write(to: &$0)
            }
            return JSONAnswer(bytes).response(to: request, isPublic: false)
        }
    }

    private var grant: APIRoute {
        APIRoute(
            method: .post, url: .personRoles("{email}"), name: "grantRole",
            summary: "Gives somebody a role from a day to a day; nobody gives one to themselves", caller: .person,
            parameters: [.email, .idempotencyKey],
            body: [
                "type": "object", "required": ["role"],
                "properties": [
                    "role": ["type": "string", "enum": RoleJSON.roles],
                    "from": [
                        "type": ["string", "null"], "format": "date",
                        "description": "The first day; without it, from now on.",
                    ],
                    "until": [
                        "type": ["string", "null"], "format": "date",
                        "description": "The last day; without it, until it is taken away.",
                    ],
                ],
            ],
            answers: [
                .made("Role"), .problem(403, "not_allowed, not_to_yourself"), .problem(404),
                .problem(409, "role_held_then, has_left, still_running"),
                .problem(422, "unknown_role, day_is_past, dates_in_wrong_order"),
            ]
        ) { request, context in
            try requireAdministers(context, to: "grant roles")
            let person = try await site.services.people.person(
                addressed: try context.part("email"), by: context.actor)
            let fields = try await site.fields(request, context)
            let name = try fields.text("role") ?? ""
            guard let role = Domain.Role(rawValue: name) else { throw PeopleRefusal.unknownRole(name) }
            let (from, until) = (try fields.day("from"), try fields.day("until"))
            let kept = try await site.services.once(
                try site.idempotencyKey(request),
                request: "grant \(person.id) \(role) \(from?.iso ?? "") \(until?.iso ?? "")", by: context.actor
            ) { work in
                let grant = try await site.services.roles.grant(
                    role, to: person, from: from, until: until, by: context.actor, in: work)
                let answer = JSONAnswer(RoleJSON(grant: grant, person: person.email).bytes)
                return KeptAnswer(grant.id.uuidString, answer).text
            }
            return try KeptAnswer(kept).answer.response(.created)
        }
    }

    private var end: APIRoute {
        APIRoute(
            method: .post, url: .roleEnd("{id}"), name: "endRole",
            summary: "Gives a role another last day; without one it ends at once, or never begins", caller: .person,
            parameters: [.role, .idempotencyKey],
            body: [
                "type": "object",
                "properties": [
                    "until": ["type": ["string", "null"], "format": "date", "description": "The last day."]
                ],
            ],
            answers: [
                .done("Role"), .problem(403, "not_allowed, not_to_yourself"), .problem(404),
                .problem(409, "last_admin, role_held_then, still_running"),
                .problem(422, "day_is_past, dates_in_wrong_order"),
            ]
        ) { request, context in
            try requireAdministers(context, to: "change roles")
            guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("role") }
            let last = try await site.fields(request, context).day("until")
            let kept = try await site.services.once(
                try site.idempotencyKey(request), request: "end role \(id) \(last?.iso ?? "")", by: context.actor
            ) { work in
                let roles = site.services.roles
                let before = try await roles.held(id, by: context.actor, in: work)
                let person = try await site.services.people.person(before.person, by: context.actor, in: work)
                try await roles.end(id, on: last, by: context.actor, in: work)
                let after = try await roles.grants(of: before.person, by: context.actor, in: work).first { $0.id == id }
                let json = RoleJSON(grant: after ?? before.grant, person: person.email, isWithdrawn: after == nil)
                return KeptAnswer(id.uuidString, JSONAnswer(json.bytes)).text
            }
            return try KeptAnswer(kept).answer.response(.ok)
        }
    }

    /// Says no before the body is read. The services decide again, by the database's word.
    private func requireAdministers(_ context: WebContext, to what: String) throws {
        guard context.person?.administers ?? false else { throw AccessRefusal.notAllowed(what) }
    }
}
