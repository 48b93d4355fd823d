import Domain
import HTML

/// The rules of a scheme as they were published: the awards, what is scored, and the text whose hash anybody can check.
struct SchemePage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]
    var criteria: [AwardCriterion]
    var isVisitor = false

    var body: Markup {
        H1(scheme.title)
        P(AwardWords.window(scheme))
        if scheme.isOpen {
            P { ActionLink("Nominate somebody", to: SiteURL.nominate(scheme.slug).address) }
            if isVisitor {
                P {
                    A(
                        "I am a partner or family, without an account",
                        href: SiteURL.nominateAsGuest(scheme.slug).address)
                }
            }
        }
        H2("The awards")
        for category in categories {
            H3(category.title)
            if !category.eligibility.isEmpty { P(category.eligibility + ".") }
            if !category.bands.isEmpty { P("Bands: " + category.bands.joined(separator: ", ") + ".") }
            Ul {
                for criterion in criteria.filter({ $0.category == category.slug }) {
                    Li(AwardWords.criterion(criterion))
                }
            }
        }
        H2("How it is decided")
        P(AwardWords.decided(scheme))
        if let rules = scheme.rules, let hash = scheme.rulesHash {
            H2("The rules as they were published")
            P(
                "They have not changed since, and never will. This text has the SHA-256 below; anybody can compute it again."
            )
            Pre(.class("rules-text")) { Code(rules) }
            P(.class("hint")) {
                "SHA-256: "
                Code(hash)
            }
        }
    }
}
