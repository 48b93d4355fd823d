import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Signing in by a six-digit code, in the browser that asked for it, and signing out. Reading a page never uses a code up.
struct SignInRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.signIn.route) { request, context in try await start(request, context) }
        pages.post(SiteURL.signIn.route) { request, context in try await send(request, context) }
        pages.get(SiteURL.signInCode.route) { request, context in codePage(request, context, errors: []) }
        pages.post(SiteURL.signInCode.route) { request, context in try await finish(request, context) }
        pages.post(SiteURL.signInPersona.route) { request, context in try await persona(request, context) }
        pages.post(SiteURL.signOut.route) { request, context in try await signOut(request, context) }
    }

    private func start(_ request: Request, _ context: WebContext) async throws -> Response {
        let back = WebAddress.returning(to: try request.query()["to"])
        if let person = context.person {
            if let back { return Response.seeOther(back) }
            return Response.seeOther(try await landing(person))
        }
        return try await addressPage(context, back: back, email: "", errors: [])
    }

    /// The page that asks for the address. It gives the browser its secret, if it has none.
    private func addressPage(
        _ context: WebContext, back: WebAddress?, email: String, errors: [FieldError], status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var context = context
        let cookies = site.knowBrowser(&context)
        let isDemo = try await site.isDemo()
        var frame = site.frame("Sign in", context)
        frame.visitor = .unknown
        frame.hasErrors = !errors.isEmpty
        let page = SignInPage(
            email: email, back: back?.text, errors: errors, personas: isDemo ? site.settings.personas : [],
            formGuard: site.formGuard(context))
        return Response.page(PageLayout(frame) { page }, status: status, cookies: cookies)
    }

    private func send(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await site.form(request, context, signingIn: true)
        let back = WebAddress.returning(to: form["to"])
        let typed = form["email"] ?? ""
        func again(_ message: String, _ status: HTTPResponse.Status) async throws -> Response {
            try await addressPage(
                context, back: back, email: String(typed.prefix(254)),
                errors: [FieldError(field: "email", message: message)],
                status: status)
        }
        guard let browser = context.browser else { throw RequestProblem.foreignForm }
        guard !typed.allSatisfy(\.isWhitespace) else {
            return try await again("Enter your email address.", .unprocessableContent)
        }
        guard site.anonymousTries.admits(context.client) else {
            return try await again(
                "Too many tries from this place. Wait a quarter of an hour, then try again.", .tooManyRequests)
        }
        do {
            let email = try EmailAddress(typed).text
            try await site.services.access.startSignIn(email: email, browser: browser)
            let pending = PendingSignIn(email: email, back: back?.text)
            return Response.seeOther(
                SiteURL.signInCode.address,
                cookies: [CookieJar.signingIn.set(pending.cookie, seconds: 900, plain: context.usesPlainCookies)])
        } catch is PeopleRefusal {
            return try await again(
                "Enter an email address in the correct format, like name@example.org.", .unprocessableContent)
        } catch AccessRefusal.tooManyTries {
            return try await again(
                "We have sent several codes to this address. Wait a quarter of an hour, then ask again.",
                .tooManyRequests)
        }
    }

    private func pending(_ request: Request, _ context: WebContext) -> PendingSignIn? {
        CookieJar.signingIn.value(in: request.headers, plain: context.usesPlainCookies).flatMap {
            PendingSignIn(cookie: $0)
        }
    }

    private func codePage(
        _ request: Request, _ context: WebContext, errors: [FieldError], status: HTTPResponse.Status = .ok
    ) -> Response {
        guard context.browser != nil, let pending = pending(request, context) else {
            return Response.seeOther(SiteURL.signIn.address)
        }
        var frame = site.frame("Enter the code", context)
        frame.visitor = .unknown
        frame.hasErrors = !errors.isEmpty
        let start = pending.scheme.map { SiteURL.nominateAsGuest($0).address }
        frame.back = BackLink(address: start ?? SiteURL.signIn.address.adding("to", pending.back))
        let page = SignInCodePage(
            email: pending.email, back: pending.back, start: start, errors: errors, formGuard: site.formGuard(context))
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func finish(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await site.form(request, context, signingIn: true)
        guard let pending = pending(request, context), let browser = context.browser else {
            return Response.seeOther(SiteURL.signIn.address)
        }
        func again(_ message: String, _ status: HTTPResponse.Status) -> Response {
            codePage(request, context, errors: [FieldError(field: "code", message: message)], status: status)
        }
        let code = (form["code"] ?? "").filter { !$0.isWhitespace }
        guard code.utf8.count == 6, wholeNumber(code) != nil else {
            return again("Enter the six digits of the code in our email.", .unprocessableContent)
        }
        guard site.anonymousTries.admits("code \(context.client)") else {
            return again("Too many tries. Wait a quarter of an hour, then ask for a new code.", .tooManyRequests)
        }
        let attempt = RecentSignIns.Attempt(email: pending.email, code: code, browser: browser)
        if let session = await site.recentSignIns.before(attempt) {
            guard let person = try await site.services.access.person(ofSession: session) else {
                return Response.seeOther(SiteURL.signIn.address)
            }
            return try await welcome(person, session, context, back: pending.back)
        }
        var made: String?
        defer { site.recentSignIns.ended(attempt, session: made) }
        do {
            let (person, session) = try await site.services.access.finishSignIn(
                email: pending.email, code: code, browser: browser)
            made = session
            return try await welcome(person, session, context, back: pending.back)
        } catch let refusal as AccessRefusal {
            return again(refusal.message, ErrorAnswer(refusal).status)
        }
    }

    private func persona(_ request: Request, _ context: WebContext) async throws -> Response {
        guard try await site.isDemo() else { throw AccessRefusal.notFound("page") }
        let form = try await site.form(request, context, signingIn: true)
        guard let email = form["persona"], site.settings.personas.contains(where: { $0.email == email }) else {
            throw AccessRefusal.notFound("person")
        }
        let (person, session) = try await site.services.access.signInToDemo(email: email)
        return try await welcome(person, session, context, back: try request.query()["to"])
    }

    /// Signed in: the session's cookie, and on to where the person was going or to their next task.
    private func welcome(_ person: SignedIn, _ session: String, _ context: WebContext, back: String?) async throws
        -> Response
    {
        let plain = context.usesPlainCookies
        let home = if let back = WebAddress.returning(to: back) { back } else { try await landing(person) }
        return Response.seeOther(
            home,
            cookies: [
                CookieJar.session.set(session, seconds: 12 * 3600, plain: plain),
                CookieJar.signingIn.set("", seconds: 0, plain: plain),
            ])
    }

    /// The next task of whoever signs in.
    private func landing(_ person: SignedIn) async throws -> WebAddress {
        if person.worries > 0 { return SiteURL.protection.address }
        if person.roles.contains(.staff) { return SiteURL.staff.address }
        if person.judges, try await site.services.awards.leftToJudge(by: person.actor(.web)) > 0 {
            return SiteURL.judging.address
        }
        return person.roles.contains(.admin) ? SiteURL.admin.address : SiteURL.me.address
    }

    private func signOut(_ request: Request, _ context: WebContext) async throws -> Response {
        guard context.person != nil else { return Response.seeOther(SiteURL.home.address) }
        _ = try await site.form(request, context)
        if let session = context.session { try await site.services.access.signOut(session: session) }
        return Response.seeOther(
            SiteURL.home.address,
            cookies: [CookieJar.session.set("", seconds: 0, plain: context.usesPlainCookies)])
    }
}

/// Who asked for a code and where they were going, kept in their own browser until they type it.
struct PendingSignIn: Equatable {
    var email: String
    var back: String?

    init(email: String, back: String?) {
        self.email = email
        self.back = back
    }

    /// Where a partner or family goes who asked for a code in order to nominate.
    static func nominating(in scheme: String) -> WebAddress {
        SiteURL.nominate(scheme).address.adding("as", "guest")
    }

    /// Of which scheme they asked to nominate in, without an account; nil for whoever signs in.
    var scheme: String? {
        guard let back, back.hasPrefix("/nominate/"), back.hasSuffix("?as=guest") else { return nil }
        return String(back.dropFirst("/nominate/".count).dropLast("?as=guest".count))
    }

    init?(cookie: String) {
        let standard = cookie.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: standard + padding), let text = String(validating: data, as: UTF8.self)
        else {
            return nil
        }
        let parts = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let email = try? EmailAddress(String(first)) else { return nil }
        self.init(email: email.text, back: parts.count > 1 ? WebAddress.returning(to: String(parts[1]))?.text : nil)
    }

    var cookie: String {
        Data("\(email)\n\(back ?? "")".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
