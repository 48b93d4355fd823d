import HTML
import Hummingbird
import Services

/// Whether everything in the database holds together.
struct CheckRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminChecks.route) { _, context in
            let violations = try await site.services.check.violations(by: context.actor)
            let page = ChecksPage(names: try site.services.check.invariants(), violations: violations)
            return Response.page(PageLayout(site.adminFrame("Checks", context)) { page })
        }
    }
}

/// Every invariant, and what breaks it.
struct ChecksPage: Component {
    var names: [String]
    var violations: [CheckService.Violation]

    var body: Markup {
        H1("Checks")
        if violations.isEmpty {
            Banner(.success, "All \(names.count) checks hold")
        } else {
            Banner(.warning, "\(AdminWords.counted(violations.count, "thing does", "things do")) not hold together") {
                P("Nothing here mends itself. Keep this page and tell whoever looks after the program.")
            }
            DataTable(
                id: "violations", caption: "What does not hold", rows: violations,
                columns: [
                    TableColumn("Check", .rowHeader) { Self.words($0.invariant) },
                    TableColumn("Where") { Span($0.object, .translate(false)) },
                    TableColumn("What was found") { $0.finding },
                ])
        }
        DataTable(
            id: "checks", caption: "What was checked just now", rows: names,
            columns: [
                TableColumn("Check", .rowHeader) { Self.words($0) },
                TableColumn("Result") { name in
                    let found = violations.count { $0.invariant == name }
                    if found == 0 { StateTag(.good, "Holds") } else { StateTag(.stopped, "Broken \(found) times") }
                },
            ])
    }

    /// `I04_nobody_waits_beside_a_free_place` as "I04: nobody waits beside a free place".
    static func words(_ name: String) -> String {
        let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return name }
        return "\(parts[0]): \(parts[1].replacing("_", with: " "))"
    }
}
