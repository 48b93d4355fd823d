import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Services
import Synchronization

/// The JSON API: its calls, and the door that they are behind. Only a bearer token says who asks; a browser's cookie does
/// not, so no other site can make a browser act here.
enum API {
    static func routes(_ site: WebSite) -> [APIRoute] {
        let calls = AwardsCalls(site: site)
        let awards =
            SchemeAPI(calls: calls).routes + NominationAPI(calls: calls).routes + JudgingAPI(calls: calls).routes
            + ResultAPI(calls: calls).routes + EvidenceAPI(calls: calls).routes + MeetingAPI(calls: calls).routes
        let ceremonies = CeremonyAPI(calls: calls).routes + GuestAPI(calls: calls).routes
        return EventAPI(site: site).routes + SessionAPI(site: site).routes + SessionPlanningAPI(site: site).routes
            + BookingAPI(site: site).routes + RoleAPI(site: site).routes + LeavingAPI(site: site).routes + awards
            + ceremonies
    }

    static func add(to router: Router<WebContext>, _ site: WebSite) {
        let routes = routes(site)
        let document = DescribedOnce(routes: routes)
        let calls = router.group().add(middleware: BearerTokens(site: site))
        for route in routes {
            calls.on(route.url.route, method: route.method) { request, context in
                switch route.caller {
                case .anyone: break
                case .reader: try site.requireMayRead(context)
                case .person: if context.person == nil { throw AccessRefusal.signInFirst }
                }
                return try await route.handle(request, context)
            }
        }
        router.get(APIURL.document.route) { request, _ in document.answer.response(to: request, isPublic: true) }
    }

    /// What a path of the API takes, for somebody who came with another method; nil when there is no such path.
    static func methods(at path: String, _ site: WebSite) -> [HTTPRequest.Method]? {
        let parts = path.split(separator: "/")
        let calls = routes(site).map { ($0.url, $0.method) } + [(APIURL.document, .get)]
        let methods = calls.filter { isMatch($0.0, parts) }.map(\.1)
        return methods.isEmpty ? nil : methods.contains(.get) ? methods + [.head] : methods
    }

    private static func isMatch(_ url: APIURL, _ parts: [Substring]) -> Bool {
        let template = (APIURL.root + url.template).split(separator: "/")
        return template.count == parts.count && zip(template, parts).allSatisfy { $0 == $1 || $0.utf8.first == 0x7B }
    }
}

/// The API's description, written when it is first asked for.
private final class DescribedOnce: Sendable {
    private let routes: [APIRoute]
    private let kept = Mutex<JSONAnswer?>(nil)

    init(routes: [APIRoute]) {
        self.routes = routes
    }

    var answer: JSONAnswer {
        kept.withLock { kept in
            if let kept { return kept }
            let made = JSONAnswer(OpenAPIDocument(routes: routes, version: "1").value.bytes)
            kept = made
            return made
        }
    }
}

/// Finds out whose token a call brings. Without one the caller is a visitor; with a bad one nothing is answered.
struct BearerTokens: RouterMiddleware {
    typealias Context = WebContext

    let site: WebSite

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.door = .api
        context.session = nil
        context.browser = nil
        context.person = nil
        let fields = request.headers[values: .authorization]
        if !fields.isEmpty {
            guard fields.count == 1, let field = fields.first, let token = Self.token(field) else {
                throw AccessRefusal.unknownToken
            }
            context.person = try await site.services.access.person(ofToken: token)
        }
        return try await next(request, context)
    }

    /// RFC 6750: the scheme in any case, a space, the token.
    static func token(_ field: String) -> String? {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= 200 else { return nil }
        return String(parts[1])
    }
}
