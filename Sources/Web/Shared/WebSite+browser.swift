import Services

extension WebSite {
    /// Whether whoever opened a stream is signed in still, by the session that it came with.
    func isSignedIn(_ context: SignedInContext) async throws -> Bool {
        guard let session = context.web.session else { return true }
        return try await services.access.person(ofSession: session)?.actor(context.web.door) == context.actor
    }

    /// Gives the browser its secret if it has none, so that a form on the page that is made now can be sent by this browser
    /// alone.
    ///
    /// - Returns: the cookies to set with the page.
    func knowBrowser(_ context: inout WebContext) -> [String] {
        guard context.browser == nil else { return [] }
        let secret = services.access.freshSecret()
        context.browser = secret
        return [CookieJar.browser.set(secret, seconds: 86_400, plain: context.usesPlainCookies)]
    }
}
