import Domain
import Foundation
import HTML

/// What stands in a release's way and what it would lack, each with a link that leads to where it is mended.
struct ReleaseReadiness: Component {
    let plan: Plan
    let inTheWay: [PlannedSessionProblem]
    let lacking: [PlannedSessionProblem]

    struct PlannedSessionProblem {
        var session: Session
        var problem: PlanProblem
    }

    /// More than so many are a list of their own.
    private static let mostNamed = 40

    init(plan: Plan) {
        self.plan = plan
        var found: [PlannedSessionProblem] = []
        for session in plan.sessions where session.startsAt != nil {
            for problem in plan.problems[session.reference] ?? [] {
                // A clash stands with the first of its two sessions, unless that one is another event's.
                if case .clash(let clash) = problem, clash.reference != session.reference { continue }
                found.append(PlannedSessionProblem(session: session, problem: problem))
            }
        }
        inTheWay = found.filter(\.problem.isInTheWay)
        lacking = found.filter { !$0.problem.isInTheWay }
    }

    /// "3 sessions lack something"
    var lackingHeading: String {
        let count = Set(lacking.map(\.session.reference)).count
        return count == 1 ? "1 session lacks something" : "\(count) sessions lack something"
    }

    private var clashesOnly: Bool {
        inTheWay.allSatisfy { if case .clash = $0.problem { true } else { false } }
    }

    private var heading: String {
        let (one, many) = clashesOnly ? ("clash", "clashes") : ("thing", "things")
        return inTheWay.count == 1 ? "1 \(one) is in the way" : "\(inTheWay.count) \(many) are in the way"
    }

    var body: Markup {
        if !inTheWay.isEmpty {
            Div(.id("clashes"), .tabindex(-1)) {
                Banner(.warning, heading) {
                    P(
                        clashesOnly
                            ? "Nothing can be released until one of each two moves."
                            : "Nothing can be released until they are mended.")
                    list(inTheWay)
                }
            }
        }
        if !lacking.isEmpty {
            Div(.id("missing"), .tabindex(-1)) {
                Banner(.information, lackingHeading) {
                    P("Mend what is missing before everyone reads it, or say below that it may be missing.")
                    list(lacking.filter { Self.room(of: $0) == nil })
                    rooms
                }
            }
        }
    }

    @MarkupBuilder private func list(_ problems: [PlannedSessionProblem]) -> Markup {
        if !problems.isEmpty {
            Ul { for found in problems.prefix(Self.mostNamed) { Li { line(found) } } }
            if problems.count > Self.mostNamed {
                P {
                    A(
                        "And \(problems.count - Self.mostNamed) more",
                        href: SiteURL.planSessions(plan.event.slug).address.adding("problems", "yes"))
                }
            }
        }
    }

    @MarkupBuilder private func line(_ found: PlannedSessionProblem) -> Markup {
        let session = found.session
        A("\(session.title) (\(session.reference))", href: SiteURL.planSession(session.reference).address)
        ", \(PlanWords.shortWhen(session)): "
        PlanWords(plan: plan).sentence(found.problem, of: session)
        " "
        A(href: mending(found)) {
            Self.verb(found.problem)
            Span(" \(session.title)", .class("visually-hidden"))
        }
    }

    private static func verb(_ problem: PlanProblem) -> String {
        switch problem {
        case .clash, .outsideEvent, .roomTooSmall: "Move"
        case .noPlace: "Choose a room for"
        case .nobodyLeads: "Say who leads"
        case .nobodyFits: "Say who it is for:"
        case .noAccessNote: "Change"
        }
    }

    private func mending(_ found: PlannedSessionProblem) -> WebAddress {
        let reference = found.session.reference
        switch found.problem {
        case .nobodyLeads, .noAccessNote: return WebAddress(SiteURL.planSession(reference).address.text + "#leads")
        case .nobodyFits: return SiteURL.planAudience(reference).address
        case .clash, .outsideEvent, .roomTooSmall, .noPlace:
            return SiteURL.planMove(reference).address.adding(
                "to", SiteURL.planReleases(plan.event.slug).address.text)
        }
    }

    private static func room(of found: PlannedSessionProblem) -> String? {
        if case .noAccessNote(let room) = found.problem { room } else { nil }
    }

    /// A room without a note is mended once, however many sessions are in it.
    @MarkupBuilder private var rooms: Markup {
        let sessions = Dictionary(grouping: lacking, by: Self.room)
        let named = sessions.keys.compactMap(\.self).sorted()
        if !named.isEmpty {
            Ul {
                for name in named {
                    Li {
                        let count = sessions[name]?.count ?? 0
                        "\(name) has no access note, and \(count == 1 ? "1 session is" : "\(count) sessions are") in it. "
                        if let room = plan.rooms.first(where: { $0.printed == name }) {
                            A(
                                href: SiteURL.planRoom("\(room.id)").address.adding(
                                    "to", SiteURL.planReleases(plan.event.slug).address.text)
                            ) {
                                "Write the note"
                                Span(" of \(name)", .class("visually-hidden"))
                            }
                        }
                    }
                }
            }
        }
    }
}
