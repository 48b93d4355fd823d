import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The thank-you wall for everybody signed in: reading it, writing on it, and taking one's own back.
struct ThankYouRoutes {
    let site: WebSite

    private var thankYou: ThankYouService { site.services.thankYou }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.thankYou.route) { request, context in
            Response.page(try await wall(context, try request.query()))
        }
        ThankYouScreenRoutes(site: site).add(to: signedIn)
        signedIn.get(SiteURL.thankYouNew.route) { _, context in
            _ = try await thankYou.own(by: context.actor)
            return try await newPage(context, FormFields(), [], .ok)
        }
        signedIn.post(SiteURL.thankYou.route) { request, context in try await write(request, context) }
        signedIn.post(SiteURL.thankYouWithdrawal("{shout}").route) { request, context in
            try await withdraw(request, context)
        }
    }

    private func wall(_ context: SignedInContext, _ query: FormFields) async throws -> PageLayout {
        _ = try await site.isDemo()
        let page = max(1, wholeNumber(query["page"] ?? "") ?? 1)
        let to = query["to"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0.trimmingCharacters(in: .whitespaces) }
        let (shoutOuts, total) = try await thankYou.wall(page: page, to: to, by: context.actor)
        var frame = site.frame("Thank you", context.web, at: .thankYou)
        switch query["done"] {
        case "written":
            frame.banner = Banner(.success, "Thank you for saying so") {
                P("Somebody of the centre reads it first. Then everybody who is signed in can see it.")
            }
        case "withdrawn": frame.banner = Banner(.success, "Yours is taken back")
        default: break
        }
        let wall = ThankYouPage(
            shoutOuts: shoutOuts, total: total, page: page, to: to ?? "",
            own: try await thankYou.own(by: context.actor),
            formGuard: site.formGuards(context.web))
        return PageLayout(frame) { wall }
    }

    private func newPage(
        _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError], _ status: HTTPResponse.Status
    ) async throws -> Response {
        let events = try await site.services.programme.events(by: context.actor).filter { $0.state == .published }
        var frame = site.frame("Say thank you", context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Thank you", address: SiteURL.thankYou.address)
        let page = NewThankYouPage(
            teams: try await site.services.people.teams().map(\.name), events: events, typed: typed, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func write(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        do {
            let new = try NewShoutOut(to: try Self.recipient(form), words: form["words"] ?? "", event: form["event"])
            _ = try await site.once(form, request: "thanks \(new)", by: context.actor) { work in
                try await thankYou.write(new, by: context.actor, in: work).uuidString
            }
            return Response.seeOther(SiteURL.thankYou.address.adding("done", "written"))
        } catch let refusal as any Refusal where refusal.kind == .unprocessable || refusal is ThankYouRefusal {
            if refusal as? ThankYouRefusal == .mayNameYoungPerson { try await thankYou.noteRefusal(by: context.actor) }
            let errors = [FieldError(field: Self.field(of: refusal, form), message: refusal.message)]
            return try await newPage(context, form, errors, ErrorAnswer(refusal).status)
        }
    }

    private static func recipient(_ form: FormFields) throws -> ShoutOut.Recipient {
        switch form["to"] {
        case "everyone": return .everyone
        case "team":
            guard let team = form["team"] else { throw TextProblem.missing("the team") }
            return .team(team)
        case "person": return .person(form["person"] ?? "")
        default: throw TextProblem.missing("whom you want to thank")
        }
    }

    /// The box that a refusal is about.
    private static func field(of refusal: any Refusal, _ form: FormFields) -> String {
        let text =
            refusal as? TextProblem
            ?? (refusal as? ThankYouRefusal).flatMap { refusal in
                if case .text(let problem) = refusal { problem } else { nil }
            }
        if text == .missing("whom you want to thank") { return "to" }
        if text == .missing("the team") || refusal is PeopleRefusal { return "team" }
        if refusal as? ThankYouRefusal == .addressForName || refusal as? ThankYouRefusal == .toYourself
            || refusal.message.contains("the name of the person")
        {
            return "person"
        }
        return "words"
    }

    private func withdraw(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        guard let id = UUID(uuidString: try context.part("shout")) else { throw AccessRefusal.notFound("thank-you") }
        _ = try await site.once(form, request: "withdraw thanks \(id)", by: context.actor) { work in
            try await thankYou.withdraw(id, by: context.actor, in: work)
            return ""
        }
        return Response.seeOther(SiteURL.thankYou.address.adding("done", "withdrawn"))
    }
}
