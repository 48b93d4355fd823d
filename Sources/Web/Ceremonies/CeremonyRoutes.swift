import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Ceremonies for those who run them: planned, compiled, edited, rehearsed.
struct CeremonyRoutes {
    let desk: CeremonyDesk

    init(site: WebSite) {
        desk = CeremonyDesk(site: site)
    }

    func add(to signedIn: RouterGroup<SignedInContext>) {
        let running = signedIn.group().add(
            middleware: RoleDoor(site: desk.site, roles: [.staff, .admin], what: "plan ceremonies"))
        running.get(SiteURL.ceremonies(.home).route) { request, context in
            let query = try request.query()
            let page = CeremonyListPage(ceremonies: try await desk.ceremonies.ceremonies(by: context.actor))
            return Response.page(PageLayout(desk.frame("Ceremonies", context, done: query)) { page })
        }
        running.get(SiteURL.ceremonies(.new).route) { _, context in
            Response.page(try await newPage(context, FormFields(), []))
        }
        running.post(SiteURL.ceremonies(.home).route) { request, context in try await add(request, context) }
        running.get(SiteURL.ceremonies(.ceremony("{slug}")).route) { request, context in
            let query = try request.query()
            return Response.page(
                try await page(try await desk.ceremony(context), context, FormFields(), [], done: query))
        }
        running.post(SiteURL.ceremonies(.ceremony("{slug}")).route) { request, context in
            try await change(request, context)
        }
        running.post(SiteURL.ceremonies(.compilation("{slug}")).route) { request, context in
            try await press(request, context, "compile", .compiled) { slug, _, work in
                _ = try await desk.ceremonies.compile(slug, by: context.actor, in: work)
            }
        }
        running.post(SiteURL.ceremonies(.rehearsal("{slug}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            let ends = fields["do"] == "end"
            return try await press(fields, context, "rehearse \(ends)", ends ? .ended : .rehearsing) { slug, work in
                _ = try await desk.ceremonies.rehearse(slug, ends: ends, by: context.actor, in: work)
            }
        }
        running.post(SiteURL.ceremonies(.crew("{slug}")).route) { request, context in
            try await appoint(request, context)
        }
        running.post(SiteURL.ceremonies(.programme("{slug}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            let thanks = fields["thanks"] ?? ""
            return try await press(fields, context, "thanks \(thanks)", .saved, field: "thanks") { slug, work in
                try await desk.ceremonies.thank(slug, thanks, by: context.actor, in: work)
            }
        }
        running.post(SiteURL.ceremonies(.destroyed("{slug}")).route) { request, context in
            let fields = try await desk.site.form(request, context.web)
            let print = fields["print"].flatMap { UUID(uuidString: $0) }
            return try await press(fields, context, "destroyed \(print?.uuidString ?? "")", .destroyed) { slug, work in
                guard let print else { throw AccessRefusal.notFound("paper") }
                try await desk.ceremonies.destroyed(print, of: slug, by: context.actor, in: work)
            }
        }
        running.post(SiteURL.ceremonies(.moves("{slug}")).route) { request, context in
            try await press(request, context, "move", .moved) { slug, fields, work in
                guard let item = wholeNumber(fields["item"] ?? ""), let place = wholeNumber(fields["to"] ?? "") else {
                    throw CeremonyRefusal.notAnAward
                }
                _ = try await desk.ceremonies.move(slug, item: item, to: place, by: context.actor, in: work)
            }
        }
        running.post(SiteURL.ceremonies(.interludes("{slug}")).route) { request, context in
            try await interlude(request, context)
        }
        running.post(SiteURL.ceremonies(.interludeRemoval("{slug}", "{interlude}")).route) { request, context in
            let id = wholeNumber(try context.part("interlude")) ?? 0
            return try await press(request, context, "remove interlude \(id)", .removed) { slug, _, work in
                try await desk.ceremonies.removeInterlude(
                    ID(rawValue: id), from: slug, by: context.actor, in: work)
            }
        }
        CeremonyItemRoutes(desk: desk).add(to: running)
        CeremonyPaperRoutes(desk: desk).add(to: running)
        PrintJobRoutes(desk: desk).add(to: running)
    }

    // MARK: Planning

    private func newPage(_ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError]) async throws
        -> PageLayout
    {
        let schemes = try await desk.site.services.awards.schemes(by: context.actor)
        let page = NewCeremonyPage(
            schemes: schemes, rooms: try await desk.site.services.people.rooms(), typed: typed, errors: errors,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let back = BackLink(text: "Ceremonies", address: SiteURL.ceremonies(.home).address)
        return PageLayout(desk.frame("Plan a ceremony", context, back: back, errors: errors)) { page }
    }

    private func add(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let slug = fields["slug"]?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        var (new, errors) = desk.read(fields, slug: slug, schemes: fields.all("scheme"))
        if slug.isEmpty {
            errors.append(FieldError(field: "slug", message: "Enter a short name, such as staff-night."))
        }
        guard let new, errors.isEmpty else {
            return Response.page(try await newPage(context, fields, errors), status: .unprocessableContent)
        }
        return try await desk.site.take(
            fields, "ceremony \(new)", context,
            to: { SiteURL.ceremonies(.ceremony($0)).address.adding("done", CeremonyDesk.Notice.added.rawValue) },
            field: CeremonyDesk.field, again: { try await newPage(context, fields, $0) },
            { work in try await desk.ceremonies.add(new, by: context.actor, in: work).slug })
    }

    private func change(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let ceremony = try await desk.ceremony(context)
        let fields = try await desk.site.form(request, context.web)
        let (new, errors) = desk.read(fields, slug: ceremony.slug, schemes: ceremony.schemes)
        guard let new, errors.isEmpty else {
            return Response.page(try await page(ceremony, context, fields, errors), status: .unprocessableContent)
        }
        return try await desk.site.take(
            fields, "change ceremony \(new)", context, to: { done($0, .saved) }, field: CeremonyDesk.field,
            again: { try await page(ceremony, context, fields, $0) },
            { work in try await desk.ceremonies.change(ceremony.slug, to: new, by: context.actor, in: work).slug })
    }

    private func done(_ slug: String, _ notice: CeremonyDesk.Notice) -> WebAddress {
        SiteURL.ceremonies(.ceremony(slug)).address.adding("done", notice.rawValue)
    }

    // MARK: What one press does

    private func press(
        _ request: Request, _ context: SignedInContext, _ what: String, _ notice: CeremonyDesk.Notice,
        _ body: @escaping (String, FormFields, Work) async throws -> Void
    ) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        return try await press(fields, context, "\(what) \(fields["item"] ?? "") \(fields["to"] ?? "")", notice) {
            slug, work in
            try await body(slug, fields, work)
        }
    }

    private func press(
        _ fields: FormFields, _ context: SignedInContext, _ what: String, _ notice: CeremonyDesk.Notice,
        field: String? = nil, _ body: (String, Work) async throws -> Void
    ) async throws -> Response {
        let ceremony = try await desk.ceremony(context)
        return try await desk.site.take(
            fields, "\(what) of \(ceremony.slug)", context, to: { done($0, notice) },
            field: { field ?? ($0 is TextProblem ? "person" : CeremonyDesk.field($0)) },
            again: { try await page(ceremony, context, fields, $0) },
            { work in
                try await body(ceremony.slug, work)
                return ceremony.slug
            })
    }

    private func appoint(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let email = fields["person"] ?? ""
        let part = fields["part"].flatMap(CrewPart.init(rawValue:)) ?? .presenter
        let leaves = fields["do"] == "dismiss"
        return try await press(
            fields, context, "\(leaves) \(part) \(email)", leaves ? .dismissed : .appointed, field: "person"
        ) { slug, work in
            if leaves {
                try await desk.ceremonies.dismiss(email, part, of: slug, by: context.actor, in: work)
            } else {
                try await desk.ceremonies.appoint(email, part, of: slug, by: context.actor, in: work)
            }
        }
    }

    private func interlude(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let fields = try await desk.site.form(request, context.web)
        let (after, title) = (wholeNumber(fields["after"] ?? "") ?? 0, fields["interlude"] ?? "")
        let minutes = wholeNumber(fields["interlude-minutes"]?.trimmingCharacters(in: .whitespaces) ?? "") ?? 0
        return try await press(
            fields, context, "interlude \(after) \(title) \(minutes)", .interlude,
            field: (1...240).contains(minutes) ? "interlude" : "interlude-minutes"
        ) { slug, work in
            _ = try await desk.ceremonies.addInterlude(
                to: slug, after: after, title: title, minutes: minutes, by: context.actor, in: work)
        }
    }

    // MARK: The page

    private func page(
        _ ceremony: Ceremony, _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let ceremony = errors.isEmpty ? ceremony : try await desk.ceremonies.ceremony(ceremony.slug, by: context.actor)
        let schemes = try await desk.site.services.awards.schemes(by: context.actor)
        let page = CeremonyPage(
            ceremony: ceremony, order: try await desk.ceremonies.order(of: ceremony.slug, by: context.actor),
            crew: try await desk.ceremonies.crew(of: ceremony.slug, by: context.actor),
            gaps: try await desk.ceremonies.gaps(of: ceremony.slug, by: context.actor),
            prints: try await desk.ceremonies.prints(of: ceremony.slug, by: context.actor),
            thanks: try await desk.ceremonies.thanks(of: ceremony.slug, by: context.actor),
            schemes: schemes.filter { ceremony.schemes.contains($0.slug) },
            rooms: try await desk.site.services.people.rooms(), typed: typed, errors: errors,
            formGuard: desk.site.formGuards(context.web))
        let back = BackLink(text: "Ceremonies", address: SiteURL.ceremonies(.home).address)
        return PageLayout(
            desk.frame(ceremony.title, context, back: back, errors: errors, done: done, isWide: true)
        ) { page }
    }
}
