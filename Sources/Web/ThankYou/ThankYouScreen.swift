import Domain
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// The thank-you wall on a screen in the hall: one after the other, slowly, or all of them standing still.
struct ThankYouScreenRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.thankYouScreen.route) { request, context in
            let part = try await part(isStill: try request.query()["still"] == "yes", context)
            return Response.page(ScreenLayout(title: "Thank you", screen: "audience", problem: nil) { part })
        }
        signedIn.get(SiteURL.thankYouScreenLive.route) { request, context in
            let isStill = try request.query()["still"] == "yes"
            guard let seat = site.places.seat() else {
                var response = Response.plain("Too many are listening. Ask again later.\n", status: .serviceUnavailable)
                response.headers[.retryAfter] = "10"
                return response
            }
            // The wall, and again when it is another; a stream ends with the session of whoever opened it.
            let body = ResponseBody { writer in
                defer { withExtendedLifetime(seat) {} }
                var (heard, told, silence) = (-1, [UInt8](), 0)
                while site.places.isTelling {
                    let generation = site.services.changes.generation
                    if generation != heard || silence % 20 == 0 {
                        guard try await site.isSignedIn(context) else { break }
                    }
                    if generation != heard {
                        heard = generation
                        let bytes = try await part(isStill: isStill, context).markup.bytes
                        if bytes != told {
                            told = bytes
                            var json = JSONWriter()
                            json.object { $0.member("html", String(decoding: bytes, as: UTF8.self)) }
                            var buffer = ByteBuffer(string: "data: ")
                            buffer.writeBytes(json.bytes)
                            buffer.writeString("\n\n")
                            context.web.carryOn(site.deadlines)
                            try await writer.write(buffer)
                        }
                    }
                    try await Task.sleep(for: .milliseconds(250))
                    silence += 1
                    if silence % 60 == 0 {
                        context.web.carryOn(site.deadlines)
                        try await writer.write(ByteBuffer(string: ": still here\n\n"))
                    }
                }
                try await writer.finish(nil)
            }
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
        }
    }

    private func part(isStill: Bool, _ context: SignedInContext) async throws -> ThankYouScreen {
        ThankYouScreen(
            shoutOuts: Array(try await site.services.thankYou.wall(by: context.actor).shoutOuts), isStill: isStill)
    }
}

/// What is on the wall, large. Where things may move, each stands by itself for a while; otherwise they stand below each other.
struct ThankYouScreen: Component {
    /// So many take turns; fewer come round again.
    static let turns = 8

    var shoutOuts: [ShoutOut]
    var isStill: Bool

    private var shown: [ShoutOut] { Array(shoutOuts.prefix(Self.turns)) }

    private var live: String {
        SiteURL.thankYouScreenLive.address.adding("still", isStill ? "yes" : nil).text
    }

    var body: Markup {
        Main(.id("stage"), .class("stage wall", isStill || shown.count < 2 ? nil : "wall--turns"), .data("stage", live))
        {
            H1("Thank you", .class("stage__over"))
            if shown.isEmpty {
                P("Say thank you to somebody, and it will stand here.", .class("stage__line"))
            } else {
                Ul(.class("stage__names")) {
                    for shoutOut in shown { Li { thanks(shoutOut) } }
                    if !isStill, shown.count > 1 {
                        for place in shown.count..<max(shown.count, Self.turns) {
                            Li(.class("wall__again"), .aria(.hidden, true)) { thanks(shown[place % shown.count]) }
                        }
                    }
                }
                if shown.count > 1 {
                    P(.class("wall__still")) {
                        A(
                            isStill ? "Let them take turns" : "Hold still",
                            href: SiteURL.thankYouScreen.address.adding("still", isStill ? nil : "yes"))
                    }
                }
            }
        }
    }

    @MarkupBuilder private func thanks(_ shoutOut: ShoutOut) -> Markup {
        P(.class("stage__award")) {
            "To "
            Bdi(shoutOut.to == .everyone ? "everyone" : shoutOut.to.name)
        }
        P(shoutOut.words, .class("stage__words"))
        P(.class("stage__over")) {
            "From "
            Bdi(shoutOut.writtenBy)
        }
    }
}
