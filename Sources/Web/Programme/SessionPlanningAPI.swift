import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Services

/// Scheduling over the API, for those who schedule: adding, changing and cancelling sessions, and releasing.
struct SessionPlanningAPI {
    let site: WebSite

    var routes: [APIRoute] { [add, change, cancel, release] }

    private var add: APIRoute {
        APIRoute(
            method: .post, url: .eventSessions("{slug}"), name: "addSession",
            summary: "Adds a session to the draft; it is bookable once released", caller: .person,
            parameters: [.slug, .idempotencyKey], body: Self.schema(required: ["title"]),
            answers: [.made("SessionWithBooking"), .problem(403), .problem(404), .problem(409), .problem(422)]
        ) { request, context in
            let event = try await plannable(try context.part("slug"), context)
            let fields = try await site.fields(request, context)
            let new = try SessionFields(fields).new(in: event)
            let kept = try await site.services.once(
                try site.idempotencyKey(request), request: "add session \(event) \(new)", by: context.actor
            ) { work in
                let session = try await oneOfTheBody {
                    try await site.services.programme.addSession(new, by: context.actor, in: work)
                }
                return try await keeping(session, context, work)
            }
            let first = try KeptAnswer(kept)
            return first.answer.response(.created, location: .session(first.name), tagged: true)
        }
    }

    private var change: APIRoute {
        APIRoute(
            method: .patch, url: .session("{reference}"), name: "changeSession",
            summary: "Changes the draft: capacity acts at once, the rest with the next release", caller: .person,
            parameters: [.reference, .ifMatch], body: Self.schema(required: []),
            answers: [
                .done("SessionWithBooking"), .problem(403), .problem(404), .problem(409),
                .problem(412, "stale: somebody changed it since it was read"), .problem(422), .problem(428),
            ]
        ) { request, context in
            let reference = try context.part("reference").uppercased()
            try requireSchedules(context, to: "change sessions")
            let session = try await site.services.programme.draft(reference, by: context.actor)
            let fields = try await site.fields(request, context, alsoTaking: "application/merge-patch+json")
            let change = try SessionFields(fields).change()
            let revision = try expected(request, session)
            do {
                let after = try await oneOfTheBody {
                    try await site.services.programme.changeSession(
                        reference, change, expecting: revision, by: context.actor)
                }
                return try await SessionReading(site: site).answer(after, context).response(.ok, tagged: true)
            } catch ProgrammeRefusal.stale(let reference, let changed) {
                let refusal = ProgrammeRefusal.stale(reference: reference, changed: changed)
                var problem = APIProblem(.preconditionFailed, refusal.code, refusal.message)
                problem.changed = changed
                throw problem
            }
        }
    }

    /// The revision that the change was made from; nil for whichever it is. Whether it is still that one is decided under the
    /// session's lock.
    private func expected(_ request: Request, _ session: Session) throws -> Int? {
        guard let field = request.headers[.ifMatch] else {
            throw APIProblem(
                .preconditionRequired, "precondition_required",
                "Say with If-Match which version you changed: the ETag that you read it with, or *. Nothing was changed."
            )
        }
        guard let revisions = SessionReading.revisions(field) else { return nil }
        guard let newest = revisions.max() else {
            throw APIProblem(
                .preconditionFailed, "stale",
                "That is no version of \(session.reference). Nothing of yours was saved; read it again.")
        }
        return revisions.contains(session.revision) ? session.revision : newest
    }

    private var cancel: APIRoute {
        APIRoute(
            method: .post, url: .sessionCancellation("{reference}"), name: "cancelSession",
            summary: "Calls a session off, at once and for everyone", caller: .person,
            parameters: [.reference, .idempotencyKey],
            body: [
                "type": "object", "required": ["reason"],
                "properties": ["reason": ["type": "string", "minLength": 1, "maxLength": 500]],
            ],
            answers: [
                .done("SessionWithBooking"), .problem(403), .problem(404), .problem(409, "session_cancelled"),
                .problem(422),
            ]
        ) { request, context in
            let reference = try context.part("reference").uppercased()
            try requireSchedules(context, to: "cancel sessions")
            let reason = try await site.fields(request, context).text("reason") ?? ""
            let kept = try await site.services.once(
                try site.idempotencyKey(request), request: "cancel session \(reference) \(reason)", by: context.actor
            ) { work in
                let session = try await site.services.programme.cancelSession(
                    reference, reason: reason, by: context.actor, in: work)
                return try await keeping(session, context, work)
            }
            return try KeptAnswer(kept).answer.response(.ok, tagged: true)
        }
    }

    private var release: APIRoute {
        APIRoute(
            method: .post, url: .eventReleases("{slug}"), name: "publishRelease",
            summary: "Publishes the draft as the event's next release", caller: .person,
            parameters: [.slug, .idempotencyKey],
            body: [
                "type": "object",
                "properties": [
                    "note": ["type": "string", "maxLength": 2000],
                    "complete": [
                        "type": "boolean",
                        "description":
                            "Refuse while a session lacks somebody to lead it, a place, or its room an access note.",
                    ],
                ],
            ],
            answers: [
                .made("Release"), .problem(403), .problem(404),
                .problem(409, "nothing_to_release, cannot_release, incomplete, event_not_open"), .problem(422),
            ]
        ) { request, context in
            let slug = try await plannable(try context.part("slug"), context)
            let fields = try await site.fields(request, context)
            let note = try fields.text("note") ?? ""
            let complete = try fields.boolean("complete") ?? false
            let kept = try await site.services.once(
                try site.idempotencyKey(request), request: "release \(slug) \(complete) \(note)", by: context.actor
            ) { work in
                let programme = site.services.programme
                let problems = try await programme.releaseProblems(slug, by: context.actor, in: work)
                let release = try await programme.publishRelease(
                    slug, note: note, complete: complete, by: context.actor, in: work)
                let json = ReleaseJSON(event: slug, release: release, lacking: problems.map(\.sentence))
                return KeptAnswer(slug, JSONAnswer(json.bytes)).text
            }
            return try KeptAnswer(kept).answer.response(.created)
        }
    }

    /// What is answered about the session, as it is kept under the request's key.
    private func keeping(_ session: Session, _ context: WebContext, _ work: Work) async throws -> String {
        KeptAnswer(session.reference, try await SessionReading(site: site).answer(session, context, in: work)).text
    }

    /// The event's slug, if the caller schedules and there is such an event; what the caller may not see does not exist.
    private func plannable(_ slug: String, _ context: WebContext) async throws -> String {
        let event = try await site.services.programme.event(slug, by: context.actor)
        try requireSchedules(context, to: "schedule sessions")
        return event.slug
    }

    /// Says no before the body is read. The services decide again, by the database's word.
    private func requireSchedules(_ context: WebContext, to what: String) throws {
        guard context.person?.schedules ?? false else { throw AccessRefusal.notAllowed(what) }
    }

    /// A room, a strand or a facilitator that the body names and nobody knows: not the address is wrong, the body is.
    private func oneOfTheBody(_ body: () async throws -> Session) async throws -> Session {
        do {
            return try await body()
        } catch let refusal as PeopleRefusal where refusal.kind == .notFound {
            throw APIProblem.unprocessable(refusal.code, refusal.message)
        }
    }

    private static func schema(required: [JSONValue]) -> JSONValue {
        [
            "type": "object", "required": .array(required),
            "properties": [
                "title": ["type": "string", "minLength": 1, "maxLength": 200],
                "kind": ["type": "string", "pattern": "^[a-z][a-z0-9_]{0,39}$"],
                "strand": ["type": ["string", "null"]], "description": ["type": "string", "maxLength": 5000],
                "starts_at": [
                    "type": ["string", "null"], "format": "date-time",
                    "description": "Without an offset it is London's wall time. Both times null: an unplaced draft.",
                ], "ends_at": ["type": ["string", "null"], "format": "date-time"],
                "minutes": ["type": "integer", "minimum": 1, "maximum": 20160],
                "site": ["type": ["string", "null"]],
                "room": ["type": ["string", "null"], "description": "SITE/ROOM, or the room of “site”."],
                "online_url": ["type": ["string", "null"], "format": "uri"],
                "capacity": ["type": "integer", "minimum": 1, "maximum": 10000],
                "facilitators": [
                    "type": "array", "items": ["type": "string", "format": "email"],
                    "description": "Their e-mail addresses.",
                ],
            ],
        ]
    }
}
