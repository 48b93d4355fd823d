import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// The places left in an event's released sessions: once as JSON, or as server-sent events for as long as a page is open.
struct LivePlacesRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.eventPlaces("{slug}").route) { request, context in
            let lines = try await LivePlaces.lines(of: try await event(context), site.services)
            var response = JSONAnswer(LivePlaces.json(lines)).response(
                to: request, isPublic: context.person == nil)
            response.headers[.vary] = "Cookie"
            return response
        }
        pages.get(SiteURL.eventPlacesLive("{slug}").route) { request, context in
            let event = try await event(context)
            guard let seat = site.places.seat() else { return WebSite.tooManyListen(retryAfter: 60) }
            return Response(
                status: .ok, headers: WebSite.streamHeaders, body: body(event, seat, context))
        }
    }

    /// The event, if the reader may read its programme.
    private func event(_ context: WebContext) async throws -> String {
        try site.requireMayRead(context)
        let event = try await site.services.programme.event(try context.part("slug"), by: context.actor)
        guard event.state != .draft else { throw AccessRefusal.notFound("event") }
        return event.slug
    }

    /// All of it first, then what changes. Each message puts the connection's deadline off: only a reader who takes nothing
    /// any more is cut off.
    private func body(_ event: String, _ seat: StreamSeats.Seat, _ context: WebContext) -> ResponseBody {
        ResponseBody { [site] writer in
            let (number, messages) = site.places.join(event)
            defer {
                site.places.leave(number)
                withExtendedLifetime(seat) {}
            }
            var first = ByteBuffer(string: "retry: 5000\n")
            first.writeImmutableBuffer(LivePlaces.message(try await LivePlaces.lines(of: event, site.services)))
            try await writer.write(first)
            for await message in messages {
                context.carryOn(site.deadlines)
                try await writer.write(message)
            }
            try await writer.finish(nil)
        }
    }
}
