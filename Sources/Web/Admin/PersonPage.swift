import Domain
import Foundation
import HTML

/// One person: what is known, the secrets they hold, and leaving.
struct PersonPage: Component {
    var person: Person
    var secrets: [SecretInUse]
    var form: PersonForm
    var isSelf: Bool
    /// The day on which they leave, if it is set.
    var leavesOn: Day?
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var id: String { person.publicID.uuidString }

    var body: Markup {
        ErrorSummary(errors)
        H1(person.name)
        P {
            Span(person.email, .translate(false))
            if person.hasLeft { StateTag(.neutral, "Has left") }
            if let leavesOn { StateTag(.waiting, "Leaves on \(leavesOn.long)") }
        }
        P { A("What this person did, and what was done", href: SiteURL.adminAudit.address.adding("who", person.email)) }
        P { A("Roles, from when to when", href: SiteURL.adminRoles(id).address) }
        if person.hasLeft {
            P("Their access has ended. What they did stays on record.")
        } else {
            form
            access
            if !isSelf { leaving }
        }
    }

    @MarkupBuilder private var access: Markup {
        H2("Tokens and calendar address")
        if secrets.isEmpty { P("None in use.") } else { SecretsTable(secrets: secrets, from: id, formGuard: formGuard) }
        PostForm(to: SiteURL.adminTokens(id).address, guard: formGuard()) {
            ActionButton("Make an API token", .secondary)
        }
        P("A token lets a program or the console act as this person. It is shown once.", .class("hint"))
    }

    @MarkupBuilder private var leaving: Markup {
        H2("Leaving")
        P {
            "Access ends at once or on a day to come, coming places go to those who wait, and the sessions they lead are named. "
            A("See what would happen", href: SiteURL.adminLeaving(id).address)
        }
    }
}

/// Secrets in use, each with a way to end it.
struct SecretsTable: Component {
    var secrets: [SecretInUse]
    /// The person's page to come back to; nil for the list of everybody's.
    var from: String?
    var formGuard: () -> FormGuard

    var body: Markup {
        DataTable(
            id: "secrets", caption: "Tokens and calendar addresses in use", isCaptionHidden: true, rows: secrets,
            columns: (from == nil
                ? [
                    TableColumn("Who", .rowHeader) { secret in
                        A(href: SiteURL.adminPerson(secret.person.uuidString).address) { Bdi(secret.name) }
                    }
                ] : []) + [
                    TableColumn("What", from == nil ? .text : .rowHeader) {
                        $0.kind == .token ? "API token \($0.number)" : "Calendar address"
                    },
                    TableColumn("Made") { AdminWords.moment($0.madeAt) },
                    TableColumn("Last used") {
                        $0.kind == .token ? "Not recorded" : $0.usedAt.map(AdminWords.moment) ?? "Never"
                    },
                    TableColumn("Change") { secret in
                        PostForm(to: address(secret), guard: formGuard(), isInline: true) {
                            ActionButton(
                                "End it", .secondary,
                                subject:
                                    "\(secret.kind == .token ? "token \(secret.number)" : "calendar address") of \(secret.name)"
                            )
                        }
                    },
                ])
    }

    private func address(_ secret: SecretInUse) -> WebAddress {
        let target =
            secret.kind == .token
            ? SiteURL.adminTokenRevocation(String(secret.number)).address
            : SiteURL.adminCalendarRevocation(secret.person.uuidString).address
        return target.adding("from", from)
    }
}
