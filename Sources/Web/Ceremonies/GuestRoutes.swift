import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// The guest list of a ceremony, for staff.
struct GuestRoutes {
    let site: WebSite

    private var guests: GuestService { site.services.guests }

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.guests(.list("{slug}")).route) { request, context in
            let query = try request.query()
            return Response.page(try await list(context, query))
        }
        staff.get(SiteURL.guests(.new("{slug}")).route) { _, context in
            try await newPage(context, FormFields(), [], .ok)
        }
        staff.post(SiteURL.guests(.list("{slug}")).route) { request, context in try await add(request, context) }
        staff.get(SiteURL.guests(.guest("{slug}", "{guest}")).route) { request, context in
            let done = try request.query()["done"]
            return try await page(try await guest(context), context, done: done.flatMap(Notice.init(rawValue:)))
        }
        staff.post(SiteURL.guests(.guest("{slug}", "{guest}")).route) { request, context in
            try await act(request, context, .saved, save)
        }
        staff.post(SiteURL.guests(.removal("{slug}", "{guest}")).route) { request, context in
            try await act(request, context, .removed) { guest, _, _, work in
                try await guests.remove(guest.id, by: context.actor, in: work)
                return []
            }
        }
        staff.post(SiteURL.guests(.answer("{slug}", "{guest}")).route) { request, context in
            try await act(request, context, .answered) { guest, form, _, work in
                guard let coming = wholeNumber(form["coming"] ?? "") else {
                    throw GuestRefusal.comingOutOfRange(guest.party)
                }
                try await guests.answer(guest.id, coming: coming, by: context.actor, in: work)
                return []
            }
        }
        staff.post(SiteURL.guests(.again("{slug}", "{guest}")).route) { request, context in
            try await act(request, context, .written) { guest, _, _, work in
                try await guests.inviteAgain(guest.id, by: context.actor, in: work)
                return []
            }
        }
        staff.post(SiteURL.guests(.invitations("{slug}")).route) { request, context in
            try await invite(request, context)
        }
        staff.post(SiteURL.guests(.file("{slug}")).route) { request, context in try await file(request, context) }
    }

    enum Notice: String {
        case added, saved, removed, answered, written, invited

        func heading(_ count: Int?) -> String {
            switch self {
            case .added: "They are on the list"
            case .saved: "The guest is saved"
            case .removed: "They are off the list, and their address to answer at has ended"
            case .answered: "The answer is written down"
            case .written: "The invitation goes out once more"
            case .invited:
                "\(AdminWords.counted(count ?? 0, "invitation goes", "invitations go", none: "No invitation goes")) out"
            }
        }
    }

    // MARK: The list

    private func list(
        _ context: SignedInContext, _ query: FormFields, errors: [FieldError] = [], reason: String = ""
    ) async throws -> PageLayout {
        _ = try await site.isDemo()
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        var model = GuestListPage.Model(ceremony: ceremony, errors: errors, reason: reason)
        model.search = query["search"] ?? ""
        model.standing = query["state"].flatMap(Guest.Standing.init(rawValue:))
        model.page = max(1, wholeNumber(query["page"] ?? "") ?? 1)
        (model.guests, model.total) = try await guests.page(
            model.page, of: ceremony.slug, search: model.search.isEmpty ? nil : model.search, standing: model.standing,
            by: context.actor)
        model.counts = try await guests.counts(of: ceremony.slug, by: context.actor)
        model.readsNeeds = try await guests.readsNeeds(context.actor)
        if model.readsNeeds {
            model.needs = NeedCounts(of: try await guests.guests(of: ceremony.slug, by: context.actor))
        }
        model.formGuard = site.formGuards(context.web)
        var frame = site.frame("Guests of \(ceremony.title)", context.web)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        if let notice = query["done"].flatMap(Notice.init(rawValue:)) {
            frame.banner = Banner(.success, notice.heading(wholeNumber(query["count"] ?? "")))
        }
        return PageLayout(frame) { GuestListPage(model: model) }
    }

    private func invite(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        let made = try await site.once(form, request: "invite \(ceremony.slug)", by: context.actor) { work in
            String(try await guests.invite(to: ceremony.slug, by: context.actor, in: work))
        }
        return Response.seeOther(
            SiteURL.guests(.list(ceremony.slug)).address.adding("done", Notice.invited.rawValue).adding("count", made))
    }

    private func file(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
        let reason = form["reason"] ?? ""
        do {
            let words = try FreeText.line(reason, "what you need the file for", longest: 500)
            let file = try await site.services.work { work in
                try await GuestExport(services: site.services).download(
                    .guests, of: slug, because: words, by: context.actor, in: work)
            }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(file.name)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        } catch let problem as TextProblem {
            let errors = [FieldError(field: "reason", message: problem.message)]
            return Response.page(
                try await list(context, FormFields(), errors: errors, reason: reason), status: .unprocessableContent)
        }
    }

    // MARK: Adding

    private func newPage(
        _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError], _ status: HTTPResponse.Status
    ) async throws -> Response {
        let ceremony = try await guests.ceremony(try context.part("slug"), by: context.actor)
        var frame = site.frame("Add a guest", context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Guests", address: SiteURL.guests(.list(ceremony.slug)).address)
        let page = NewGuestPage(
            ceremony: ceremony, typed: typed, errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let slug = try await guests.ceremony(try context.part("slug"), by: context.actor).slug
        do {
            guard let party = wholeNumber(form["party"] ?? "1"), NewGuest.parties.contains(party) else {
                throw GuestRefusal.partyOutOfRange
            }
            let candidate = (form["candidate"] ?? "").trimmingCharacters(in: .whitespaces)
            let said = "\(form["name"] ?? "")|\(form["email"] ?? "")|\(party)|\(candidate)"
            _ = try await site.once(form, request: "add guest \(slug) \(said)", by: context.actor) { work in
                if candidate.isEmpty {
                    let new = try NewGuest(name: form["name"] ?? "", email: form["email"], party: party)
                    _ = try await guests.add(new, to: slug, by: context.actor, in: work)
                } else {
                    _ = try await guests.addYoungPerson(
                        try AwardPath(candidate: candidate), party: party, to: slug, by: context.actor, in: work)
                }
                return ""
            }
            return Response.seeOther(
                SiteURL.guests(.list(slug)).address.adding("done", Notice.added.rawValue))
        } catch let refusal as any Refusal where Self.isOfForm(refusal) {
            let errors = [FieldError(field: Self.field(of: refusal), message: refusal.message)]
            return try await newPage(context, form, errors, ErrorAnswer(refusal).status)
        }
    }

    private static func isOfForm(_ refusal: any Refusal) -> Bool {
        refusal is GuestRefusal || refusal is AwardsRefusal || refusal.kind == .unprocessable
            || refusal as? AccessRefusal == .notFound("candidate")
    }

    private static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case GuestRefusal.emailMalformed, GuestRefusal.hasNoAddress: "email"
        case GuestRefusal.partyOutOfRange: "party"
        case GuestRefusal.comingOutOfRange: "coming"
        case GuestRefusal.notAYoungPerson, is AwardsRefusal, is AccessRefusal: "candidate"
        default: "name"
        }
    }

    // MARK: One guest

    private func guest(_ context: SignedInContext, in work: Work? = nil) async throws -> Guest {
        guard let id = UUID(uuidString: try context.part("guest")) else { throw AccessRefusal.notFound("guest") }
        let guest = try await guests.guest(id, by: context.actor, in: work)
        guard guest.ceremony == (try context.part("slug")) else { throw AccessRefusal.notFound("guest") }
        return guest
    }

    private func page(
        _ guest: Guest, _ context: SignedInContext, typed: FormFields? = nil, errors: [FieldError] = [],
        done: Notice? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let ceremony = try await guests.ceremony(guest.ceremony, by: context.actor)
        var frame = site.frame(guest.name, context.web)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Guests", address: SiteURL.guests(.list(ceremony.slug)).address)
        frame.banner = done.map { Banner(.success, $0.heading(nil)) }
        let page = GuestPage(
            ceremony: ceremony, guest: guest, readsNeeds: try await guests.readsNeeds(context.actor), typed: typed,
            errors: errors, formGuard: site.formGuards(context.web))
        return Response.page(PageLayout(frame) { page }, status: status)
    }

    private func act(
        _ request: Request, _ context: SignedInContext, _ notice: Notice,
        _ body: (Guest, FormFields, SignedInContext, Work) async throws -> [FieldError]
    ) async throws -> Response {
        let form = try await site.form(request, context.web)
        // A second press of what took the guest away finds the first one's answer.
        let slug = try context.part("slug")
        let said = form.names.filter { $0 != FormGuard.tokenName && $0 != FormGuard.keyName }.sorted().map {
            "\($0)=\(form.all($0).joined(separator: ","))"
        }
        do {
            let id = try context.part("guest")
            _ = try await site.once(form, request: "\(notice) \(id) \(said)", by: context.actor) { work in
                let found = try await guest(context, in: work)
                let errors = try await body(found, form, context, work)
                guard errors.isEmpty else { throw Wrong(errors: errors) }
                return ""
            }
            let back = notice == .removed ? SiteURL.guests(.list(slug)) : SiteURL.guests(.guest(slug, id))
            return Response.seeOther(back.address.adding("done", notice.rawValue))
        } catch let wrong as Wrong {
            return try await page(
                try await guest(context), context, typed: form, errors: wrong.errors, status: .unprocessableContent)
        } catch let refusal as GuestRefusal {
            let errors = [FieldError(field: Self.field(of: refusal), message: refusal.message)]
            return try await page(
                try await guest(context), context, typed: form, errors: errors, status: ErrorAnswer(refusal).status)
        }
    }

    private struct Wrong: Error {
        let errors: [FieldError]
    }

    private func save(
        _ guest: Guest, _ form: FormFields, _ context: SignedInContext, _ work: Work
    ) async throws -> [FieldError] {
        guard let party = wholeNumber(form["party"] ?? ""), NewGuest.parties.contains(party) else {
            throw GuestRefusal.partyOutOfRange
        }
        var errors: [FieldError] = []
        let reads = try await guests.readsNeeds(context.actor, in: work)
        let needs = reads ? GuestNeedsFields.read(form, party: party, &errors) : guest.needs
        guard errors.isEmpty else { return errors }
        let isNamed = guest.kind == .named
        let new = try NewGuest(
            name: isNamed ? form["name"] ?? "" : guest.name, email: isNamed ? form["email"] : guest.email, party: party,
            needs: needs)
        _ = try await guests.change(guest.id, to: new, by: context.actor, in: work)
        return []
    }
}
