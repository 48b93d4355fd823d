import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The list of what there is to do for young people, worries, and wishes to read a name.
struct ProtectionRoutes {
    let site: WebSite

    private var protection: ProtectionService { site.services.protection }

    func add(to staff: RouterGroup<SignedInContext>) {
        RetentionRoutes(site: site).add(to: staff)
        staff.get(SiteURL.protection.route) { request, context in
            var asked = ProtectionPage.AskFields()
            let query = try request.query()
            asked.candidate = String((query["candidate"] ?? "").prefix(200))
            return Response.page(try await page(context, asked, [], done: query["done"]))
        }
        staff.post(SiteURL.protectionWishes.route) { request, context in try await ask(request, context) }
        staff.post(SiteURL.protectionWishGrant("{protected}").route) { request, context in
            let form = try await site.form(request, context.web)
            let id = try Self.id(context, "request")
            _ = try await site.once(form, request: "grant \(id)", by: context.actor) { work in
                try await protection.grantName(id, by: context.actor, in: work)
                return ""
            }
            return Response.seeOther(SiteURL.protection.address.adding("done", "granted"))
        }
        staff.post(SiteURL.protectionWishName("{protected}").route) { request, context in
            _ = try await site.form(request, context.web)
            let name = try await protection.name(granted: Self.id(context, "request"), by: context.actor)
            return once("The legal name", name, context)
        }
        staff.post(SiteURL.protectionWorry("{protected}").route) { request, context in
            _ = try await site.form(request, context.web)
            let words = try await protection.words(of: Self.id(context, "worry"), by: context.actor)
            return once("A worry", words, context)
        }
    }

    static func id(_ context: SignedInContext, _ what: String) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("protected")) else { throw AccessRefusal.notFound(what) }
        return id
    }

    private func once(_ heading: String, _ text: String, _ context: SignedInContext) -> Response {
        var frame = site.frame(heading, context.web)
        frame.back = BackLink(text: "Young people", address: SiteURL.protection.address)
        let page = ReadOncePage(
            heading: heading, text: text, note: "That you read this is in the record. It is not shown again by itself.")
        return Response.page(PageLayout(frame) { page })
    }

    private func page(
        _ context: SignedInContext, _ asked: ProtectionPage.AskFields, _ errors: [FieldError], done: String? = nil
    ) async throws -> PageLayout {
        let roles = context.person.roles
        let protects = roles.contains(.safeguarding) && roles.contains(.staff)
        let model = ProtectionPage.Model(
            entries: try await protection.entries(by: context.actor),
            worries: protects ? try await protection.worries(by: context.actor) : nil,
            wishes: try await protection.wishes(by: context.actor), mayGrant: protects || roles.contains(.admin),
            asked: asked, errors: errors, formGuard: site.formGuards(context.web))
        var frame = site.frame("Young people", context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        switch done {
        case "asked": frame.banner = Banner(.success, "Asked. A second person has to grant it; the name is here then.")
        case "granted": frame.banner = Banner(.success, "Granted for 30 minutes. The data protection contact is told.")
        default: break
        }
        return PageLayout(frame) { ProtectionPage(model: model) }
    }

    private func ask(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let asked = ProtectionPage.AskFields(candidate: form["candidate"] ?? "", reason: form["reason"] ?? "")
        do {
            let path = try AwardPath(candidate: asked.candidate.trimmingCharacters(in: .whitespaces))
            _ = try await site.once(form, request: "ask \(path.text) \(asked.reason)", by: context.actor) { work in
                try await protection.askForName(of: path, reason: asked.reason, by: context.actor, in: work).uuidString
            }
            return Response.seeOther(SiteURL.protection.address.adding("done", "asked"))
        } catch let refusal as any Refusal where [.unprocessable, .notFound].contains(refusal.kind) {
            let isReason = refusal is TextProblem || refusal as? AwardsRefusal == .reasonMissing
            let error = FieldError(field: isReason ? "reason" : "candidate", message: refusal.message)
            return Response.page(try await page(context, asked, [error]), status: .unprocessableContent)
        }
    }
}
