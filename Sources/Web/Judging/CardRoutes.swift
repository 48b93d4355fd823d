import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Young judges: coming in with a card, stopping, and the thanks at the end.
struct CardRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.judgingCard.route) { _, context in
            if context.person != nil { return Response.seeOther(SiteURL.judging.address) }
            return page(context, nil)
        }
        pages.post(SiteURL.judgingCard.route) { request, context in try await come(request, context) }
    }

    func addSignedIn(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.judgingStop.route) { _, context in
            let supporter = try await site.services.awards.supporter(of: context.actor)
            return Response.page(
                PageLayout(site.frame("Stop here", context.web, at: .judging)) {
                    Div(.class("plain")) {
                        H1("It is fine to stop")
                        P("Talk to \(supporter ?? "the person beside you"). You do not have to say why.")
                        P("Everything you did is kept.")
                        P { ActionLink("Go back when I want to", to: SiteURL.judging.address, .secondary) }
                    }
                })
        }
        signedIn.get(SiteURL.judgingThanks.route) { _, context in
            let done = try await site.services.awards.desk(by: context.actor).filter { $0.standing.isDone }
            guard !done.isEmpty else { throw AccessRefusal.notFound("certificate") }
            let schemes = Set(done.map(\.schemeTitle)).sorted().joined(separator: " and ")
            var frame = site.frame("Thank you", context.web)
            frame.back = BackLink(text: "Judging", address: SiteURL.judging.address)
            return Response.page(
                PageLayout(frame) {
                    ConfirmationPanel(title: "Thank you, \(context.person.name)")
                    P(
                        "You helped to judge \(schemes). You listened, you were fair, and you kept what you read to yourself."
                    )
                    P(site.services.settings.centre)
                })
        }
    }

    private func page(_ context: WebContext, _ error: String?, _ status: HTTPResponse.Status = .ok) -> Response {
        var context = context
        let cookies = site.knowBrowser(&context)
        var frame = site.frame("Judge with your card", context)
        frame.visitor = .unknown
        frame.hasErrors = error != nil
        let formGuard = site.formGuard(context)
        let errors = error.map { [FieldError(field: "card", message: $0)] } ?? []
        return Response.page(
            PageLayout(frame) {
                ErrorSummary(errors)
                Div(.class("plain")) {
                    H1("Judge with your card")
                    PostForm(to: SiteURL.judgingCard.address, guard: formGuard) {
                        TextField(
                            name: "card", label: "The letters and numbers on your card",
                            error: errors.message(for: "card"), width: .ten, autocomplete: .off, isProse: false)
                        TextField(
                            name: "pin", label: "Today’s number", hint: "Somebody in the room tells you.", width: .six,
                            autocomplete: .off, inputmode: .numeric, isProse: false)
                        ActionButton("Start")
                    }
                }
            }, status: status, cookies: cookies)
    }

    private func come(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await site.form(request, context)
        guard site.anonymousTries.admits("card \(context.client)") else {
            return page(context, "Too many tries. Ask the person beside you.", .tooManyRequests)
        }
        do {
            let (_, session) = try await site.services.access.signIn(
                card: String((form["card"] ?? "").prefix(40)), pin: String((form["pin"] ?? "").prefix(20)))
            return Response.seeOther(
                SiteURL.judging.address,
                cookies: [CookieJar.session.set(session, seconds: 4 * 3600, plain: context.usesPlainCookies)])
        } catch AwardsRefusal.wrongCard {
            return page(context, AwardsRefusal.wrongCard.message, .unprocessableContent)
        }
    }
}
