import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Nominating: choosing the award, one form, and a page that says what happens next.
struct NominateRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.nominate("{scheme}").route) { request, context in
            let (scheme, categories) = try await found(context)
            let chosen = try request.query()["award"]
            guard let chosen, let category = categories.first(where: { $0.slug == chosen }), scheme.isOpen else {
                var frame = site.frame(scheme.title, context.web)
                frame.back = BackLink(text: "The rules", address: SiteURL.scheme(scheme.slug).address)
                return Response.page(PageLayout(frame) { AwardChoicePage(scheme: scheme, categories: categories) })
            }
            return Response.page(page(scheme, category, NominationFields(), [], context))
        }
        signedIn.post(SiteURL.nominate("{scheme}").route) { request, context in try await take(request, context) }
        signedIn.get(SiteURL.nomination("{nomination}").route) { _, context in
            let id = UUID(uuidString: try context.part("nomination"))
            let mine = try await site.services.awards.ownNominations(by: context.actor)
            guard let nomination = mine.first(where: { $0.id == id }) else {
                throw AccessRefusal.notFound("nomination")
            }
            let path = try AwardPath(pair: nomination.category, "SCHEME/CATEGORY")
            let scheme = try await site.services.awards.scheme(path.scheme, by: context.actor)
            var frame = site.frame("Your nomination", context.web)
            frame.back = BackLink(text: scheme.title, address: SiteURL.scheme(scheme.slug).address)
            return Response.page(PageLayout(frame) { NominatedPage(scheme: scheme, nomination: nomination) })
        }
    }

    private func found(_ context: SignedInContext) async throws -> (Scheme, [AwardCategory]) {
        let slug = try context.part("scheme")
        let scheme = try await site.services.awards.scheme(slug, by: context.actor)
        return (scheme, try await site.services.awards.categories(of: slug, by: context.actor))
    }

    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let (scheme, categories) = try await found(context)
        let fields = NominationFields(form)
        guard let category = categories.first(where: { $0.slug == form["award"] }) else {
            return Response.seeOther(SiteURL.nominate(scheme.slug).address)
        }
        do {
            let new = NewNomination(
                category: AwardPath(scheme: scheme.slug, part: category.slug),
                nominee: try fields.entry(for: category.nomineeKind), band: fields.band, statement: fields.statement)
            let id = try await site.once(form, request: "nominate \(new)", by: context.actor) { work in
                try await site.services.awards.nominate(new, by: context.actor, in: work).id.uuidString.lowercased()
            }
            return Response.seeOther(SiteURL.nomination(id).address)
        } catch let refusal as any Refusal where refusal.kind != .unauthenticated {
            let errors = [FieldError(field: NominationFields.field(of: refusal), message: refusal.message)]
            // Nobody of that name is a slip in the form, not a page that is missing.
            let status: HTTPResponse.Status =
                refusal.kind == .notFound ? .unprocessableContent : ErrorAnswer(refusal).status
            return Response.page(page(scheme, category, fields, errors, context), status: status)
        }
    }

    private func page(
        _ scheme: Scheme, _ category: AwardCategory, _ fields: NominationFields, _ errors: [FieldError],
        _ context: SignedInContext
    ) -> PageLayout {
        var frame = site.frame("Nominate for \(category.title)", context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Choose another award", address: SiteURL.nominate(scheme.slug).address)
        let page = NominatePage(
            scheme: scheme, category: category, fields: fields, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }
}

/// What was typed into the form, kept when it is refused.
struct NominationFields: Sendable {
    var nominee = ""
    var band: String?
    var statement = ""

    init() {}

    init(_ form: FormFields) {
        nominee = form["nominee"] ?? ""
        band = form["band"]
        statement = form["statement"] ?? ""
    }

    func entry(for kind: AwardCategory.NomineeKind) throws -> NomineeEntry {
        let typed = nominee.trimmingCharacters(in: .whitespacesAndNewlines)
        switch kind {
        case .person: return .person(typed)
        case .team: return .team(typed)
        case .youngPerson:
            guard !typed.isEmpty else { throw TextProblem.missing("the young person's name") }
            return .youngPerson(legalName: typed)
        }
    }

    /// The box that a refusal is about.
    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case AwardsRefusal.unknownBand: "band"
        case AwardsRefusal.tooManyWords: "statement"
        case TextProblem.missing(let what) where what.hasPrefix("the young"): "nominee"
        case let problem as TextProblem: problem.message.contains("young person's name") ? "nominee" : "statement"
        default: "nominee"
        }
    }
}
