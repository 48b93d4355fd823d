import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Nominating without an account: a partner or a family says who they are and gets a code by mail.
struct GuestNominatorRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.nominateAsGuest("{scheme}").route) { _, context in
            let slug = try context.part("scheme")
            let scheme = try await scheme(slug, context)
            if context.person != nil { return Response.seeOther(SiteURL.nominate(slug).address) }
            return page(scheme, context, name: "", email: "", errors: [])
        }
        pages.post(SiteURL.nominateAsGuest("{scheme}").route) { request, context in
            try await send(request, context)
        }
    }

    private func scheme(_ slug: String, _ context: WebContext) async throws -> Scheme {
        try site.requireMayRead(context)
        return try await site.services.awards.scheme(slug, by: context.actor)
    }

    private func page(
        _ scheme: Scheme, _ context: WebContext, name: String, email: String, errors: [FieldError],
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var context = context
        let cookies = site.knowBrowser(&context)
        var frame = site.frame("Nominate for \(scheme.title)", context)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "The rules", address: SiteURL.scheme(scheme.slug).address)
        let formGuard = site.formGuard(context)
        return Response.page(
            PageLayout(frame) {
                ErrorSummary(errors)
                H1("Nominate for \(scheme.title)")
                P(AwardWords.window(scheme))
                if scheme.isOpen {
                    P(
                        "For partners and families. We send you a six-digit code, so that you can come back to what you wrote."
                    )
                    PostForm(to: SiteURL.nominateAsGuest(scheme.slug).address, guard: formGuard) {
                        TextField(
                            name: "name", label: "Your name", value: name, error: errors.message(for: "name"),
                            autocomplete: .name, isProse: false)
                        TextField.email(
                            label: "Your email address", value: email, error: errors.message(for: "email"))
                        ActionButton("Send me a code")
                    }
                }
            }, status: status, cookies: cookies)
    }

    private func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await site.form(request, context)
        let slug = try context.part("scheme")
        let scheme = try await scheme(slug, context)
        if context.person != nil { return Response.seeOther(SiteURL.nominate(slug).address) }
        let (name, email) = (form["name"] ?? "", form["email"] ?? "")
        func again(_ field: String, _ message: String, _ status: HTTPResponse.Status = .unprocessableContent)
            -> Response
        {
            page(
                scheme, context, name: String(name.prefix(200)), email: String(email.prefix(254)),
                errors: [FieldError(field: field, message: message)], status: status)
        }
        guard let browser = context.browser else { throw RequestProblem.foreignForm }
        guard site.anonymousTries.admits(context.client) else {
            return again(
                "email", "Too many tries from this place. Wait a quarter of an hour, then try again.", .tooManyRequests)
        }
        do {
            try await site.services.access.startNominating(in: slug, email: email, name: name, browser: browser)
            let pending = PendingSignIn(
                email: try EmailAddress(email).text, back: PendingSignIn.nominating(in: slug).text)
            return Response.seeOther(
                SiteURL.signInCode.address,
                cookies: [CookieJar.signingIn.set(pending.cookie, seconds: 900, plain: context.usesPlainCookies)])
        } catch let problem as TextProblem {
            return again("name", problem.message)
        } catch is PeopleRefusal {
            return again("email", "Enter an email address in the correct format, like name@example.org.")
        } catch let refusal as any Refusal where refusal.kind == .tooMany || refusal.kind == .conflict {
            return again("email", refusal.message, ErrorAnswer(refusal).status)
        }
    }
}
