import Domain
import HTML

/// What can be nominated for, and the rules of what was.
struct SchemesPage: Component {
    var schemes: [Scheme]
    /// The slugs of those whose roll of honour is public.
    var rolls: Set<String>

    var body: Markup {
        H1("Awards")
        let open = schemes.filter(\.isOpen)
        if open.isEmpty {
            P("Nothing takes nominations now.")
        } else {
            list("Open for nominations", open)
        }
        let others = schemes.filter { !$0.isOpen }
        if !others.isEmpty { list("Others", others) }
    }

    @MarkupBuilder private func list(_ heading: String, _ schemes: [Scheme]) -> Markup {
        H2(heading)
        Ul {
            for scheme in schemes {
                Li {
                    A(scheme.title, href: SiteURL.scheme(scheme.slug).address)
                    ": " + AwardWords.window(scheme)
                    if rolls.contains(scheme.slug) {
                        " "
                        A(
                            "Roll of honour", href: SiteURL.roll(scheme.slug).address,
                            .aria(.label, "Roll of honour of \(scheme.title)"))
                    }
                }
            }
        }
    }
}

/// The rules of a scheme as they were published: the awards, what is scored, and the text whose hash anybody can check.
struct SchemePage: Component {
    var scheme: Scheme
    var categories: [AwardCategory]
    var criteria: [AwardCriterion]
    var isVisitor = false
    var hasRoll = false

    var body: Markup {
        H1(scheme.title)
        P(AwardWords.window(scheme))
        if hasRoll { P { A("Roll of honour", href: SiteURL.roll(scheme.slug).address) } }
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
                    Li(RulesPage.line(criterion))
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
