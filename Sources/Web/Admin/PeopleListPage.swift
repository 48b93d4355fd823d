import Domain
import Foundation
import HTML
import Services

/// Everybody, by name, fifty at a time.
struct PeopleListPage: Component {
    struct Model {
        var search = ""
        var role: Domain.Role?
        var withLeavers = false
        var page = 1
        var people: [Person] = []
        var total = 0
    }

    var model: Model

    var body: Markup {
        H1("People")
        ActionRow { ActionLink("Add a person", to: SiteURL.adminNewPerson.address) }
        P {
            "Many at once? "
            A("Import a file", href: SiteURL.staffImports.address.adding("kind", "people"))
            ": it adds and changes people, their teams and roles."
        }
        question
        Div(.id("people-found")) {
            if model.people.isEmpty {
                EmptyState("Nobody found") { P("Look for a part of a name, an email address or a team.") }
            } else {
                P("\(AdminWords.counted(model.total, "person", "people")) found.")
                table
                Pagination(
                    page: model.page, pages: (model.total + PeopleService.pageSize - 1) / PeopleService.pageSize,
                    address: address)
            }
        }
    }

    private var address: WebAddress {
        SiteURL.adminPeople.address.adding("search", model.search.isEmpty ? nil : model.search)
            .adding("role", model.role?.rawValue).adding("leavers", model.withLeavers ? "yes" : nil)
    }

    private var question: Markup {
        Form(.get, to: SiteURL.adminPeople.address, .class("filters"), .role(.search), .aria(.label, "Find people")) {
            Div(.class("filters__field")) {
                Label("Name, email or team", for: "search")
                Input(.search, name: "search", .id("search"), .class("input"), .value(model.search))
            }
            Div(.class("filters__field")) {
                Label("Role", for: "role")
                Select(name: "role", .id("role"), .class("input select")) {
                    Option("Any", value: "")
                    for role in Domain.Role.allCases {
                        Option(AdminWords.role(role), value: role.rawValue, selected: role == model.role)
                    }
                }
            }
            CheckboxField(name: "leavers", label: "Those who left too", isChosen: model.withLeavers)
            Div(.class("filters__actions")) { ActionButton("Find", .secondary) }
        }.markup
    }

    private var table: Markup {
        DataTable(
            id: "people", caption: "People by name", isCaptionHidden: true, rows: model.people,
            columns: [
                TableColumn("Name", .rowHeader) { person in
                    A(href: SiteURL.adminPerson(person.publicID.uuidString).address) { Bdi(person.name) }
                    if person.hasLeft { StateTag(.neutral, "Left") }
                },
                TableColumn("Email") { Span($0.email, .translate(false)) },
                TableColumn("Team") { $0.team ?? "" },
                TableColumn("Employer") { $0.employer ?? "" },
                TableColumn("Roles") { $0.roles.map(AdminWords.role).joined(separator: ", ") },
            ]
        ).markup
    }
}
