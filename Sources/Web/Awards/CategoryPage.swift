import Domain
import Foundation
import HTML

/// What somebody typed about an award.
struct CategoryForm {
    var fields: FormFields

    init() { fields = FormFields([("for", "person"), ("winners", "1")]) }

    init(_ fields: FormFields) { self.fields = fields }

    init(_ category: AwardCategory) {
        fields = FormFields([
            ("title", category.title), ("for", category.nomineeKind.word), ("winners", String(category.winners)),
            ("eligibility", category.eligibility), ("bands", category.bands.joined(separator: "\n")),
            ("blind", category.isBlind ? "yes" : ""),
        ])
    }

    func category(_ slug: String, _ errors: inout [FieldError]) -> NewCategory? {
        AwardsDesk.require(fields, "title", "Enter a title.", &errors)
        let kind = fields["for"].flatMap(AwardCategory.NomineeKind.init(word:))
        if kind == nil { errors.append(FieldError(field: "for", message: "Choose whom the award is for.")) }
        let winners = AwardsDesk.number(fields, "winners", "The number of winners", in: 1...50, &errors)
        guard errors.isEmpty, let kind else { return nil }
        return NewCategory(
            slug: slug, title: fields["title"] ?? "", nomineeKind: kind, winners: winners ?? 1,
            eligibility: fields["eligibility"] ?? "", isBlind: fields["blind"] == "yes",
            bands: (fields["bands"] ?? "").split(whereSeparator: \.isNewline).map {
                $0.trimmingCharacters(in: .whitespaces)
            }.filter { !$0.isEmpty })
    }

    static func field(of refusal: any Refusal) -> String {
        switch refusal {
        case AwardsRefusal.slugMalformed: "slug"
        case AwardsRefusal.taken(let what): what.hasPrefix("One of") ? "bands" : "slug"
        case let problem as TextProblem where problem.message.contains("band"): "bands"
        case let problem as TextProblem where problem.message.contains("eligible"): "eligibility"
        default: "title"
        }
    }
}

/// One award of a draft: what it is, and what is scored.
struct CategoryPage: Component {
    var scheme: Scheme
    /// Nil: a new one.
    var category: AwardCategory?
    var form: CategoryForm
    var criteria: [AwardCriterion]
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var address: SiteURL {
        if let category { .awards(.category(scheme.slug, category.slug)) } else { .awards(.categories(scheme.slug)) }
    }

    var body: Markup {
        ErrorSummary(errors)
        H1(category?.title ?? "Add an award")
        if scheme.state == .draft {
            if let category { scored(category) }
            if category != nil { H2("The award") }
            edit
            if let category { removal(category) }
        } else {
            P("The rules are published, so this award stays as it is.", .id("title"))
            for criterion in criteria { P(RulesPage.line(criterion)) }
        }
    }

    @MarkupBuilder private func scored(_ category: AwardCategory) -> Markup {
        H2("What is scored")
        if criteria.isEmpty {
            P(
                scheme.kind == .celebrated
                    ? "Nothing, as everyone is celebrated." : "Nothing yet. Judges need at least one criterion.")
        } else {
            Ul {
                for criterion in criteria {
                    Li {
                        A(
                            criterion.name,
                            href: SiteURL.awards(.criterion(scheme.slug, category.slug, "\(criterion.id.rawValue)"))
                                .address)
                        ": \(AwardWords.marks(criterion)) (\(RulesPage.weight(criterion)))"
                    }
                }
            }
        }
        ActionRow {
            ActionLink(
                "Add a criterion", to: SiteURL.awards(.newCriterion(scheme.slug, category.slug)).address, .secondary)
        }
    }

    private var edit: Markup {
        let fields = form.fields
        return PostForm(to: address.address, guard: formGuard()) {
            TextField(
                name: "title", label: "Title", value: fields["title"] ?? "", error: errors.message(for: "title"))
            if category == nil { AwardsDesk.addressField(fields, errors, example: "team-of-the-year") }
            ChoiceGroup(
                kind: .radios, name: "for", legend: "Whom it is for", error: errors.message(for: "for"),
                choices: AwardCategory.NomineeKind.allCases.map {
                    Choice(value: $0.word, label: SchemeWords.nominee($0), isChosen: fields["for"] == $0.word)
                })
            TextField(
                name: "winners", label: "How many win", hint: "In each band, where there are bands",
                value: fields["winners"] ?? "", error: errors.message(for: "winners"), width: .four,
                inputmode: .numeric, isProse: false)
            TextAreaField(
                name: "bands", label: "Bands", hint: "One on each line, such as 8-10. Leave it empty for none.",
                value: fields["bands"] ?? "", error: errors.message(for: "bands"), rows: 3)
            TextAreaField(
                name: "eligibility", label: "Who is eligible", value: fields["eligibility"] ?? "",
                error: errors.message(for: "eligibility"), rows: 3, limit: 2000)
            CheckboxField(
                name: "blind", label: "Judges see a code instead of the nominee", isChosen: fields["blind"] == "yes")
            ActionButton(category == nil ? "Add the award" : "Save")
        }.markup
    }

    @MarkupBuilder private func removal(_ category: AwardCategory) -> Markup {
        H2("Remove it")
        PostForm(to: SiteURL.awards(.categoryRemoval(scheme.slug, category.slug)).address, guard: formGuard()) {
            Div(.class("actions"), .id("remove")) {
                ActionButton("Remove this award", .warning, subject: category.title)
            }
        }
    }
}
