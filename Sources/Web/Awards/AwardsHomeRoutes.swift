import Domain
import HTML
import Hummingbird
import Services

/// The one page that everybody's awards begin with.
struct AwardsHomeRoutes {
    let desk: AwardsDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.awards(.home).route) { request, context in
            let query = try request.query()
            let schemes = try await desk.awards.schemes(by: context.actor)
            let page = AwardsHomePage(
                schemes: schemes,
                figures: context.person.schedules ? try await desk.awards.figures(by: context.actor) : [],
                seats: try await desk.awards.seats(of: context.actor), runs: context.person.schedules,
                isStaff: context.person.roles.contains(.staff),
                own: try await desk.awards.ownNominations(by: context.actor).map(\.state))
            return Response.page(PageLayout(desk.frame("Awards", context, done: query)) { page })
        }
    }
}

/// What there is to do about awards: the schemes that one runs with their next task, the panels that one sits on, and what one
/// can nominate for.
struct AwardsHomePage: Component {
    var schemes: [Scheme]
    var figures: [SchemeFigures]
    var seats: [OwnSeat]
    var runs: Bool
    var isStaff: Bool
    /// The states of one's own nominations.
    var own: [Nomination.State]

    var body: Markup {
        H1("Awards")
        if !seats.isEmpty {
            H2("Your panels")
            for seat in seats { SeatSummary(seat: seat) }
        }
        if runs { running }
        H2("Nominate")
        let open = schemes.filter(\.isOpen)
        if open.isEmpty {
            P("Nothing takes nominations now.")
        } else {
            Ul {
                for scheme in open {
                    Li {
                        A(scheme.title, href: SiteURL.nominate(scheme.slug).address)
                        ": " + AwardWords.window(scheme)
                    }
                }
            }
        }
        if !own.isEmpty {
            P {
                A("My nominations", href: SiteURL.nominations.address)
                let drafts = own.count { $0 == .draft }
                if drafts > 0 {
                    ": \(AdminWords.counted(drafts, "draft", "drafts")) not handed in yet"
                }
            }
        }
        let others = schemes.filter { $0.state != .draft }
        if !others.isEmpty {
            H2("Rules")
            Ul { for scheme in others { Li { A(scheme.title, href: SiteURL.scheme(scheme.slug).address) } } }
        }
    }

    @MarkupBuilder private var running: Markup {
        H2("Schemes that you run")
        if schemes.isEmpty {
            EmptyState("There is no scheme yet") { P("Add one, with its awards and what is scored in each.") }
        } else {
            for scheme in schemes {
                let own = figures.first { $0.scheme == scheme.slug }
                Section(.class("panel")) {
                    H3(.class("panel__heading")) {
                        A(scheme.title, href: SiteURL.awards(.scheme(scheme.slug)).address)
                    }
                    P {
                        SchemeWords.tag(scheme, own)
                        " " + SchemeWords.standing(scheme, own, isStaff: isStaff)
                    }
                    if let own { SchemeWords.next(scheme, own, isStaff: isStaff) }
                }
            }
        }
        ActionRow { ActionLink("Add a scheme", to: SiteURL.awards(.new).address, .secondary) }
    }
}

/// One's own seat on a panel, and what is to be done there.
struct SeatSummary: Component {
    var seat: OwnSeat

    var body: Markup {
        Section(.class("panel")) {
            H3(seat.title, .class("panel__heading"))
            P(part)
            if seat.roundIsOpen {
                P(
                    seat.due == seat.done
                        ? "You have scored everybody whom you are to score."
                        : "\(seat.done) of \(seat.due) scored, \(seat.due - seat.done) left.")
                ActionRow {
                    ActionLink(
                        seat.due == seat.done ? "See what you gave" : "Go on scoring", to: SiteURL.judging.address,
                        seat.due == seat.done ? .secondary : .primary, subject: seat.title)
                }
            } else if !seat.roundIsOver, seat.kind != .celebrated {
                P("The round has not begun.")
            }
            for (category, title) in seat.meetings {
                ActionRow {
                    ActionLink(
                        "Go to the meeting about \(title)", to: SiteURL.awards(.meeting(seat.scheme, category)).address)
                }
            }
            if !seat.leads.isEmpty, seat.roundIsOver || seat.kind == .celebrated {
                P(seat.state == .frozen ? "The result is frozen. You led:" : "These are yours to decide:")
                Ul {
                    for (category, title) in seat.leads {
                        Li { A(title, href: SiteURL.awards(.board(seat.scheme, category)).address) }
                    }
                }
            }
            if seat.part == .chair {
                P { A("Conflicts of your judges", href: SiteURL.awards(.conflicts(seat.scheme)).address) }
                P { A("Young judges", href: SiteURL.awards(.youngJudges(seat.scheme, seat.panel)).address) }
            }
        }
    }

    private var part: String {
        switch seat.part {
        case .chair: "You chair the panel “\(seat.panel)”."
        case .deputy: "You are deputy chair of the panel “\(seat.panel)”: you lead where the chair cannot."
        case .judge: "You judge on the panel “\(seat.panel)”."
        }
    }
}
