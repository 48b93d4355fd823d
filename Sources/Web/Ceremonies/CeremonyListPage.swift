import Domain
import HTML

/// The ceremonies with where each stands.
struct CeremonyListPage: Component {
    var ceremonies: [Ceremony]

    var body: Markup {
        H1("Ceremonies")
        P(
            "A ceremony is compiled from the frozen results of its schemes. It can be planned and rehearsed long before.",
            .class("lead"))
        ActionRow { ActionLink("Plan a ceremony", to: SiteURL.ceremonies(.new).address) }
        if ceremonies.isEmpty {
            P("None is planned yet.")
        } else {
            DataTable(
                id: "ceremonies", caption: "Ceremonies", isCaptionHidden: true, rows: ceremonies,
                columns: [
                    TableColumn("Ceremony", .rowHeader) {
                        A($0.title, href: SiteURL.ceremonies(.ceremony($0.slug)).address)
                    },
                    TableColumn("When") { AdminWords.moment($0.startsAt) },
                    TableColumn("Where") { $0.room },
                    TableColumn("Where it stands") { Self.tag($0) },
                ])
        }
    }

    static func tag(_ ceremony: Ceremony) -> StateTag {
        if ceremony.cue.isRehearsal { return StateTag(.waiting, "In rehearsal") }
        switch ceremony.cue.state {
        case .done: return StateTag(.good, "Held")
        case .waiting:
            return ceremony.version.map { StateTag(.good, "Compiled, version \($0)") } ?? StateTag(.neutral, "Planned")
        default: return StateTag(.information, "On now")
        }
    }
}

struct NewCeremonyPage: Component {
    var schemes: [Scheme]
    var rooms: [Room]
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("Plan a ceremony")
        if schemes.isEmpty {
            P {
                "A ceremony gives the awards of a scheme, and there is none yet. ";
                A("Set one up first", href: SiteURL.awards(.home).address); "."
            }
        } else {
            PostForm(to: SiteURL.ceremonies(.home).address, guard: formGuard) {
                CeremonyFields(typed: typed, errors: errors, rooms: rooms)
                TextField(
                    name: "slug", label: "Short name", hint: "Lower-case words joined by hyphens, such as staff-night",
                    value: typed["slug"] ?? "", error: errors.message(for: "slug"), width: .half, isProse: false)
                ChoiceGroup(
                    kind: .checkboxes, name: "scheme", legend: "Whose awards are given",
                    error: errors.message(for: "scheme"),
                    choices: schemes.map {
                        Choice(value: $0.slug, label: $0.title, isChosen: typed.all("scheme").contains($0.slug))
                    })
                ActionButton("Plan it")
            }
        }
    }
}
