import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Nominating: choosing the award, one form, and a page that says what happens next.
struct NominateRoutes {
    let site: WebSite

    private var awards: AwardsService { site.services.awards }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.nominate("{scheme}").route) { request, context in
            let (scheme, categories) = try await found(context)
            let query = try request.query()
            guard let chosen = query["award"], let category = categories.first(where: { $0.slug == chosen }),
                scheme.isOpen
            else {
                let own = try await awards.ownNominations(scheme: scheme.slug, by: context.actor)
                var frame = site.frame(scheme.title, context.web)
                frame.back = BackLink(text: "The rules", address: SiteURL.scheme(scheme.slug).address)
                return Response.page(
                    PageLayout(frame) {
                        AwardChoicePage(scheme: scheme, categories: categories, hasOwn: !own.isEmpty)
                    })
            }
            var fields = NominationFields()
            fields.isPlain = query["plain"] != nil
            let drafts = try await awards.ownNominations(scheme: scheme.slug, by: context.actor).filter {
                $0.state == .draft && $0.category == "\(scheme.slug)/\(category.slug)"
            }
            return Response.page(page(scheme, category, fields, [], context, drafts: drafts))
        }
        signedIn.post(SiteURL.nominate("{scheme}").route) { request, context in try await take(request, context) }
        NominationRoutes(site: site).add(to: signedIn)
    }

    private func found(_ context: SignedInContext) async throws -> (Scheme, [AwardCategory]) {
        let slug = try context.part("scheme")
        let scheme = try await awards.scheme(slug, by: context.actor)
        return (scheme, try await awards.categories(of: slug, by: context.actor))
    }

    private func take(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let (scheme, categories) = try await found(context)
        let fields = NominationFields(form)
        guard let category = categories.first(where: { $0.slug == form["award"] }) else {
            return Response.seeOther(SiteURL.nominate(scheme.slug).address)
        }
        if context.person.onlyNominates, !site.anonymousTries.admits("nominee \(context.person.id)") {
            let errors = [
                FieldError(field: "nominee", message: "Too many tries. Wait a quarter of an hour, or ask the centre.")
            ]
            return Response.page(page(scheme, category, fields, errors, context), status: .tooManyRequests)
        }
        if form["do"] == "keep" { return try await keep(form, fields, scheme, category, context) }
        let isDraft = form["do"] == "save"
        func kept(asDraft: Bool) async throws -> Response {
            let new = NewNomination(
                category: AwardPath(scheme: scheme.slug, part: category.slug),
                nominator: fields.nominator.isEmpty ? nil : fields.nominator,
                nominatorName: fields.nominatorName.isEmpty ? nil : fields.nominatorName,
                nominee: try fields.entry(for: category.nomineeKind), band: fields.band, statement: fields.statement)
            // The same press twice finds the same, whether it was handed in or kept as too late.
            let id = try await site.once(form, request: "nominate \(isDraft) \(new)", by: context.actor) { work in
                let made =
                    asDraft
                    ? try await awards.keepDraft(new, by: context.actor, in: work)
                    : try await awards.nominate(new, by: context.actor, in: work)
                return made.id.uuidString.lowercased()
            }
            let page = SiteURL.nomination(id).address
            // What was typed for somebody else is theirs: there is no page of it to go to.
            let isOwn = try await awards.ownNominations(scheme: scheme.slug, by: context.actor).contains {
                $0.id.uuidString.lowercased() == id
            }
            guard isOwn else { return .seeOther(SiteURL.nominations.address.adding("done", "typed")) }
            return .seeOther(isDraft ? page.adding("done", "draft") : asDraft ? page.adding("done", "late") : page)
        }
        do {
            do {
                return try await kept(asDraft: isDraft)
            } catch AwardsRefusal.notOpen {
                return try await kept(asDraft: true)
            }
        } catch let refusal as any Refusal where refusal.kind != .unauthenticated {
            let isNominator = !fields.nominator.isEmpty && (refusal as? AccessRefusal)?.kind == .forbidden
            let errors = [
                FieldError(
                    field: isNominator ? "nominator" : NominationFields.field(of: refusal), message: refusal.message)
            ]
            // Nobody of that name is a slip in the form, not a page that is missing.
            let status: HTTPResponse.Status =
                refusal.kind == .notFound ? .unprocessableContent : ErrorAnswer(refusal).status
            return Response.page(page(scheme, category, fields, errors, context), status: status)
        }
    }

    /// Makes a draft of what somebody is typing, and says where the form goes on with it. Said to the form's script, in a sentence.
    private func keep(
        _ form: FormFields, _ fields: NominationFields, _ scheme: Scheme, _ category: AwardCategory,
        _ context: SignedInContext
    ) async throws -> Response {
        func notYet(_ why: String) -> Response { .plain("Not saved yet. \(why)", status: .unprocessableContent) }
        guard fields.nominator.isEmpty else {
            return notYet("What you type for somebody else is saved when you send it.")
        }
        guard !fields.nominee.allSatisfy(\.isWhitespace), !fields.statement.allSatisfy(\.isWhitespace) else {
            return notYet("It is once you have said whom you nominate, and begun to write why.")
        }
        do {
            let path = AwardPath(scheme: scheme.slug, part: category.slug)
            let nominee = try fields.entry(for: category.nomineeKind)
            // Whatever it says by then, the form makes one draft.
            let made = try await site.services.once(
                form[FormGuard.keyName].map { "\($0)-keep" }, request: "keep \(path.text)", by: context.actor
            ) { work in
                try await awards.beginDraft(
                    NewNomination(
                        category: path, nominee: nominee, band: fields.band, statement: fields.statement),
                    by: context.actor, in: work
                ).id.uuidString.lowercased()
            }
            if let id = UUID(uuidString: made) {
                try await awards.keepWriting(
                    id, nominee: nominee, statement: fields.statement, band: fields.band, by: context.actor)
            }
            var response = Response.plain("", status: .created)
            response.headers[.location] = SiteURL.nominationChange(made).address.text
            return response
        } catch let refusal as any Refusal where refusal.kind != .unauthenticated {
            return notYet(refusal.message)
        }
    }

    private func page(
        _ scheme: Scheme, _ category: AwardCategory, _ fields: NominationFields, _ errors: [FieldError],
        _ context: SignedInContext, drafts: [Nomination] = []
    ) -> PageLayout {
        var frame = site.frame("Nominate for \(category.title)", context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Choose another award", address: SiteURL.nominate(scheme.slug).address)
        let page = NominatePage(
            scheme: scheme, category: category, fields: fields, errors: errors,
            purpose: .new(site.formGuard(context.web, keyed: true)),
            typesForOthers: context.person.roles.contains(.staff), drafts: drafts)
        return PageLayout(frame) { page }
    }
}
