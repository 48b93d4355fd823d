import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Tells a page of a meeting that what its reader may see has changed, and nothing of what it says: the page is read anew. Who has a
/// conflict with the one who is on hears nothing, as for them nothing changes.
struct MeetingFeed {
    let desk: AwardsDesk

    private static let pause = Duration.milliseconds(100)
    /// Pauses until a page hears that the server is there still: ten seconds.
    private static let heartbeat = 100
    private static let buffering = HTTPField.Name("X-Accel-Buffering") ?? .via

    func answer(_ path: AwardPath, _ context: SignedInContext) async throws -> Response {
        _ = try await desk.awards.meeting(of: path, by: context.actor)
        guard let seat = desk.site.places.seat() else {
            var response = Response.plain("Too many are listening. Ask again later.\n", status: .serviceUnavailable)
            response.headers[.retryAfter] = "10"
            return response
        }
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(seat) {} }
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            var told: Meeting?
            var heard = -1
            var silence = 0
            while desk.site.places.isTelling {
                let generation = desk.site.services.changes.generation
                if generation != heard {
                    heard = generation
                    // Whoever has signed out is told nothing more; whoever is off the panel is refused below.
                    guard try await desk.site.isSignedIn(context) else { break }
                    let now = try await desk.awards.meeting(of: path, by: context.actor)
                    if now != told {
                        told = now
                        silence = 0
                        context.web.carryOn(desk.site.deadlines)
                        try await writer.write(ByteBuffer(string: "data: changed\n\n"))
                    }
                }
                try await Task.sleep(for: Self.pause)
                silence += 1
                if silence >= Self.heartbeat {
                    silence = 0
                    // Consents end by themselves, and sessions too: both are asked anew with every heartbeat.
                    heard = -1
                    context.web.carryOn(desk.site.deadlines)
                    try await writer.write(ByteBuffer(string: ": still here\n\n"))
                }
            }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store", Self.buffering: "no"], body: body)
    }
}
