import Domain
import HTML
import Hummingbird
import Services

/// The pages for what did not work: words, and a way on.
struct ErrorPages {
    let site: WebSite

    func response(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
        if let refusal = error as? any Refusal, refusal.kind == .unauthenticated {
            return Response.seeOther(SiteURL.signIn.address.adding("to", Self.wayBack(request)))
        }
        let answer = ErrorAnswer(error, site: site, logger: context.logger)
        var response = Response.page(page(answer, context), status: answer.status)
        for field in answer.headers { response.headers[field.name] = field.value }
        return response
    }

    func page(_ answer: ErrorAnswer, _ context: WebContext) -> PageLayout {
        PageLayout(site.frame(answer.title, context)) {
            MessagePage(answer.title) {
                P(answer.message)
                if let id = answer.id {
                    P {
                        "If it goes on, tell the centre this number: "
                        Strong(id, .translate(false))
                    }
                }
                if answer.code == ServiceFailure.Code.outcomeUnknown.rawValue {
                    P { A("Look at your bookings", href: SiteURL.me.address) }
                }
                P { A("Go to the programme", href: SiteURL.home.address) }
            }
        }
    }

    /// Where to go on after signing in: the page itself, or for a form the page that it stood on.
    static func wayBack(_ request: Request) -> String? {
        guard let target = request.head.path else { return nil }
        if request.method == .get || request.method == .head { return WebAddress.returning(to: target)?.text }
        let parts = request.uri.path.split(separator: "/")
        guard parts.count >= 2, parts[0] == "sessions" else { return SiteURL.me.address.text }
        return WebAddress.returning(to: "/sessions/\(parts[1])")?.text
    }
}
