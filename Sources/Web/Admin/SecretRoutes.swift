import Domain
import Foundation
import HTML
import Hummingbird
import Services
import Synchronization

/// API tokens and calendar addresses: made and shown once, listed, ended.
struct SecretRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminAccess.route) { request, context in
            let done = PersonDone(rawValue: try request.query()["done"] ?? "")
            let secrets = try await site.services.access.secretsInUse(by: context.actor)
            let frame = site.adminFrame("Tokens and calendar addresses", context, done: done?.heading)
            return Response.page(
                PageLayout(frame) {
                    H1("Tokens and calendar addresses")
                    P(
                        "Whoever has one of these can act for its holder or read their calendar. They are kept as hashes only, so they cannot be shown again.",
                        .class("lead"))
                    if secrets.isEmpty {
                        EmptyState("None in use")
                    } else {
                        SecretsTable(secrets: secrets, formGuard: { site.formGuard(context.web, keyed: true) })
                    }
                })
        }
        admin.post(SiteURL.adminTokens("{id}").route) { request, context in try await make(request, context) }
        admin.post(SiteURL.adminTokenRevocation("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            guard let number = wholeNumber(try context.part("id")) else { throw AccessRefusal.notFound("token") }
            _ = try await site.once(
                form, request: "end token \(number)", by: context.actor
            ) { work in
                try await site.services.access.revokeToken(number, by: context.actor, in: work)
                return "ended"
            }
            return try back(request, .tokenRevoked)
        }
        admin.post(SiteURL.adminCalendarRevocation("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            let person = try await person(context)
            _ = try await site.once(
                form, request: "end calendar \(person.id)", by: context.actor
            ) { work in
                try await site.services.access.revokeCalendarAddress(of: person, by: context.actor, in: work)
                return "ended"
            }
            return try back(request, .calendarRevoked)
        }
    }

    private func person(_ context: SignedInContext) async throws -> Person {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("person") }
        return try await site.services.people.person(id, by: context.actor)
    }

    /// To the person's page, or to the list of everybody's secrets.
    private func back(_ request: Request, _ done: PersonDone) throws -> Response {
        let from = try request.query()["from"].flatMap { UUID(uuidString: $0) }
        let page = from.map { SiteURL.adminPerson($0.uuidString).address } ?? SiteURL.adminAccess.address
        return Response.seeOther(page.adding("done", done.rawValue))
    }

    /// The answer holds the token, so it is no redirect. Sent again it makes no second one, and the first is not shown again.
    private func make(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let person = try await person(context)
        let secret = Mutex<String?>(nil)
        _ = try await site.once(
            form, request: "token \(person.id)", by: context.actor
        ) { work in
            let made = try await site.services.access.createToken(for: person.email, by: context.actor, in: work)
            secret.withLock { $0 = made.token }
            return String(made.id)
        }
        var frame = site.adminFrame("API token", context)
        frame.width = .reading
        frame.back = BackLink(text: person.name, address: SiteURL.adminPerson(person.publicID.uuidString).address)
        let token = secret.withLock { $0 }
        return Response.page(
            PageLayout(frame) {
                H1("API token of \(person.name)")
                if let token {
                    Banner(.information, "This is the token. It is shown only now") {
                        P("Hand it over in a safe way. Whoever has it acts as \(person.name).")
                    }
                    CopyField(
                        id: "token", label: "Token", value: token, hint: "Programs send it as “Authorization: Bearer”.")
                } else {
                    P("This token was made already, and it was shown once. End it and make another if it was lost.")
                }
            })
    }
}
