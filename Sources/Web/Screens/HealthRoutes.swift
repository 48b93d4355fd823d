import Hummingbird
import Services

/// Whether the program runs, and whether it can do its work, for whoever watches it.
struct HealthRoutes {
    let site: WebSite

    func add(to router: Router<WebContext>) {
        router.get(SiteURL.live.route) { _, _ in Response.plain("alive\n") }
        router.get(SiteURL.ready.route) { _, _ in
            guard await site.services.isReady() else {
                var response = Response.plain("the database is away\n", status: .serviceUnavailable)
                response.headers[.retryAfter] = "5"
                return response
            }
            return Response.plain("ready\n")
        }
    }
}
