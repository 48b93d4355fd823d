import Domain
import HTTPTypes
import Hummingbird
import Logging

/// The outermost layer of every request: whether it is for us at all, what no answer goes without, and one line of log.
///
/// The line holds the method, the route's pattern, the status, the time and the request's id: no address, no query, no
/// secret, no person.
struct FrontDoor: RouterMiddleware {
    typealias Context = WebContext

    let site: WebSite

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        var response: Response
        do {
            try admit(request, &context)
            response = try await next(request, context)
        } catch let broken as BrokenBody {
            throw broken.cause
        } catch {
            response = answer(to: error, request, context)
        }
        // What matched no route has no HEAD made from its GET.
        if request.method == .head { response = response.createHeadResponse() }
        if !response.headers.contains(.contentSecurityPolicy) { SecurityHeaders.add(to: &response.headers) }
        let took = (ContinuousClock.now - began) / .milliseconds(1)
        site.metrics.note(
            request.method, route: context.endpointPath, status: response.status.code, seconds: took / 1000)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")",
                "status": "\(response.status.code)", "ms": "\((took * 10).rounded() / 10)",
            ])
        return response
    }

    /// An error as its reader takes it: problem details for programs, a page for people.
    private func answer(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
        if APIURL.claims(request.uri.path) {
            return ProblemResponses(site: site).response(to: error, request, context)
        }
        // No route was found, but there may be one for another method.
        if let missing = error as? HTTPError, missing.status == .notFound, context.endpointPath == Self.nowhere {
            let methods = site.routes.methods(at: request.uri.path)
            if !methods.isEmpty {
                let wrong = HTTPError(.methodNotAllowed)
                var response = ErrorPages(site: site).response(to: wrong, request, context)
                response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
                return response
            }
        }
        return ErrorPages(site: site).response(to: error, request, context)
    }

    private func admit(_ request: Request, _ context: inout WebContext) throws {
        // The first Host stands apart; a second one among the headers is a request with two minds.
        guard let authority = request.head.authority, !authority.isEmpty,
            Self.host.map({ !request.headers.contains($0) }) ?? true
        else {
            throw RequestProblem.unreadable
        }
        guard site.hosts.accepts(authority) else { throw RequestProblem.foreignHost }
        guard let target = request.head.path, Self.isReadable(target) else { throw RequestProblem.unreadable }
        let length = request.headers[.contentLength].map { wholeNumber($0) ?? Int.max } ?? 0
        let hasBody = length > 0 || request.headers.contains(.transferEncoding)
        if length > site.settings.mostBodyBytes, !UploadedForm.isComing(by: request) {
            context.closeSoon()
            throw RequestProblem.tooLarge
        }
        // The page that takes files answers for itself, beside the field, once most of what is sent has gone by.
        if length > UploadedForm.mostBytesPassedOver { context.closeSoon() }
        if hasBody, request.method == .get || request.method == .head { context.closeSoon() }
        context.usesPlainCookies = site.hosts.isPlain(authority)
        if request.headers.contains(.cookie) {
            context.session = CookieJar.session.value(in: request.headers, plain: context.usesPlainCookies)
            context.browser = CookieJar.browser.value(in: request.headers, plain: context.usesPlainCookies)
        }
        if let forwarded = request.headers[Self.forwardedFor], AcceptedHosts.loopbackNames.contains(context.client) {
            context.client = forwarded.split(separator: ",").last.map { $0.filter { $0 != " " } } ?? context.client
        }
    }

    /// What the router calls the endpoint of a path that it does not know.
    private static let nowhere = "NotFound"
    private static let host = HTTPField.Name("Host")
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .from

    /// Whether a request's target is a path in readable ASCII that decodes to UTF-8 without NUL.
    static func isReadable(_ target: String) -> Bool {
        var isEncoded = false
        for (index, byte) in target.utf8.enumerated() {
            if index == 0, byte != 0x2F { return false }
            if byte <= 0x20 || byte >= 0x7F { return false }
            if byte == 0x25 { isEncoded = true }
        }
        guard isEncoded else { return !target.isEmpty }
        return PercentEncoding.decode(target.prefix { $0 != "?" }) != nil
    }
}
