import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Screening: the queue, one nomination after another, and nominees who are likely one.
struct ScreeningRoutes {
    let desk: AwardsDesk

    func add(to screening: RouterGroup<SignedInContext>) {
        screening.get(SiteURL.awards(.nominations("{scheme}")).route) { request, context in
            try await queue(request, context)
        }
        screening.get(SiteURL.awards(.nomination("{scheme}", "{nomination}")).route) { request, context in
            let found = try await found(context)
            return Response.page(
                try await page(found, context, FormFields(), [], done: try request.query()))
        }
        screening.post(SiteURL.awards(.screening("{scheme}", "{nomination}")).route) { request, context in
            try await screen(request, context)
        }
        screening.post(SiteURL.awards(.evidence("{scheme}", "{nomination}", "{file}")).route) { request, context in
            try await pass(request, context)
        }
        screening.get(SiteURL.awards(.duplicates("{scheme}")).route) { request, context in
            Response.page(
                try await duplicates(try await desk.scheme(context), context, [], done: try request.query()))
        }
        screening.post(SiteURL.awards(.duplicates("{scheme}")).route) { request, context in
            try await merge(request, context)
        }
    }

    // MARK: The queue

    private func queue(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let query = try request.query()
        let all = try await desk.awards.nominations(of: scheme.slug, by: context.actor)
        let page = ScreeningQueuePage(
            scheme: scheme, choice: ScreeningChoice(query),
            categories: try await desk.awards.categories(of: scheme.slug, by: context.actor), all: all,
            pairs: try await desk.awards.duplicates(in: scheme.slug, by: context.actor).count)
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        let frame = desk.frame("Nominations of \(scheme.title)", context, back: back, done: query, wide: true)
        return Response.page(PageLayout(frame) { page })
    }

    // MARK: One nomination

    private struct Found {
        let scheme: Scheme
        let nomination: Nomination
        let all: [Nomination]
    }

    private func found(_ context: SignedInContext) async throws -> Found {
        let scheme = try await desk.scheme(context)
        let id = UUID(uuidString: try context.part("nomination"))
        let all = try await desk.awards.nominations(of: scheme.slug, by: context.actor)
        guard let nomination = all.first(where: { $0.id == id }) else { throw AccessRefusal.notFound("nomination") }
        return Found(scheme: scheme, nomination: nomination, all: all)
    }

    private func page(
        _ found: Found, _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let nomination = found.nomination
        let pairs = try await desk.awards.duplicates(in: found.scheme.slug, by: context.actor)
        let voices = found.all.filter {
            $0.id != nomination.id && $0.category == nomination.category && $0.nominee == nomination.nominee
                && $0.state != .withdrawn
        }
        let same = Set([nomination.id] + voices.map(\.id))
        let page = ScreeningPage(
            scheme: found.scheme, nomination: nomination, voices: voices,
            alike: pairs.compactMap { pair in
                same.contains(pair.one.id) ? pair.other : same.contains(pair.other.id) ? pair.one : nil
            },
            evidence: try await desk.awards.evidence(of: nomination.id, by: context.actor),
            category: try await category(of: found, context), left: found.all.count { $0.state == .submitted },
            typed: typed, errors: errors, formGuard: desk.site.formGuards(context.web))
        let back = BackLink(text: "Nominations", address: SiteURL.awards(.nominations(found.scheme.slug)).address)
        let title = "\(nomination.nomineeName) for \(nomination.categoryTitle)"
        return PageLayout(desk.frame(title, context, back: back, errors: errors, done: done)) { page }
    }

    private func category(of found: Found, _ context: SignedInContext) async throws -> AwardCategory {
        try await desk.awards.category(try AwardPath(pair: found.nomination.category, "category"), by: context.actor)
    }

    private func screen(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await found(context)
        let fields = try await desk.site.form(request, context.web)
        let id = found.nomination.id
        let reason = fields["reason"] ?? ""
        guard let decision = fields["decision"].flatMap(AwardsNotice.init(rawValue:)),
            [.accepted, .ineligible, .withdrawn, .reconsidered].contains(decision)
        else {
            let errors = [FieldError(field: "decision", message: "Choose what becomes of this nomination.")]
            return Response.page(try await page(found, context, fields, errors), status: .unprocessableContent)
        }
        let bands = try await category(of: found, context).bands
        let band = fields["band"].flatMap { bands.contains($0) ? $0 : nil }
        if decision == .accepted, found.nomination.band == nil, !bands.isEmpty, band == nil {
            let errors = [
                FieldError(field: "band", message: "Choose the group they are in. There are winners in each.")
            ]
            return Response.page(try await page(found, context, fields, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "screen \(id) \(decision.rawValue) \(reason) \(band ?? "")", context,
            to: { _ in next(after: found).adding("done", decision.rawValue) },
            field: { $0 is TextProblem || $0 as? AwardsRefusal == .reasonMissing ? "reason" : "decision" },
            again: { try await page(found, context, fields, $0) },
            { work in
                let awards = desk.awards
                switch decision {
                case .accepted: _ = try await awards.accept(id, band: band, by: context.actor, in: work)
                case .ineligible:
                    _ = try await awards.ineligible(id, reason: reason, by: context.actor, in: work)
                case .withdrawn: _ = try await awards.withdraw(id, by: context.actor, in: work)
                default: _ = try await awards.reconsider(id, by: context.actor, in: work)
                }
                return decision.rawValue
            })
    }

    /// A file goes before the panel, or is kept from it.
    private func pass(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await found(context)
        let fields = try await desk.site.form(request, context.web)
        let id = found.nomination.id
        guard let file = UUID(uuidString: try context.part("file")) else { throw AccessRefusal.notFound("file") }
        let holds = fields["do"] == "hold"
        return try await desk.take(
            fields, "evidence \(file) \(holds)", context,
            to: {
                SiteURL.awards(.nomination(found.scheme.slug, id.uuidString.lowercased())).address.adding("done", $0)
            },
            field: { _ in "evidence" }, again: { try await page(found, context, fields, $0) },
            { work in
                if holds {
                    try await desk.awards.holdEvidence(file, of: id, by: context.actor, in: work)
                } else {
                    try await desk.awards.passEvidence(file, of: id, by: context.actor, in: work)
                }
                return (holds ? AwardsNotice.held : .passed).rawValue
            })
    }

    /// The next one to screen, behind this one and then from the beginning; the queue when there is none.
    private func next(after found: Found) -> WebAddress {
        let place = found.all.firstIndex { $0.id == found.nomination.id } ?? 0
        let others = found.all[place...].dropFirst() + found.all[..<place]
        guard found.nomination.state == .submitted, let next = others.first(where: { $0.state == .submitted }) else {
            return SiteURL.awards(.nominations(found.scheme.slug)).address
        }
        return SiteURL.awards(.nomination(found.scheme.slug, next.id.uuidString.lowercased())).address
    }

    // MARK: Duplicates

    private func duplicates(
        _ scheme: Scheme, _ context: SignedInContext, _ errors: [FieldError], done: FormFields? = nil
    ) async throws -> PageLayout {
        let page = DuplicatesPage(
            scheme: scheme, pairs: try await desk.awards.duplicates(in: scheme.slug, by: context.actor),
            errors: errors, formGuard: desk.site.formGuards(context.web))
        let back = BackLink(text: "Nominations", address: SiteURL.awards(.nominations(scheme.slug)).address)
        return PageLayout(
            desk.frame("Likely the same nominee", context, back: back, errors: errors, done: done, wide: true)
        ) { page }
    }

    private func merge(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let ids = [fields["one"], fields["other"]].compactMap { $0.flatMap { UUID(uuidString: $0) } }
        let what = fields["do"] ?? ""
        let isSure = ids.first.map { fields[DuplicatesPage.sure($0)] == "yes" } ?? false
        guard ids.count == 2, ["one", "other", "two"].contains(what) else {
            let errors = [FieldError(field: "pairs", message: "Say of two nominees whether they are one or two.")]
            return Response.page(try await duplicates(scheme, context, errors), status: .unprocessableContent)
        }
        let notice = what == "two" ? AwardsNotice.apart : .merged
        return try await desk.take(
            fields, "merge \(what) \(isSure) \(ids)", context,
            to: { SiteURL.awards(.duplicates($0)).address.adding("done", notice.rawValue) },
            field: { _ in "pairs" }, again: { try await duplicates(scheme, context, $0) },
            { work in
                if what == "two" {
                    try await desk.awards.sayTwo(ids[0], ids[1], by: context.actor, in: work)
                } else {
                    _ = try await desk.awards.merge(
                        what == "one" ? ids : ids.reversed(), isSure: isSure, by: context.actor, in: work)
                }
                return scheme.slug
            })
    }
}

/// What of the queue somebody wants to see.
struct ScreeningChoice {
    var state: Nomination.State?
    var category: String?
    var search: String
    var page: Int

    /// Those to screen, unless it is asked otherwise.
    init(_ query: FormFields) {
        let asked = query["state"]
        state = asked == "all" ? nil : asked.flatMap(Nomination.State.init(rawValue:)) ?? .submitted
        category = query["award"]
        search = query["search"].map { String($0.prefix(100)) } ?? ""
        page = max(1, wholeNumber(query["page"] ?? "") ?? 1)
    }

    func matches(_ nomination: Nomination) -> Bool {
        if let state, nomination.state != state { return false }
        if let category, !nomination.category.hasSuffix("/\(category)") { return false }
        guard !search.isEmpty else { return true }
        return [nomination.nomineeName, nomination.nominee, nomination.nominator, nomination.statement].contains {
            $0.localizedCaseInsensitiveContains(search)
        }
    }

    func address(_ scheme: String) -> WebAddress {
        SiteURL.awards(.nominations(scheme)).address.adding("state", state?.rawValue ?? "all")
            .adding("award", category).adding("search", search.isEmpty ? nil : search)
    }
}
