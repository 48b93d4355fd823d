import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Sharing candidates out, and the round in which judges score.
struct RoundRoutes {
    let desk: AwardsDesk

    func add(to screening: RouterGroup<SignedInContext>) {
        screening.get(SiteURL.awards(.round("{scheme}")).route) { request, context in
            let query = try request.query()
            return Response.page(try await page(try await desk.scheme(context), query, context, [], done: query))
        }
        screening.post(SiteURL.awards(.assignment("{scheme}")).route) { request, context in
            try await share(request, context)
        }
        screening.post(SiteURL.awards(.round("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            let fields = try await desk.site.form(request, context.web)
            return try await desk.take(
                fields, "open round \(scheme.slug)", context,
                to: { SiteURL.awards(.round($0)).address.adding("done", AwardsNotice.opened.rawValue) },
                field: { _ in "open" }, again: { try await page(scheme, fields, context, $0) },
                { work in
                    _ = try await desk.awards.openRound(scheme.slug, by: context.actor, in: work)
                    return scheme.slug
                })
        }
        screening.post(SiteURL.awards(.reminders("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            let fields = try await desk.site.form(request, context.web)
            let asksScreeners = fields["who"] == "screeners"
            let notice = asksScreeners ? AwardsNotice.screeners : .reminded
            return try await desk.take(
                fields, "remind \(scheme.slug) \(asksScreeners)", context,
                to: { SiteURL.awards(.round($0)).address.adding("done", notice.rawValue) },
                field: { _ in "open" }, again: { try await page(scheme, fields, context, $0) },
                { work in
                    if asksScreeners {
                        _ = try await desk.awards.askScreeners(of: scheme.slug, by: context.actor, in: work)
                    } else {
                        _ = try await desk.awards.remindJudges(of: scheme.slug, by: context.actor, in: work)
                    }
                    return scheme.slug
                })
        }
        screening.post(SiteURL.awards(.roundClosing("{scheme}")).route) { request, context in
            try await close(request, context)
        }
    }

    private func page(
        _ scheme: Scheme, _ typed: FormFields, _ context: SignedInContext, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
        guard let figures = try await desk.awards.figures(by: context.actor, scheme: scheme.slug).first else {
            throw AccessRefusal.notFound("scheme")
        }
        var errors = errors
        var page = RoundPage(
            scheme: scheme, figures: figures,
            checks: try await desk.awards.checkAssignment(scheme.slug, by: context.actor),
            titles: Dictionary(
                try await desk.awards.categories(of: scheme.slug, by: context.actor).map { ($0.slug, $0.title) },
                uniquingKeysWith: { one, _ in one }), typed: typed,
            formGuard: desk.site.formGuards(context.web))
        if figures.openRounds > 0 {
            page.missing = RoundPage.byJudge(
                try await desk.awards.missingBallots(of: scheme.slug, by: context.actor))
        } else if figures.closedRounds == 0, typed["preview"] != nil {
            let (judges, seed) = Self.choice(typed, &errors)
            if errors.isEmpty {
                do {
                    page.preview = try await desk.awards.previewAssignment(
                        scheme.slug, judges: judges, seed: seed, by: context.actor)
                } catch let refusal as AwardsRefusal {
                    errors = [FieldError(field: "judges", message: refusal.message)]
                }
            }
        }
        if figures.openRounds == 0, figures.closedRounds == 0 {
            page.unanswered = try await desk.awards.panels(of: scheme.slug, by: context.actor)
                .filter { !$0.answer.isYes }.map(\.name)
            page.hasUnscreened = try await desk.awards.hasUnscreened(scheme.slug, by: context.actor)
        }
        page.errors = errors
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        let layout = page
        return PageLayout(
            desk.frame("Judging \(scheme.title)", context, back: back, errors: errors, done: done, wide: true)
        ) { layout }
    }

    private static func choice(_ typed: FormFields, _ errors: inout [FieldError]) -> (judges: Int?, seed: Int) {
        let judges = AwardsDesk.number(typed, "judges", "The number of judges", in: 1...1000, &errors)
        let seed = AwardsDesk.number(typed, "seed", "The number of the draw", in: 0...1_000_000, &errors)
        return (judges, seed ?? 1)
    }

    private func share(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        var errors: [FieldError] = []
        let (judges, seed) = Self.choice(fields, &errors)
        guard errors.isEmpty else {
            return Response.page(try await page(scheme, fields, context, errors), status: .unprocessableContent)
        }
        return try await desk.take(
            fields, "assign \(scheme.slug) \(judges ?? 0) \(seed)", context,
            to: { SiteURL.awards(.round($0)).address.adding("done", AwardsNotice.shared.rawValue) },
            field: { _ in "judges" }, again: { try await page(scheme, fields, context, $0) },
            { work in
                _ = try await desk.awards.assign(
                    scheme.slug, judges: judges, seed: seed, by: context.actor, in: work)
                return scheme.slug
            })
    }

    private func close(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        let reason = fields["reason"]
        var missing: Int?
        return try await desk.take(
            fields, "close round \(scheme.slug) \(reason ?? "")", context,
            to: { SiteURL.awards(.results($0)).address.adding("done", AwardsNotice.closed.rawValue) },
            field: { refusal in
                // Whose they are stands in the table; of whom is between the judge and the panel.
                if case AwardsRefusal.ballotsMissing(let found) = refusal { missing = found.count }
                return "reason"
            },
            again: { errors in
                let words = missing.map {
                    "\(AdminWords.counted($0, "ballot is", "ballots are")) missing. Remind the judges, or say why you close without."
                }
                return try await page(
                    scheme, fields, context,
                    words.map { [FieldError(field: "reason", message: $0)] } ?? errors)
            },
            { work in
                _ = try await desk.awards.closeRound(
                    scheme.slug, withMissing: reason, by: context.actor, in: work)
                return scheme.slug
            })
    }
}

/// Who is to score whom, whether that is enough, and the round.
struct RoundPage: Component {
    struct Missing {
        let id: UUID
        let judge: String
        let ballots: Int
    }

    var scheme: Scheme
    var figures: SchemeFigures
    var checks: [AwardsService.CategoryCheck]
    /// The awards' titles by slug.
    var titles: [String: String]
    var preview: AwardsService.SharingPreview?
    var missing: [Missing] = []
    /// Names of those who have not accepted.
    var unanswered: [String] = []
    /// Whether nominations wait that nobody has looked at, whoever may.
    var hasUnscreened = false
    var typed: FormFields
    var errors: [FieldError] = []
    var formGuard: () -> FormGuard

    /// Whose ballots are missing, and how many; of whom is between the judge and the panel.
    static func byJudge(_ ballots: [MissingBallot]) -> [Missing] {
        Dictionary(grouping: ballots, by: \.judgeID)
            .map { Missing(id: $0.key, judge: $0.value.first?.name ?? "", ballots: $0.value.count) }
            .sorted { ($1.ballots, $0.judge) < ($0.ballots, $1.judge) }
    }

    var body: Markup {
        ErrorSummary(errors)
        H1("Judging \(scheme.title)")
        SchemeNavigation(scheme: scheme, here: .round, isStaff: true)
        if figures.openRounds > 0 {
            collecting
        } else if figures.closedRounds > 0 {
            P("The round is closed. The panels decide now.", .class("lead"))
            P { A("Results", href: SiteURL.awards(.results(scheme.slug)).address) }
        } else {
            sharing
        }
        H2(figures.closedRounds > 0 ? "How the candidates were shared out" : "How the candidates are shared out")
        if figures.assigned == 0 {
            EmptyState("Nobody is to score anybody yet")
        } else {
            CheckTable(id: "check", caption: "Who scores how much, by award", checks: checks, titles: titles)
        }
        if figures.openRounds == 0, figures.closedRounds == 0 {
            if hasUnscreened { unscreened }
            if figures.assigned > 0 { opening }
        }
    }

    @MarkupBuilder private var collecting: Markup {
        P("The round is open: \(figures.ballots) of \(figures.assigned) ballots are in.", .class("lead"))
        if missing.isEmpty {
            P("Every ballot is in.")
        } else {
            DataTable(
                id: "missing", caption: "Ballots that are missing", rows: missing,
                columns: [
                    TableColumn("Judge", .rowHeader) { Bdi($0.judge) },
                    TableColumn("Missing", .number) { $0.ballots },
                    TableColumn("On paper") { judge in
                        A(href: PapersPage.address(scheme.slug, judge.id)) {
                            "Type in a paper ballot"
                            Span(" of \(judge.judge)", .class("visually-hidden"))
                        }
                    },
                ])
            PostForm(to: SiteURL.awards(.reminders(scheme.slug)).address, guard: formGuard()) {
                ActionButton("Remind them by mail", .secondary)
            }
        }
        H2("Close the round")
        PostForm(to: SiteURL.awards(.roundClosing(scheme.slug)).address, guard: formGuard()) {
            if !missing.isEmpty || errors.message(for: "reason") != nil {
                TextField(
                    name: "reason", label: "Why it is closed without the ballots that are missing",
                    hint: "It is kept, with whose ballots they are. A closed round stays closed.",
                    value: typed["reason"] ?? "", error: errors.message(for: "reason"))
            }
            ActionButton("Close the round", missing.isEmpty ? .primary : .warning)
        }
    }

    @MarkupBuilder private var sharing: Markup {
        if figures.suggested > 0 {
            P {
                A(
                    AdminWords.counted(figures.suggested, "likely conflict is", "likely conflicts are")
                        + " undecided", href: SiteURL.awards(.conflicts(scheme.slug)).address)
                ". Binding ones keep their judge away until they are dismissed."
            }
        }
        H2("Share the candidates out")
        Form(.get, to: SiteURL.awards(.round(scheme.slug)).address) {
            Input(.hidden, name: "preview", .value("yes"))
            TextField(
                name: "judges", label: "How many judges score each candidate",
                hint: "Empty: everybody where an award has ten candidates or fewer, otherwise four",
                value: typed["judges"] ?? "", error: errors.message(for: "judges"), width: .four, inputmode: .numeric,
                isProse: false)
            TextField(
                name: "seed", label: "Number of the draw",
                hint: "The same number gives the same result, on every machine", value: typed["seed"] ?? "1",
                error: errors.message(for: "seed"), width: .six, inputmode: .numeric, isProse: false)
            ActionButton("Preview", .secondary)
        }
        if let preview { previewed(preview) }
    }

    @MarkupBuilder private func previewed(_ preview: AwardsService.SharingPreview) -> Markup {
        H3("It would come to this")
        P(
            "\(preview.kept + preview.added) pairs of a judge and a candidate: \(preview.kept) as they are, \(preview.added) new, \(preview.dropped) taken back. Nothing is changed yet."
        )
        CheckTable(id: "preview", caption: "What it would come to, by award", checks: preview.checks, titles: titles)
        DataTable(
            id: "loads", caption: "Candidates for each judge", rows: preview.loads,
            columns: [
                TableColumn("Judge", .rowHeader) { Span($0.judge, .translate(false)) },
                TableColumn("Now", .number) { $0.before }, TableColumn("Then", .number) { $0.after },
            ])
        PostForm(to: SiteURL.awards(.assignment(scheme.slug)).address, guard: formGuard()) {
            Input(.hidden, name: "judges", .value(typed["judges"]))
            Input(.hidden, name: "seed", .value(typed["seed"]))
            ActionButton("Share them out like this")
        }
    }

    /// What has to be done before the round opens; whose nominations they are is said to nobody who does not screen them.
    @MarkupBuilder private var unscreened: Markup {
        WarningText(
            figures.waiting > 0
                ? "Nominations wait that nobody has looked at yet. The round opens when all are accepted or turned away."
                : "Another officer has to look at something first. The round opens when they have.")
        if figures.waiting > 0 {
            P {
                A(
                    AdminWords.counted(figures.waiting, "nomination", "nominations") + " to screen",
                    href: SiteURL.awards(.nominations(scheme.slug)).address)
            }
        }
        PostForm(to: SiteURL.awards(.reminders(scheme.slug)).address, guard: formGuard()) {
            Input(.hidden, name: "who", .value("screeners"))
            ActionButton("Ask the other officers by mail", .secondary)
        }
    }

    @MarkupBuilder private var opening: Markup {
        H2("Open the round")
        let apart = checks.filter { !$0.check.isConnected }.map { titles[$0.category] ?? $0.category }
        let short = checks.filter { !$0.check.belowQuorum.isEmpty }.map { titles[$0.category] ?? $0.category }
        if !unanswered.isEmpty {
            WarningText(
                "\(SchemeWords.list(unanswered)) \(unanswered.count == 1 ? "has" : "have") not accepted yet. They read nobody before they do, and do not count above."
            )
        }
        if !apart.isEmpty {
            WarningText("Candidates of \(apart.joined(separator: ", ")) cannot all be compared: no judge joins them.")
        }
        if !short.isEmpty {
            WarningText("Some candidates of \(short.joined(separator: ", ")) have fewer judges than the rules ask for.")
        }
        P(
            scheme.isOpen
                ? "Judges can score at once, and get a mail. This closes nominations, although they are open still."
                : "Judges can score at once, and get a mail.")
        PostForm(to: SiteURL.awards(.round(scheme.slug)).address, guard: formGuard()) {
            Div(.class("actions"), .id("open")) { ActionButton("Open the round") }
        }
    }
}

/// The figures of a sharing out, in words that say what they mean.
struct CheckTable: Component {
    var id: String
    var caption: String
    var checks: [AwardsService.CategoryCheck]
    var titles: [String: String]

    var body: Markup {
        DataTable(
            id: id, caption: caption, rows: checks,
            columns: [
                TableColumn("Award", .rowHeader) { titles[$0.category] ?? $0.category },
                TableColumn("Candidates", .number) { $0.candidates },
                TableColumn("Judges", .number) { $0.judges },
                TableColumn("Judges for each") { Self.range($0.check.fewestJudges, $0.check.mostJudges) },
                TableColumn("Candidates for each judge") { Self.range($0.check.smallestLoad, $0.check.largestLoad) },
                TableColumn("Comparable") { check in
                    check.check.isConnected ? StateTag(.good, "Yes") : StateTag(.stopped, "Not all")
                },
                TableColumn("How far the mean can be trusted") { Self.trust($0.check) },
            ])
    }

    private static func range(_ least: Int, _ most: Int) -> String {
        least == most ? "\(least)" : "\(least) to \(most)"
    }

    /// "0.73 of 1; one more judge lifts it to 0.77"
    static func trust(_ check: AssignmentCheck) -> String {
        guard let now = check.reliability else { return "–" }
        let more = check.reliabilityWithOneMore.map { "; one more judge lifts it to \(SchemeWords.measure($0))" }
        return "\(SchemeWords.measure(now)) of 1" + (more ?? "")
    }
}
