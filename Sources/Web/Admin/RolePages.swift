import Domain
import Foundation
import HTML

/// What somebody may do, from when to when, and giving them more.
struct RolesPage: Component {
    /// The form as it was sent, or as it is first shown.
    struct Typed {
        var role = ""
        var from = ""
        var until = ""

        init() {}

        init(_ fields: FormFields) {
            (role, from, until) = (fields["role"] ?? "", fields["from"] ?? "", fields["until"] ?? "")
        }
    }

    var person: Person
    var grants: [RoleGrant]
    var typed: Typed
    /// One does not change one's own roles.
    var isSelf: Bool
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Roles of \(person.name)")
        if grants.isEmpty { P("None, and none was ever given.") } else { table }
        if person.hasLeft {
            P("They have left, so no role can be given.")
        } else if isSelf {
            P("Your own roles can be changed by another administrator only.")
        } else {
            form
        }
    }

    @MarkupBuilder private var table: Markup {
        DataTable(
            id: "roles", caption: "Roles, newest first", isCaptionHidden: true, rows: grants,
            columns: [
                TableColumn("Role", .rowHeader) { AdminWords.role($0.role) },
                TableColumn("Now") { Self.tag($0.standing) },
                TableColumn("From") { $0.firstDay.long },
                TableColumn("Last day") { $0.lastDay?.long ?? "None" },
                TableColumn("Change") { grant in
                    if grant.standing != .over, !isSelf {
                        A(href: SiteURL.adminRoleEnd(grant.id.uuidString).address) {
                            "Change its last day"
                            Span(": \(AdminWords.role(grant.role))", .class("visually-hidden"))
                        }
                    }
                },
            ])
    }

    private static func tag(_ standing: RoleGrant.Standing) -> StateTag {
        switch standing {
        case .held: StateTag(.good, "Held")
        case .coming: StateTag(.waiting, "To come")
        case .over: StateTag(.neutral, "Over")
        }
    }

    @MarkupBuilder private var form: Markup {
        H2("Give a role")
        PostForm(to: SiteURL.adminRoles(person.publicID.uuidString).address, guard: formGuard) {
            ChoiceGroup(
                kind: .radios, name: "role", legend: "Which role?", error: errors.message(for: "role"),
                choices: AdminWords.roles.map {
                    Choice(
                        value: $0.rawValue, label: AdminWords.role($0), hint: AdminWords.explanation($0),
                        isChosen: typed.role == $0.rawValue)
                })
            TextField.date(
                name: "from", label: "From", hint: "Leave blank for now. For example, 4 April 2027",
                value: typed.from, error: errors.message(for: "from"))
            TextField.date(
                name: "until", label: "Last day", hint: "Leave blank if there is none. For example, 3 April 2028",
                value: typed.until, error: errors.message(for: "until"))
            ActionButton("Give the role")
        }
    }
}

/// Asks for a role's last day.
struct RoleEndPage: Component {
    var person: Person
    var grant: RoleGrant
    var typed: String
    var errors: [FieldError]
    var formGuard: FormGuard

    private var isComing: Bool { grant.standing == .coming }

    var body: Markup {
        ErrorSummary(errors)
        H1("When a role ends")
        P(
            "\(AdminWords.role(grant.role)), \(person.name), from \(grant.firstDay.long)\(grant.lastDay.map { " to \($0.long)" } ?? "").",
            .class("lead"))
        PostForm(to: SiteURL.adminRoleEnd(grant.id.uuidString).address, guard: formGuard) {
            TextField.date(
                name: "until", label: "Last day",
                hint: isComing
                    ? "Leave blank so that it never begins. For example, 4 April 2027"
                    : "Leave blank to end it at once. For example, 4 April 2027",
                value: typed, error: errors.message(for: "until"))
            ActionButton("Save")
        }
    }
}
