import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Freezing a scheme's result, and its embargo.
struct FreezeRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.post(SiteURL.awards(.freeze("{scheme}")).route) { request, context in
            let scheme = try await desk.scheme(context)
            let fields = try await desk.site.form(request, context.web)
            func again(_ errors: [FieldError]) async throws -> PageLayout {
                try await ResultsPages(desk: desk).page(scheme, context, fields, errors)
            }
            guard fields["word"]?.trimmingCharacters(in: .whitespaces).lowercased() == scheme.slug else {
                let message = AwardsRefusal.typeToConfirm(scheme.slug).message
                return Response.page(
                    try await again([FieldError(field: "word", message: message)]), status: .unprocessableContent)
            }
            let placesNobodyElse = fields["rest"] == "yes"
            return try await desk.take(
                fields, "freeze \(scheme.slug) \(placesNobodyElse)", context,
                to: { _ in
                    SiteURL.awards(.results(scheme.slug)).address.adding("done", AwardsNotice.frozen.rawValue)
                },
                field: { refusal in
                    if case AwardsRefusal.undecided = refusal { "rest" } else { "word" }
                }, again: again,
                { work in
                    try await desk.awards.freeze(
                        scheme.slug, placesNobodyElse: placesNobodyElse, by: context.actor, in: work)
                })
        }
        running.post(SiteURL.awards(.embargo("{scheme}")).route) { request, context in
            try await setEmbargo(request, context)
        }
    }

    private func setEmbargo(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let scheme = try await desk.scheme(context)
        let fields = try await desk.site.form(request, context.web)
        func again(_ errors: [FieldError]) async throws -> PageLayout {
            try await ResultsPages(desk: desk).page(scheme, context, fields, errors)
        }
        do {
            guard let typed = fields["until"] else { throw TextProblem.missing("until when") }
            if (try? DateEntry.day(typed, today: desk.site.today)) != nil {
                let message = "Say the time of day too, such as \(typed.trimmingCharacters(in: .whitespaces)) 21:00."
                return Response.page(
                    try await again([FieldError(field: "until", message: message)]), status: .unprocessableContent)
            }
            let until = try DateEntry.moment(typed, today: desk.site.today)
            return try await desk.take(
                fields, "embargo \(scheme.slug) \(until)", context,
                to: { SiteURL.awards(.results(scheme.slug)).address.adding("done", $0) },
                field: { _ in "until" }, again: again,
                { work in
                    switch try await desk.awards.setEmbargo(scheme.slug, until: until, by: context.actor, in: work) {
                    case .isSet: return AwardsNotice.embargoed.rawValue
                    case .waitsForAnother: return AwardsNotice.asked.rawValue
                    }
                })
        } catch let refusal as any Refusal where refusal is ProgrammeRefusal || refusal is TextProblem {
            return Response.page(
                try await again([FieldError(field: "until", message: refusal.message)]),
                status: .unprocessableContent)
        }
    }
}

/// Where the results of a scheme stand: the awards that one reads, and for those who run it freezing and the embargo.
struct ResultsPages {
    let desk: AwardsDesk

    func page(
        _ scheme: Scheme, _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let runs = context.person.schedules
        let categories = try await desk.awards.resultCategories(of: scheme.slug, by: context.actor)
        guard runs || !categories.isEmpty else { throw AwardsRefusal.resultsClosed }
        var page = ResultsPage(
            scheme: scheme, categories: categories, runs: runs, isStaff: context.person.roles.contains(.staff),
            typed: typed, errors: errors, formGuard: desk.site.formGuards(context.web),
            now: desk.site.services.outside.now())
        if runs {
            page.embargo = try await desk.awards.embargo(of: scheme.slug, by: context.actor)
            if scheme.state == .frozen {
                page.verification = try await desk.awards.verifyFreeze(scheme.slug, by: context.actor)
            } else if scheme.state == .published {
                page.readiness = try await desk.awards.freezeReadiness(of: scheme.slug, by: context.actor)
            }
        }
        let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
        let content = page
        return PageLayout(
            desk.frame("Results of \(scheme.title)", context, back: back, errors: errors, done: done)
        ) { content }
    }
}

struct ResultsPage: Component {
    var scheme: Scheme
    var categories: [CategoryStanding]
    var runs: Bool
    var isStaff: Bool
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard
    var embargo: AwardsService.EmbargoStanding?
    var now: Date
    var readiness: AwardsService.FreezeReadiness?
    var verification: AwardsService.Verification?

    var body: Markup {
        ErrorSummary(errors)
        H1("Results of \(scheme.title)")
        if runs { SchemeNavigation(scheme: scheme, here: .results, isStaff: isStaff) }
        if categories.isEmpty {
            P(
                isStaff
                    ? "There is nothing here that you may read."
                    : "What was scored and decided is for the panels and CPP staff. You can freeze the result and set its embargo without it."
            )
        } else {
            DataTable(
                id: "awards", caption: "Awards", isCaptionHidden: true, rows: categories,
                columns: [
                    TableColumn("Award", .rowHeader) { category in
                        if category.readsResults || scheme.kind == .celebrated {
                            A(
                                category.title,
                                href: SiteURL.awards(.board(scheme.slug, category.category)).address)
                        } else {
                            category.title
                        }
                    },
                    TableColumn("Where it stands") { standing($0) },
                    TableColumn("Yours to decide") { $0.leads ? "Yes" : "–" },
                ])
        }
        if let verification { frozen(verification) }
        if let readiness { freezing(readiness) }
        if let embargo { embargoed(embargo) }
    }

    private func standing(_ category: CategoryStanding) -> StateTag {
        if category.candidates == 0 { return StateTag(.neutral, "No candidate") }
        if !category.roundIsOver, scheme.kind != .celebrated { return StateTag(.waiting, "Not scored yet") }
        return category.decided == 0
            ? StateTag(.waiting, "To be decided")
            : StateTag(.good, "\(category.decided) of \(category.candidates) decided")
    }

    @MarkupBuilder private func frozen(_ verification: AwardsService.Verification) -> Markup {
        H2("The frozen result")
        P {
            verification.holds ? StateTag(.good, "Holds") : StateTag(.stopped, "Broken")
            verification.holds
                ? " Computed again just now from the rules, ballots and decisions, it came out the same."
                : " Computed again just now, it did not come out the same. Tell whoever runs the installation."
        }
        P(.class("hint")) {
            "Frozen \(SchemeWords.moment(verification.frozenAt)), SHA-256: "
            Code(verification.hash)
        }
    }

    @MarkupBuilder private func freezing(_ readiness: AwardsService.FreezeReadiness) -> Markup {
        H2("Freeze the result")
        P(
            "Rules, ballots and decisions become one text with a SHA-256, which a ceremony is made of. Nothing of it can be changed afterwards."
        )
        if !readiness.isReady {
            Ul {
                if readiness.openRounds > 0 { Li("The round is open still.") }
                if readiness.openConflicts > 0 {
                    Li {
                        A(
                            "Conflicts are undecided of judges whose ballots count",
                            href: SiteURL.awards(.conflicts(scheme.slug)).address)
                        ": \(readiness.openConflicts)."
                    }
                }
                if readiness.hasUnscreened { Li("Nominations wait that nobody has looked at yet.") }
                if !readiness.undecided.isEmpty {
                    Li("Nothing is decided in \(SchemeWords.list(readiness.undecided.map(title))).")
                }
            }
        }
        if readiness.isReady || errors.message(for: "word") != nil {
            PostForm(to: SiteURL.awards(.freeze(scheme.slug)).address, guard: formGuard()) {
                if !readiness.left.isEmpty {
                    ChoiceGroup(
                        kind: .checkboxes, name: "rest",
                        legend: "Candidates without a decision: \(SchemeWords.list(readiness.left))",
                        hint: "After the result is frozen nothing can be decided any more.",
                        error: errors.message(for: "rest"),
                        choices: [
                            Choice(
                                value: "yes", label: "They count as not placed", isChosen: typed["rest"] == "yes")
                        ])
                }
                TextField(
                    name: "word", label: "Type \(scheme.slug) to say that you mean it", value: typed["word"] ?? "",
                    error: errors.message(for: "word"), width: .half, isProse: false)
                ActionButton("Freeze the result", .warning)
            }
        }
    }

    private func title(_ slug: String) -> String { categories.first { $0.category == slug }?.title ?? slug }

    @MarkupBuilder private func embargoed(_ embargo: AwardsService.EmbargoStanding) -> Markup {
        H2("Embargo")
        P(
            embargo.until.map { until in
                until > now
                    ? "Nobody is told the result before \(SchemeWords.moment(until))."
                    : "The result is public since \(SchemeWords.moment(until))."
            } ?? "None is set. The result stays closed until there is one and it has ended.")
        if let asked = embargo.asked {
            WarningText(
                embargo.isAskedByActor
                    ? "You asked to shorten it to \(SchemeWords.moment(asked)). A second person has to set the same time."
                    : "\(embargo.askedBy ?? "Somebody") asked to shorten it to \(SchemeWords.moment(asked)). If you agree, it is done."
            )
            if !embargo.isAskedByActor {
                let local = London.local(asked)
                PostForm(to: SiteURL.awards(.embargo(scheme.slug)).address, guard: formGuard()) {
                    Input(.hidden, name: "until", .value("\(local.day.iso) \(local.time.iso)"))
                    ActionButton("Agree", .secondary, subject: "to \(SchemeWords.moment(asked))")
                }
            }
        }
        PostForm(to: SiteURL.awards(.embargo(scheme.slug)).address, guard: formGuard()) {
            TextField(
                name: "until", label: "Until when",
                hint:
                    "For example, 23 March 2018 21:00. One person sets or lengthens it; to shorten it two people set the same time, and to lift it a time that has passed.",
                value: typed["until"] ?? "", error: errors.message(for: "until"), width: .half, isProse: false)
            ActionButton("Set the embargo", .secondary)
        }
    }
}
