import Domain
import Foundation
import Hummingbird
import Services

/// Events over the API: those that the caller may see.
struct EventAPI {
    let site: WebSite

    var routes: [APIRoute] { [list, one, sessions] }

    private var list: APIRoute {
        APIRoute(
            method: .get, url: .events, name: "listEvents", summary: "The events that the caller may see",
            caller: .reader,
            parameters: [.limit, .cursor], answers: [.list(of: "Event")]
        ) { request, context in
            let page = try APIPage(try request.query())
            let events = try await site.services.programme.events(by: context.actor)
            let bytes = page.bytes(of: events, id: \.slug) { EventJSON(event: $1).write(to: &$0) }
            return JSONAnswer(bytes).response(to: request, isPublic: context.person == nil)
        }
    }

    private var one: APIRoute {
        APIRoute(
            method: .get, url: .event("{slug}"), name: "getEvent", summary: "One event", caller: .reader,
            parameters: [.slug],
            answers: [.found("Event"), .problem(404)]
        ) { request, context in
            let event = try await site.services.programme.event(try context.part("slug"), by: context.actor)
            var json = JSONWriter()
            EventJSON(event: event).write(to: &json)
            return JSONAnswer(json.bytes).response(to: request, isPublic: context.person == nil)
        }
    }

    private var sessions: APIRoute {
        APIRoute(
            method: .get, url: .eventSessions("{slug}"), name: "listSessions",
            summary: "The event's sessions: the newest release, or the draft for those who schedule", caller: .reader,
            parameters: [.slug, .limit, .cursor], answers: [.list(of: "Session"), .problem(404)]
        ) { request, context in
            let page = try APIPage(try request.query())
            // Those who schedule list the draft, read afresh; everybody else shares what the last reader was told.
            guard context.person?.schedules ?? false else { return try await released(page, request, context) }
            let event = try await site.services.programme.event(try context.part("slug"), by: context.actor)
            let sessions = try await site.services.programme.listed(event: event.slug, by: context.actor)
            return JSONAnswer(Self.bytes(of: sessions, page)).response(to: request, isPublic: false)
        }
    }

    private func released(_ page: APIPage, _ request: Request, _ context: WebContext) async throws -> Response {
        let generation = site.services.changes.generation
        let slug = try context.part("slug")
        let key = "sessions of \(slug) \(page.limit) \(page.after?.text ?? "")"
        var kept = site.pages.entry(key, generation: generation)
        if kept == nil {
            let event = try await site.services.programme.event(slug, by: context.actor)
            let sessions = try await site.services.programme.shared(event: event.slug).sessions
            kept = site.pages.keep(
                JSONAnswer(Self.bytes(of: sessions, page)).kept, as: key, generation: generation)
        }
        guard let kept else { throw ServiceFailure(.internalError) }
        return context.person == nil ? kept.response(to: request) : kept.unsharedResponse(to: request)
    }

    private static func bytes(of sessions: [Session], _ page: APIPage) -> [UInt8] {
        page.bytes(of: sessions, id: \.reference) { SessionJSON(session: $1).write(to: &$0) }
    }
}

/// An event as the API tells it. Both days are inclusive.
struct EventJSON {
    let event: Event

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("slug", event.slug)
            json.member("title", event.title)
            json.member("from", event.from.iso)
            json.member("to", event.to.iso)
            json.member("state", event.state.rawValue)
            json.member("sessions", event.sessions)
        }
    }

    static let schema: JSONValue = [
        "type": "object", "required": ["slug", "title", "from", "to", "state", "sessions"],
        "properties": [
            "slug": ["type": "string"], "title": ["type": "string"], "from": ["type": "string", "format": "date"],
            "to": ["type": "string", "format": "date"],
            "state": ["type": "string", "enum": .array(Event.State.allCases.map { .text($0.rawValue) })],
            "sessions": ["type": "integer"],
        ],
    ]
}
