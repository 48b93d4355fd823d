import Domain
import HTML
import Hummingbird
import Services

/// One scheme for those who run it: where it stands, what comes next.
struct SchemeDeskRoutes {
    let desk: AwardsDesk

    func add(to running: RouterGroup<SignedInContext>) {
        running.get(SiteURL.awards(.scheme("{scheme}")).route) { request, context in
            let query = try request.query()
            let scheme = try await desk.scheme(context)
            guard let figures = try await desk.awards.figures(by: context.actor, scheme: scheme.slug).first else {
                throw AccessRefusal.notFound("scheme")
            }
            let results = try await desk.awards.resultCategories(of: scheme.slug, by: context.actor)
            var isDecided = !results.isEmpty && results.allSatisfy { $0.decided > 0 || $0.candidates == 0 }
            if results.isEmpty, figures.closedRounds > 0, scheme.state == .published {
                // Whoever reads no results is told all the same when they can be frozen.
                isDecided = try await desk.awards.freezeReadiness(of: scheme.slug, by: context.actor).isReady
            }
            let page = SchemeDeskPage(
                scheme: scheme, figures: figures, isStaff: context.person.roles.contains(.staff),
                everythingIsDecided: isDecided)
            let back = BackLink(text: "Awards", address: SiteURL.awards(.home).address)
            return Response.page(
                PageLayout(desk.frame(scheme.title, context, back: back, done: query)) { page })
        }
    }
}

struct SchemeDeskPage: Component {
    var scheme: Scheme
    var figures: SchemeFigures
    var isStaff: Bool
    var everythingIsDecided: Bool

    var body: Markup {
        H1(scheme.title)
        SchemeNavigation(scheme: scheme, here: .overview, isStaff: isStaff)
        P(.class("lead")) {
            SchemeWords.tag(scheme, figures)
            " " + AwardWords.window(scheme)
        }
        H2("What comes next")
        SchemeWords.next(scheme, figures, isStaff: isStaff, everythingIsDecided: everythingIsDecided)
        H2("Where it stands")
        SummaryList(rows: rows)
        if isStaff, figures.unreadable > 0, scheme.state == .published {
            WarningText(
                "The panel cannot read about \(AdminWords.counted(figures.unreadable, "candidate", "candidates")) yet."
            )
            P { A("Write, check and agree what the panel reads", href: SiteURL.protection.address) }
        }
        P { A("Make next year's scheme of this one", href: SiteURL.awards(.copies(scheme.slug)).address) }
    }

    private var rows: [SummaryList.Row] {
        var rows = [
            SummaryList.Row("Awards", String(figures.categories)),
            SummaryList.Row(
                "Panels",
                figures.unjudged == 0
                    ? String(figures.panels)
                    : "\(figures.panels); \(AdminWords.counted(figures.unjudged, "award has", "awards have")) none"),
        ]
        if isStaff, figures.readsNominations {
            rows += [
                SummaryList.Row("To screen", String(figures.waiting)),
                SummaryList.Row("Accepted", String(figures.accepted)),
                SummaryList.Row("Not eligible", String(figures.ineligible)),
                SummaryList.Row("Withdrawn", String(figures.withdrawn)),
                SummaryList.Row("Candidates", String(figures.candidates)),
                SummaryList.Row("Conflicts to look at", String(figures.suggested)),
                SummaryList.Row(
                    "Ballots",
                    figures.assigned == 0 ? "Nothing is shared out yet" : "\(figures.ballots) of \(figures.assigned) in"
                ),
            ]
        }
        rows.append(
            SummaryList.Row("Embargo", figures.embargo.map { "Until \(SchemeWords.moment($0))" } ?? "None is set"))
        return rows
    }
}
