import Domain
import Hummingbird
import Services

/// Lets only those in who hold one of the roles, by the database's word at this moment. What is behind it asks again for
/// whatever it reads or changes.
struct RoleDoor: RouterMiddleware {
    typealias Context = SignedInContext

    let site: WebSite
    let roles: [Domain.Role]
    /// What those who are kept out may not do: "see the staff pages".
    let what: String

    func handle(
        _ request: Request, context: SignedInContext,
        next: @concurrent (Request, SignedInContext) async throws -> Response
    ) async throws -> Response {
        try await site.services.access.require(roles, context.actor, to: what)
        return try await next(request, context)
    }
}
