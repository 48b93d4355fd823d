import Domain
import HTML

/// All teams, those that are over or yet to come marked.
struct TeamsPage: Component {
    var teams: [Team]
    var today: Day

    var body: Markup {
        H1("Teams")
        ActionRow { ActionLink("Add a team", to: SiteURL.adminNewTeam.address) }
        if teams.isEmpty {
            EmptyState("No teams yet") {
                P { A("Import a file of teams", href: SiteURL.staffImports.address.adding("kind", "teams")) }
            }
        } else {
            DataTable(
                id: "teams", caption: "Teams by name", isCaptionHidden: true, rows: teams,
                columns: [
                    TableColumn("Team", .rowHeader) { team in
                        A(team.name, href: SiteURL.adminTeam(String(team.id.rawValue)).address)
                        if let to = team.to, to < today { StateTag(.neutral, "Over") }
                        if let from = team.from, from > today { StateTag(.information, "Not yet") }
                    },
                    TableColumn("Service") { $0.service },
                    TableColumn("Home site") { $0.site ?? "" },
                    TableColumn("From") { $0.from?.long ?? "" },
                    TableColumn("To") { $0.to?.long ?? "" },
                ])
        }
    }
}

/// A team, to enter or to change.
struct TeamForm: Component {
    /// The form as it was sent, or as it is first shown.
    struct Typed {
        var name = ""
        var service = ""
        var site = ""
        var from = ""
        var to = ""

        init() {}

        init(_ team: Team) {
            (name, service, site) = (team.name, team.service, team.site ?? "")
            (from, to) = (team.from?.long ?? "", team.to?.long ?? "")
        }

        init(_ fields: FormFields) {
            (name, service, site) = (fields["name"] ?? "", fields["service"] ?? "", fields["site"] ?? "")
            (from, to) = (fields["from"] ?? "", fields["to"] ?? "")
        }
    }

    /// Nil for a new one.
    var team: Team?
    var typed: Typed
    var sites: [Site]
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var address: WebAddress {
        team.map { SiteURL.adminTeam(String($0.id.rawValue)).address } ?? SiteURL.adminTeams.address
    }

    var body: Markup {
        ErrorSummary(errors)
        H1(team?.name ?? "Add a team")
        PostForm(to: address, guard: formGuard()) {
            TextField(name: "name", label: "Name", value: typed.name, error: errors.message(for: "name"), width: .half)
            TextField(
                name: "service", label: "Service", hint: "For example: MASH, Early Help, SEND.", value: typed.service,
                error: errors.message(for: "service"), width: .half)
            SelectField(
                name: "site", label: "Home site", error: errors.message(for: "site"),
                choices: [Choice(value: "", label: "None", isChosen: typed.site.isEmpty)]
                    + sites.map { Choice(value: $0.name, label: $0.name, isChosen: $0.name == typed.site) })
            TextField.date(
                name: "from", label: "Exists from", hint: "For example, 1 April 2027. Empty: it always has.",
                value: typed.from, error: errors.message(for: "from"))
            TextField.date(
                name: "to", label: "Exists until", hint: "The last day. Empty: no end is known.", value: typed.to,
                error: errors.message(for: "to"))
            ActionButton(team == nil ? "Add" : "Save")
        }
        if let team {
            H2("Remove", .id("remove"))
            P("A team that people or sessions still belong to is not removed. Give it a last day instead.")
            PostForm(to: SiteURL.adminTeamRemoval(String(team.id.rawValue)).address, guard: formGuard()) {
                ActionButton("Remove the team", .warning, subject: team.name)
            }
        }
    }
}
