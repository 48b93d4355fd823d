import Hummingbird
import Services

/// Finds out who holds the session that a request brings. Without one it asks nobody.
struct Visiting: RouterMiddleware {
    typealias Context = WebContext

    let site: WebSite

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let session = context.session else { return try await next(request, context) }
        var context = context
        context.person = try await site.services.access.person(ofSession: session)
        return try await next(request, context)
    }
}

/// Turns what goes wrong behind a page into a page, with the reader's name still at its top.
struct PageErrors: RouterMiddleware {
    typealias Context = WebContext

    let site: WebSite

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let broken as BrokenBody {
            throw broken
        } catch {
            return ErrorPages(site: site).response(to: error, request, context)
        }
    }
}
