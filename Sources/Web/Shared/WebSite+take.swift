import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

extension WebSite {
    /// Makes what a form asks for, once, and goes on. A refusal that whoever fills the form can mend gives the page again.
    ///
    /// - Parameter field: the box that a refusal is about.
    func take(
        _ form: FormFields, _ request: String, _ context: SignedInContext, to address: (String) -> WebAddress,
        field: (any Refusal) -> String, again: ([FieldError]) async throws -> PageLayout,
        _ body: (Work) async throws -> String
    ) async throws -> Response {
        do {
            return Response.seeOther(address(try await once(form, request: request, by: context.actor, body)))
        } catch let refusal as any Refusal where Self.isMendable(refusal) {
            let errors = [FieldError(field: field(refusal), message: refusal.message)]
            return Response.page(try await again(errors), status: Self.status(refusal))
        }
    }

    /// Those who may not, and what is not there, get the page that says so.
    static func isMendable(_ refusal: any Refusal) -> Bool {
        switch refusal {
        case is AccessRefusal, AwardsRefusal.notAssigned, AwardsRefusal.resultsClosed: false
        default: refusal.kind != .unauthenticated && refusal.kind != .forbidden
        }
    }

    /// Nobody of a name that was typed is a slip in the form, not a page that is missing.
    static func status(_ refusal: any Refusal) -> HTTPResponse.Status {
        refusal.kind == .notFound ? .unprocessableContent : ErrorAnswer(refusal).status
    }
}
