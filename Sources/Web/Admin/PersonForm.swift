import Domain
import HTML

/// What is known about a person, to enter or to change.
struct PersonForm: Component {
    /// The form as it was sent, or as it is first shown.
    struct Typed {
        var email = ""
        var name = ""
        var team = ""
        var employer = ""
        var jobTitle = ""
        var roles: Set<Domain.Role> = [.practitioner]

        init() {}

        init(_ person: Person) {
            (email, name, team) = (person.email, person.name, person.team ?? "")
            (employer, jobTitle, roles) = (person.employer ?? "", person.jobTitle, Set(person.roles))
        }

        init(_ fields: FormFields) {
            (email, name, team) = (fields["email"] ?? "", fields["name"] ?? "", fields["team"] ?? "")
            (employer, jobTitle) = (fields["employer"] ?? "", fields["job_title"] ?? "")
            roles = Set(fields.all("roles").compactMap { Domain.Role(rawValue: $0) })
        }

        func details(_ email: String) -> PersonDetails {
            PersonDetails(
                email: email, name: name, team: team, employer: employer, jobTitle: jobTitle, roles: roles.sorted())
        }
    }

    var address: WebAddress
    var typed: Typed
    var teams: [Team]
    var employers: [String]
    var errors: [FieldError]
    var button: String
    var isNew = true
    /// One does not change one's own roles.
    var isSelf = false
    var formGuard: FormGuard

    var body: Markup {
        PostForm(to: address, guard: formGuard) {
            TextField(
                name: "name", label: "Name", value: typed.name, error: errors.message(for: "name"), width: .half,
                autocomplete: .off, isProse: false)
            if isNew {
                TextField(
                    name: "email", label: "Work email address", value: typed.email,
                    error: errors.message(for: "email"), kind: .email, width: .half, autocomplete: .off,
                    inputmode: .email, isProse: false)
            }
            SelectField(
                name: "team", label: "Team", error: errors.message(for: "team"),
                choices: [Choice(value: "", label: "None", isChosen: typed.team.isEmpty)]
                    + teams.map { Choice(value: $0.name, label: $0.name, isChosen: $0.name == typed.team) })
            TextField(
                name: "employer", label: "Employer, if it is not the council",
                hint: employers.isEmpty ? nil : "Known already: \(employers.prefix(6).joined(separator: ", ")).",
                value: typed.employer, error: errors.message(for: "employer"), width: .half)
            TextField(
                name: "job_title", label: "Job title", value: typed.jobTitle, error: errors.message(for: "job_title"),
                width: .half)
            if isSelf {
                P("Your own roles can be changed by another administrator only.", .class("hint"))
            } else {
                ChoiceGroup(
                    kind: .checkboxes, name: "roles", legend: "Roles", error: errors.message(for: "roles"),
                    choices: AdminWords.roles.map {
                        Choice(
                            value: $0.rawValue, label: AdminWords.role($0), hint: AdminWords.explanation($0),
                            isChosen: typed.roles.contains($0))
                    })
            }
            ActionButton(button)
        }
    }
}
