import Domain
import Foundation
import Hummingbird
import Services

/// Leaving over the API, for admins: at once, on a day to come, and staying after all.
struct LeavingAPI {
    let site: WebSite

    var routes: [APIRoute] { [look, leave, stay] }

    private var look: APIRoute {
        APIRoute(
            method: .get, url: .leaving("{email}"), name: "getLeaving",
            summary: "Whether somebody has left, or the day on which they leave: for admins", caller: .person,
            parameters: [.email], answers: [.found("Leaving"), .problem(403), .problem(404)]
        ) { request, context in
            let person = try await person(context)
            let day =
                person.hasLeft
                ? nil : try await site.services.people.leavingDay(of: person.publicID, by: context.actor)
            let json = LeavingJSON(person: person, hasLeft: person.hasLeft, on: day)
            return JSONAnswer(json.bytes).response(to: request, isPublic: false)
        }
    }

    private var leave: APIRoute {
        APIRoute(
            method: .post, url: .leaving("{email}"), name: "leave",
            summary: "Ends somebody's access, at once or from the beginning of a day to come", caller: .person,
            parameters: [.email, .idempotencyKey],
            body: [
                "type": "object",
                "properties": [
                    "on": [
                        "type": ["string", "null"], "format": "date",
                        "description": "The first day on which they have no access; without it, at once.",
                    ]
                ],
            ],
            answers: [
                .done("Leaving"), .problem(403), .problem(404), .problem(409, "last_admin, has_left, still_running"),
                .problem(422, "leaves_in_the_past"),
            ]
        ) { request, context in
            try requireAdministers(context)
            let person = try await person(context)
            let day = try await site.fields(request, context).day("on")
            return try await once(request, "leave \(person.id) \(day?.iso ?? "")", context) { work in
                guard !person.hasLeft else { throw PeopleRefusal.hasLeft(person.email) }
                let people = site.services.people
                if let day {
                    try await people.setLeaving(person.email, on: day, by: context.actor, in: work)
                    return LeavingJSON(person: person, hasLeft: false, on: day)
                }
                let happened = try await people.leave(person.email, by: context.actor, in: work)
                return LeavingJSON(
                    person: person, hasLeft: true, givenUp: happened.released, toLead: happened.leads)
            }
        }
    }

    private var stay: APIRoute {
        APIRoute(
            method: .post, url: .leavingWithdrawal("{email}"), name: "stay",
            summary: "Takes back the day on which somebody was to leave", caller: .person,
            parameters: [.email, .idempotencyKey], body: ["type": "object"],
            answers: [
                .done("Leaving"), .problem(403), .problem(404), .problem(409, "not_leaving, still_running"),
                .problem(422),
            ]
        ) { request, context in
            try requireAdministers(context)
            let person = try await person(context)
            _ = try await site.fields(request, context)
            return try await once(request, "stay \(person.id)", context) { work in
                guard !person.hasLeft else { throw PeopleRefusal.notLeaving(person.email) }
                try await site.services.people.keep(person.email, by: context.actor, in: work)
                return LeavingJSON(person: person, hasLeft: false, on: nil)
            }
        }
    }

    private func once(
        _ request: Request, _ says: String, _ context: WebContext, _ change: (Work) async throws -> LeavingJSON
    ) async throws -> Response {
        let kept = try await site.services.once(
            try site.idempotencyKey(request), request: says, by: context.actor
        ) { work in
            let json = try await change(work)
            return KeptAnswer(json.person.email, JSONAnswer(json.bytes)).text
        }
        return try KeptAnswer(kept).answer.response(.ok)
    }

    private func person(_ context: WebContext) async throws -> Person {
        try await site.services.people.person(addressed: try context.part("email"), by: context.actor)
    }

    /// Says no before the body is read. The services decide again, by the database's word.
    private func requireAdministers(_ context: WebContext) throws {
        guard context.person?.administers ?? false else { throw AccessRefusal.notAllowed("end somebody's access") }
    }
}
