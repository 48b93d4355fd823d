import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Services

/// One session over the API, with the caller's own booking.
struct SessionAPI {
    let site: WebSite

    var routes: [APIRoute] { [one] }

    private var one: APIRoute {
        APIRoute(
            method: .get, url: .session("{reference}"), name: "getSession",
            summary: "One session, as released, or as it stands in the draft for those who schedule", caller: .reader,
            parameters: [.reference], answers: [.found("SessionWithBooking"), .problem(404)]
        ) { request, context in
            let answer = try await SessionReading(site: site).answer(try context.part("reference"), context)
            return answer.response(to: request, isPublic: context.person == nil)
        }
    }
}

/// Reads a session for an answer, with its entity tag.
///
/// For those who schedule the tag begins with the draft's revision, which is what `If-Match` is held against: a place taken
/// meanwhile does not make their change stale. Nobody else learns that the draft has changed.
struct SessionReading {
    let site: WebSite

    func answer(_ reference: String, _ context: WebContext) async throws -> JSONAnswer {
        let programme = site.services.programme
        let schedules = context.person?.schedules ?? false
        let session =
            schedules
            ? try await programme.draft(reference, by: context.actor)
            : try await programme.session(reference, by: context.actor)
        return try await answer(session, context)
    }

    func answer(_ session: Session, _ context: WebContext, in work: Work? = nil) async throws -> JSONAnswer {
        let mine =
            context.person == nil
            ? nil : try await site.services.booking.mine(session.reference, by: context.actor, in: work).first
        let bytes = SessionJSON(session: session).bytes(mine: mine)
        guard context.person?.schedules ?? false else { return JSONAnswer(bytes) }
        return JSONAnswer(bytes, tag: Self.tag(of: bytes, revision: session.revision))
    }

    private static func tag(of bytes: [UInt8], revision: Int) -> EntityTag {
        EntityTag(text: "\"r\(revision)-\(EntityTag(of: bytes).text.dropFirst())")
    }

    /// The revisions that an `If-Match` accepts; nil when it accepts any. A weak tag accepts nothing (RFC 9110 section 13.1.1).
    static func revisions(_ field: String) -> Set<Int>? {
        let entries = field.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
        if entries.contains("*") { return nil }
        return Set(
            entries.compactMap { entry in
                guard entry.hasPrefix("\"r"), entry.hasSuffix("\"") else { return nil }
                return wholeNumber(entry.dropFirst(2).prefix { $0 != "-" })
            })
    }
}
