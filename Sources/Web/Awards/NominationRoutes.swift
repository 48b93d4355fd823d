import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// One's own nominations: the list, each of them, changing it, taking it back, and saying that something worries one.
struct NominationRoutes {
    let site: WebSite

    private var awards: AwardsService { site.services.awards }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.nominations.route) { request, context in
            let mine = try await awards.ownNominations(by: context.actor)
            var frame = site.frame("My nominations", context.web)
            frame.width = .wide
            frame.banner = banner(try request.query()["done"])
            return Response.page(PageLayout(frame) { NominationsPage(nominations: mine.reversed()) })
        }
        signedIn.get(SiteURL.nomination("{nomination}").route) { request, context in
            Response.page(try await page(context, banner: banner(try request.query()["done"])))
        }
        signedIn.get(SiteURL.nominationChange("{nomination}").route) { _, context in
            Response.page(try await form(nil, [], context))
        }
        signedIn.post(SiteURL.nominationChange("{nomination}").route) { request, context in
            try await change(request, context)
        }
        signedIn.post(SiteURL.nominationWithdrawal("{nomination}").route) { request, context in
            let form = try await site.form(request, context.web)
            let id = try Self.id(context)
            _ = try await site.once(form, request: "withdraw \(id)", by: context.actor) { work in
                try await awards.withdrawNomination(id, by: context.actor, in: work)
                return ""
            }
            return Response.seeOther(SiteURL.nominations.address.adding("done", "withdrawn"))
        }
        signedIn.get(SiteURL.nominationWorry("{nomination}").route) { _, context in
            let id = try Self.id(context)
            var frame = site.frame("Something worries you", context.web)
            frame.back = BackLink(text: "My nominations", address: SiteURL.nominations.address)
            let guarded = site.formGuard(context.web, keyed: true)
            return Response.page(
                PageLayout(frame) {
                    WorryPage(address: SiteURL.nominationWorry(id.uuidString.lowercased()).address, formGuard: guarded)
                })
        }
        signedIn.post(SiteURL.nominationWorry("{nomination}").route) { request, context in
            let form = try await site.form(request, context.web)
            let id = try Self.id(context)
            let words = form["words"] ?? ""
            _ = try await site.once(form, request: "worry \(id) \(words)", by: context.actor) { work in
                try await site.services.protection.worry(
                    aboutNomination: id, words, by: context.actor, in: work
                ).uuidString
            }
            return Response.seeOther(WorryPart.next(form, else: SiteURL.nominations.address))
        }
    }

    /// One's own nomination with its files.
    func page(
        _ context: SignedInContext, caption: String = "", errors: [FieldError] = [], banner: Banner? = nil
    ) async throws -> PageLayout {
        let (nomination, scheme) = try await found(context)
        var frame = site.frame("Your nomination", context.web)
        frame.back = BackLink(text: "My nominations", address: SiteURL.nominations.address)
        frame.banner = banner
        frame.hasErrors = !errors.isEmpty
        let page = NominatedPage(
            scheme: scheme, nomination: nomination,
            outcome: try await awards.outcome(ofOwn: nomination.id, by: context.actor),
            evidence: try await awards.evidence(of: nomination.id, by: context.actor).map(\.file), caption: caption,
            errors: errors, formGuard: site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    static func id(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("nomination")) else {
            throw AccessRefusal.notFound("nomination")
        }
        return id
    }

    private func banner(_ done: String?) -> Banner? {
        switch done {
        case "draft": Banner(.success, "Your draft is kept. Come back to it until nominations close.")
        case "late":
            Banner(.warning, "Nominations closed before this was sent, so it is kept as a draft and not handed in.") {
                P("Nothing that you wrote is lost. Ask the centre whether it can still be taken.")
            }
        case "changed": Banner(.success, "Your changes are saved.")
        case "file": Banner(.success, "The file is added.")
        case "file-removed": Banner(.success, "The file is removed.")
        case "typed":
            Banner(.success, "The nomination is in, for whom you typed it. It is in their list and not in yours.")
        case "withdrawn": Banner(.success, "You took the nomination back.")
        case "worry": Banner(.success, "Thank you for saying so. The safeguarding lead is told at once.")
        default: nil
        }
    }

    private func found(_ context: SignedInContext) async throws -> (Nomination, Scheme) {
        let id = try Self.id(context)
        guard let nomination = try await awards.ownNominations(by: context.actor).first(where: { $0.id == id }) else {
            throw AccessRefusal.notFound("nomination")
        }
        let path = try AwardPath(pair: nomination.category, "SCHEME/CATEGORY")
        return (nomination, try await awards.scheme(path.scheme, by: context.actor))
    }

    /// - Parameter fields: what was typed; nil is what is kept.
    private func form(
        _ fields: NominationFields?, _ errors: [FieldError], _ context: SignedInContext
    ) async throws -> PageLayout {
        let (nomination, scheme) = try await found(context)
        let category = try await awards.category(
            AwardPath(pair: nomination.category, "SCHEME/CATEGORY"), by: context.actor)
        var frame = site.frame("Your nomination", context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(
            text: "Your nomination", address: SiteURL.nomination(nomination.id.uuidString.lowercased()).address)
        let page = NominatePage(
            scheme: scheme, category: category, fields: fields ?? NominationFields(nomination, category.nomineeKind),
            errors: errors, purpose: .change(nomination, site.formGuard(context.web, keyed: true)))
        return PageLayout(frame) { page }
    }

    private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let id = try Self.id(context)
        let fields = NominationFields(form)
        let page = SiteURL.nomination(id.uuidString.lowercased()).address
        if form["do"] == "keep" { return try await keep(id, fields, context) }
        let (before, _) = try await found(context)
        let wasDraft = before.state == .draft
        func saved(handsIn: Bool) async throws {
            _ = try await site.once(
                form,
                request: "change \(id) \(handsIn) \(fields.nominee) \(fields.band ?? "") \(fields.statement)",
                by: context.actor
            ) { work in
                let nominee = wasDraft ? try await self.nominee(fields, before, context) : nil
                return try await awards.changeNomination(
                    id, nominee: nominee, statement: fields.statement, band: fields.band, handsIn: handsIn,
                    by: context.actor, in: work
                ).id.uuidString
            }
        }
        do {
            let isDraft = form["do"] == "save"
            do {
                try await saved(handsIn: !isDraft)
            } catch AwardsRefusal.notOpen where !isDraft {
                guard wasDraft else { throw AwardsRefusal.notOpen }
                try await saved(handsIn: false)
                return .seeOther(page.adding("done", "late"))
            }
            return .seeOther(page.adding("done", isDraft ? "draft" : wasDraft ? nil : "changed"))
        } catch let refusal as any Refusal
            where [.unprocessable, .conflict].contains(refusal.kind) || refusal is PeopleRefusal
        {
            let error = FieldError(field: NominationFields.field(of: refusal), message: refusal.message)
            return Response.page(
                try await self.form(fields, [error], context), status: WebSite.status(refusal))
        }
    }

    /// Whom a draft's form names; a form without the box leaves it as it is.
    private func nominee(
        _ fields: NominationFields, _ nomination: Nomination, _ context: SignedInContext
    ) async throws -> NomineeEntry? {
        guard fields.namesNominee else { return nil }
        let category = try await awards.category(
            AwardPath(pair: nomination.category, "SCHEME/CATEGORY"), by: context.actor)
        return try fields.change(for: category.nomineeKind)
    }

    /// Keeps what is typed of a draft, and says to the form's script, in a sentence, what could not be kept.
    private func keep(_ id: UUID, _ fields: NominationFields, _ context: SignedInContext) async throws -> Response {
        let (before, _) = try await found(context)
        func kept(_ nominee: NomineeEntry?) async throws {
            try await awards.keepWriting(
                id, nominee: nominee, statement: fields.statement, band: fields.band, by: context.actor)
        }
        do {
            do {
                try await kept(try await nominee(fields, before, context))
                return .plain("")
            } catch let refusal as any Refusal where NominationFields.field(of: refusal) == "nominee" {
                try await kept(nil)
                return .plain(
                    "What you wrote is saved, and not yet for whom. \(refusal.message)", status: .unprocessableContent)
            }
        } catch let refusal as any Refusal where WebSite.isMendable(refusal) {
            return .plain("Not saved. \(refusal.message)", status: WebSite.status(refusal))
        }
    }
}

/// Says that something worries one. It is sent as it is, with or without words.
struct WorryPage: Component {
    var address: WebAddress
    var formGuard: FormGuard

    var body: Markup {
        H1("Something worries you")
        P(
            "The safeguarding lead is told at once that you are worried, and reads here what you write. Nobody else does."
        )
        P("If somebody is in danger now, ring 999 first.")
        PostForm(to: address, guard: formGuard) {
            TextAreaField(
                name: "words", label: "What worries you (you can leave this empty)", rows: 5, limit: 2000)
            ActionButton("Tell the safeguarding lead")
        }
    }
}
