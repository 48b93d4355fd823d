import Domain
import Foundation
import HTML

/// Problems of a draft in words, each with a link to the session that causes it.
struct PlanWords {
    let plan: Plan

    /// "1 clash, 1 room too small"; nil when all is well.
    static func summary(_ problems: [PlanProblem]) -> String? {
        var words: [String] = []
        let clashes = problems.count { if case .clash = $0 { true } else { false } }
        if clashes > 0 { words.append(clashes == 1 ? "1 clash" : "\(clashes) clashes") }
        for problem in problems {
            switch problem {
            case .clash: break
            case .roomTooSmall: words.append("room too small")
            case .noPlace: words.append("no room")
            case .nobodyLeads: words.append("nobody leads it")
            case .nobodyFits: words.append("nobody fits its audience")
            case .outsideEvent: words.append("outside the event")
            case .noAccessNote: words.append("no access note")
            }
        }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    /// The problem as a sentence about this session.
    @MarkupBuilder func sentence(_ problem: PlanProblem, of session: Session) -> Markup {
        if case .clash(let clash) = problem {
            self.clash(clash, of: session)
        } else {
            problem.sentence(about: session.reference)
        }
    }

    @MarkupBuilder private func clash(_ clash: PlanClash, of session: Session) -> Markup {
        let other = clash.opposite(of: session.reference) ?? clash.second
        clash.beginning
        A("\(other.title) (\(other.reference))", href: SiteURL.planSession(other.reference).address)
        ", \(other.when)."
    }

    /// A list of all problems of a session, in a box; nothing where there is none.
    func box(_ problems: [PlanProblem], of session: Session) -> Markup {
        guard !problems.isEmpty else { return .empty }
        return Banner(.warning, problems.count == 1 ? "One thing to look at" : "\(problems.count) things to look at") {
            Ul { for problem in problems { Li { sentence(problem, of: session) } } }
            if problems.contains(where: { if case .clash = $0 { true } else { false } }) {
                P("A draft may overlap. It cannot be released until one of the two moves.")
            }
        }.markup
    }

    /// "Released", "Draft", "Cancelled", "Finished"
    static func tag(_ session: Session) -> StateTag {
        switch session.state {
        case .draft: StateTag(.information, session.startsAt == nil ? "No time yet" : "Draft")
        case .scheduled: StateTag(.good, "Released")
        case .cancelled: StateTag(.stopped, "Cancelled")
        case .completed: StateTag(.neutral, "Finished")
        }
    }

    /// "12 of 16, 3 waiting"
    static func places(_ session: Session) -> String {
        "\(session.taken) of \(session.capacity)" + (session.waiting > 0 ? ", \(session.waiting) waiting" : "")
    }

    /// "24 people booked, 9 waiting", or that nobody is.
    static func touched(taken: Int, waiting: Int) -> String {
        switch (taken, waiting) {
        case (0, 0): "Nobody is booked or waiting."
        case (_, 0): taken == 1 ? "1 person is booked." : "\(taken) people are booked."
        case (0, _): "Nobody is booked, and \(waiting == 1 ? "1 person waits" : "\(waiting) people wait")."
        default: "\(taken == 1 ? "1 person is" : "\(taken) people are") booked and \(waiting) waiting."
        }
    }

    /// "12 places booked or waited for", of several sessions that may have the same people.
    static func places(bookedOrWaited count: Int) -> String {
        switch count {
        case 0: "no place booked"
        case 1: "1 place booked or waited for"
        default: "\(count) places booked or waited for"
        }
    }

    /// "Mon 29 Jan, 9:30am to 12pm"
    static func shortWhen(_ session: Session) -> String {
        guard let starts = session.startsAt else { return "No time yet" }
        let day = London.local(starts).day
        return "\(shortDay(day)), \(SessionWords(session).times)"
    }

    /// "Mon 29 Jan"
    static func shortDay(_ day: Day) -> String {
        "\(day.weekday.short) \(day.short.split(separator: " ").prefix(2).joined(separator: " "))"
    }
}

/// The ways of looking at one event's plan.
struct PlanNavigation: Component {
    enum Place { case list, week, releases, offers, none }

    var event: String
    var here: Place

    var body: Markup {
        ViewSwitch(
            label: "Planning",
            views: [
                NavigationLink(
                    title: "Sessions", address: SiteURL.planSessions(event).address, isCurrent: here == .list),
                NavigationLink(
                    title: "Rooms by time", address: SiteURL.planWeek(event).address, isCurrent: here == .week),
                NavigationLink(
                    title: "Release", address: SiteURL.planReleases(event).address, isCurrent: here == .releases),
                NavigationLink(
                    title: "Offers", address: SiteURL.planOffers(event).address, isCurrent: here == .offers),
            ])
    }
}
