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
            return site.stream(context, pause: .milliseconds(250), told: [UInt8]()) { told, _, _ in
                let bytes = try await part(isStill: isStill, context).markup.bytes
                guard bytes != told else { return .nothing }
                told = bytes
                return .message(StreamNews.html(bytes))
            }
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
