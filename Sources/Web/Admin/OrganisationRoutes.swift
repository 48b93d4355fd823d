import Domain
import HTML
import Hummingbird
import Services

/// The tree of the organisation on a day.
struct OrganisationRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminOrganisation.route) { request, context in
            let typed = try request.query()["on"] ?? ""
            var errors: [FieldError] = []
            var day = site.today
            if !typed.isEmpty {
                do {
                    day = try DateEntry.day(typed, today: site.today)
                } catch let problem as ProgrammeRefusal {
                    errors = [FieldError(field: "on", message: problem.message)]
                }
            }
            let tree = try await site.services.people.organisation(on: day, by: context.actor)
            let page = OrganisationPage(tree: tree, day: day, today: site.today, typed: typed, errors: errors)
            return Response.page(
                PageLayout(site.adminFrame("Organisation", context, errors: errors)) { page },
                status: errors.isEmpty ? .ok : .unprocessableContent)
        }
    }
}

struct OrganisationPage: Component {
    var tree: OrganisationTree
    var day: Day
    var today: Day
    var typed: String
    var errors: [FieldError]

    var body: Markup {
        ErrorSummary(errors)
        H1("Organisation")
        P(
            day == today
                ? "Services and teams as they are today." : "Services and teams as of \(day.long).", .class("lead"))
        Form(.get, to: SiteURL.adminOrganisation.address) {
            TextField.date(
                name: "on", label: "On another day", hint: "For example, 1 April 2023", value: typed,
                error: errors.message(for: "on"))
            ActionButton("Show it", .secondary)
        }
        if tree.services.isEmpty { P("There was no team on that day.") }
        for service in tree.services {
            H2(service.name.isEmpty ? "Teams of no service" : service.name)
            DataTable(
                id: "service-\(Slug.from(service.name.isEmpty ? "none" : service.name))",
                caption: "\(AdminWords.counted(service.people, "person", "people", none: "Nobody")) in "
                    + AdminWords.counted(service.teams.count, "team", "teams"),
                rows: service.teams,
                columns: [
                    TableColumn("Team", .rowHeader) { $0.team },
                    TableColumn("Home") { $0.site ?? "None" },
                    TableColumn("From") { $0.from?.long ?? "Always" },
                    TableColumn("Last day") { $0.to?.long ?? "None" },
                    TableColumn("People", .number) { String($0.people) },
                ])
        }
        if !tree.employers.isEmpty {
            H2("Employers")
            DataTable(
                id: "employers", caption: "People known today", rows: tree.employers,
                columns: [
                    TableColumn("Employer", .rowHeader) { $0.name },
                    TableColumn("People", .number) { String($0.people) },
                ])
        }
        H2("Changing it")
        P {
            "Give teams their first and last days under "
            A("Teams", href: SiteURL.adminTeams.address)
            ". To move many people on a day to come, "
            A("set their moves", href: SiteURL.adminMoves.address)
            ". To move many people at once, "
            A("export the people", href: SiteURL.staffExports.address.adding("kind", "people"))
            ", change the column “team” and "
            A("import them again", href: SiteURL.staffImports.address.adding("kind", "people"))
            ": the preview lists every move before anything is changed. What was before stays as it was."
        }
    }
}
