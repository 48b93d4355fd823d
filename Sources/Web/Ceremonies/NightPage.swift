import Domain
import HTML

/// A ceremony for whoever has a part in it, staff or not: when, where, how it stands, and the way to its screens.
struct NightPage: Component {
    var ceremony: Ceremony
    /// Whether they plan it, too.
    var plans: Bool

    private func link(_ screen: StageScreen) -> Markup {
        A(screen.title, href: screen.place(ceremony.slug).address).markup
    }

    var body: Markup {
        H1(ceremony.title)
        P(.class("lead")) {
            AdminWords.moment(ceremony.startsAt)
            ", "
            Bdi(ceremony.room)
            ". "
            ceremony.doorsAt.map { "Doors open at \(London.local($0).time.spoken)." } ?? ""
        }
        P { CeremonyListPage.tag(ceremony) }
        H2("The screens")
        Ul {
            Li {
                link(.audience)
                ", for a projector: press F11 there"
            }
            Li {
                link(.stage)
                ", for the phone of whoever leads through the evening"
            }
            Li {
                link(.presenter)
                ", for whoever reads"
            }
        }
        P("Each follows by itself, and keeps its place when it is opened again.")
        if plans {
            P { A("Plan and papers of this ceremony", href: SiteURL.ceremonies(.ceremony(ceremony.slug)).address) }
        }
    }
}
