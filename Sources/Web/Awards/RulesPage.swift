import Domain
import Foundation
import HTML

/// A scheme's rules for those who write them: everything may change while it is a draft, and nothing after.
struct RulesPage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]
    var criteria: [AwardCriterion]
    var isStaff: Bool
    /// Of the page for everybody, as it is sent to people.
    var publicAddress: String
    /// What was typed to publish.
    var word = ""
    var errors: [FieldError] = []
    var formGuard: FormGuard

    private var isDraft: Bool { scheme.state == .draft }

    var body: Markup {
        ErrorSummary(errors)
        H1("Rules of \(scheme.title)")
        SchemeNavigation(scheme: scheme, here: .rules, isStaff: isStaff)
        if !isDraft {
            P("These rules are published, so they stay as they are.")
            if let hash = scheme.rulesHash {
                P(.class("hint")) {
                    "SHA-256: "
                    Code(hash)
                }
            }
            P { A("The rules as everybody reads them", href: SiteURL.scheme(scheme.slug).address) }
            P {
                "Send this address to whoever may nominate: "
                Strong(publicAddress, .translate(false))
            }
        }
        H2("The scheme")
        SummaryList(rows: rows)
        if isDraft { P { A("Change these", href: SiteURL.awards(.settings(scheme.slug)).address) } }
        H2("Awards")
        if categories.isEmpty { EmptyState("There is no award yet") }
        for category in categories { award(category) }
        if isDraft {
            ActionRow {
                ActionLink("Add an award", to: SiteURL.awards(.newCategory(scheme.slug)).address, .secondary)
            }
            if !categories.isEmpty { publishing }
        }
    }

    private var rows: [SummaryList.Row] {
        var rows = [
            SummaryList.Row("Kind", "\(SchemeWords.kind(scheme.kind)): \(SchemeWords.kindHint(scheme.kind))"),
            SummaryList.Row("Nominations", AwardWords.days(scheme)),
            SummaryList.Row("Longest nomination", "\(scheme.wordLimit) words"),
            SummaryList.Row(
                "Awards that one nominee may stand in", scheme.mostAwards.map(String.init) ?? "As many as they like"),
        ]
        if scheme.kind != .celebrated {
            rows += [
                SummaryList.Row(
                    "What ranks", scheme.ranking == .raw ? "The mean" : "The mean, allowing for the judges' severity"),
                SummaryList.Row("Ballots that a decision needs", String(scheme.quorum)),
            ]
        }
        return rows
    }

    @MarkupBuilder private func award(_ category: AwardCategory) -> Markup {
        let own = criteria.filter { $0.category == category.slug }
        Section(.class("panel")) {
            H3(.class("panel__heading")) {
                if isDraft {
                    A(category.title, href: SiteURL.awards(.category(scheme.slug, category.slug)).address)
                } else {
                    category.title
                }
            }
            P(
                "For: \(SchemeWords.nominee(category.nomineeKind).lowercased()). \(AdminWords.counted(category.winners, "winner", "winners"))"
                    + (category.bands.isEmpty ? "." : " in each band: \(category.bands.joined(separator: ", ")).")
                    + (category.isBlind ? " Judges see a code instead of the nominee." : ""))
            if !category.eligibility.isEmpty { P("Eligible: \(category.eligibility).") }
            if !own.isEmpty {
                Ul { for criterion in own { Li(Self.line(criterion)) } }
            } else if scheme.kind != .celebrated {
                P("Nothing is scored yet.")
            }
        }
    }

    static func line(_ criterion: AwardCriterion) -> String {
        "\(AwardWords.criterion(criterion)) (\(weight(criterion)))"
    }

    /// "weight 2"
    static func weight(_ criterion: AwardCriterion) -> String {
        "weight \(Int(exactly: criterion.weight).map(String.init) ?? String(criterion.weight))"
    }

    @MarkupBuilder private var publishing: Markup {
        H2("Publish the rules")
        P(
            "Everybody can read them then, they get a SHA-256 by which anybody can tell that they are the same, and nobody can change them any more."
        )
        PostForm(to: SiteURL.awards(.publication(scheme.slug)).address, guard: formGuard) {
            TextField(
                name: "word", label: "Type \(scheme.slug) to say that you mean it", value: word,
                error: errors.message(for: "word"), width: .half, isProse: false)
            ActionButton("Publish the rules")
        }
    }
}

extension AwardWords {
    /// "From 8 January 2018 to 9 February 2018"
    static func days(_ scheme: Scheme) -> String {
        let first = London.local(scheme.opensAt).day
        let last = London.local(scheme.closesAt.addingTimeInterval(-60)).day
        return "From \(first.long) to \(last.long)"
    }
}
