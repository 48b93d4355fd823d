import Domain
import HTML

/// Today for those who schedule: what is where, what is wrong, who leads what, who waits, and what is not released yet.
struct StaffTodayPage: Component {
    struct Problem {
        var session: Session
        var problem: PlanProblem
    }

    struct Model {
        var today: Day
        /// The day shown, which is the next with anything on it unless one was chosen.
        var day: Day
        var days: [Day]
        /// What is on that day, in the draft.
        var sessions: [Session]
        /// Of all coming sessions, soonest first.
        var problems: [Problem]
        var standings: [EventStanding]
        var withoutLead: [SessionWithoutLead]
        var waiting: [Session]
    }

    static let mostProblems = 25

    var model: Model

    var body: Markup {
        H1("Today, \(model.today.spoken)")
        if !model.days.contains(model.today) {
            P(
                model.days.first.map { "Nothing is on today. The next day with sessions is \($0.spoken)." }
                    ?? "Nothing is on today, and nothing is planned yet.", .class("lead"))
        }
        standings
        problems
        rooms
        leaders
        waiting
    }

    @MarkupBuilder private var standings: Markup {
        let unready = model.standings.filter { $0.unplaced + $0.changed > 0 }
        Section(.aria(.labelledby, "unreleased")) {
            H2("Not released yet", .id("unreleased"))
            if unready.isEmpty {
                P("What you have drafted is what everyone reads.")
            } else {
                Ul {
                    for standing in unready {
                        Li {
                            "\(standing.title): "
                            if standing.unplaced > 0 {
                                A(
                                    counted(standing.unplaced, "session without a time", "sessions without a time"),
                                    href: SiteURL.planSessions(standing.slug).address)
                            }
                            if standing.unplaced > 0, standing.changed > 0 { " and " }
                            if standing.changed > 0 {
                                A(
                                    counted(standing.changed, "change to release", "changes to release"),
                                    href: SiteURL.planReleases(standing.slug).address)
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var problems: Markup {
        let count = model.problems.count + model.withoutLead.count
        Section(.aria(.labelledby, "problems")) {
            H2(count == 0 ? "Problems" : counted(count, "problem", "problems"), .id("problems"))
            if count == 0 { P("None in what is coming.") }
            Ul {
                for found in model.withoutLead {
                    Li {
                        A(found.title, href: SiteURL.planSession(found.reference).address)
                        " is led by \(found.name), \(found.why)."
                    }
                }
                for found in model.problems.prefix(Self.mostProblems) {
                    Li {
                        A(found.session.title, href: SiteURL.planSession(found.session.reference).address)
                        " (\(SessionWords(found.session).when)): \(found.problem.sentence(about: found.session.reference))"
                    }
                }
            }
            if model.problems.count > Self.mostProblems {
                P("And \(model.problems.count - Self.mostProblems) more, further ahead.")
            }
        }
    }

    @MarkupBuilder private var rooms: Markup {
        Section(.aria(.labelledby, "rooms")) {
            H2(model.day == model.today ? "Rooms today" : "Rooms on \(model.day.spoken)", .id("rooms"))
            if model.days.count > 1 {
                DayTabs(
                    tabs: model.days.map {
                        DayTabs.Tab(
                            title: $0 == model.today ? "Today" : "\($0.weekday.short) \($0.short)",
                            address: SiteURL.staff.address.adding("day", $0.iso), isCurrent: $0 == model.day)
                    })
            }
            if model.sessions.isEmpty {
                EmptyState("Nothing is on \(model.day == model.today ? "today" : "on that day")") {
                    P { A("Plan sessions", href: SiteURL.planEvents.address) }
                }
            } else {
                DataTable(
                    id: "rooms-table", caption: "Rooms on \(model.day.spoken), by time", isCaptionHidden: true,
                    rows: model.sessions.sorted(by: inRoomOrder),
                    columns: [
                        TableColumn("Room") { SessionWords($0).place },
                        TableColumn("Time") { SessionWords($0).times },
                        TableColumn("Session", .rowHeader) { session in
                            A(session.title, href: SiteURL.planSession(session.reference).address)
                            if let state = SessionWords(session).state { state }
                        },
                        TableColumn("Led by") { SessionWords($0).facilitators ?? "Nobody yet" },
                        TableColumn("Places") { session in
                            A(
                                "\(session.taken) of \(session.capacity)",
                                href: SiteURL.staffBookings(session.reference).address,
                                .aria(.label, "\(session.taken) of \(session.capacity) places taken: \(session.title)"))
                            if session.waiting > 0 { ", \(session.waiting) waiting" }
                        },
                    ])
            }
        }
    }

    private func inRoomOrder(_ one: Session, _ other: Session) -> Bool {
        func key(_ session: Session) -> (String, String, String) {
            (SessionWords(session).place, SessionWords(session).startsAt, session.reference)
        }
        return key(one) < key(other)
    }

    @MarkupBuilder private var leaders: Markup {
        let leaders = byLeader
        if !leaders.isEmpty {
            Section(.aria(.labelledby, "leaders")) {
                H2("Who leads what", .id("leaders"))
                DataTable(
                    id: "leaders-table", caption: "Who leads what on \(model.day.spoken)", isCaptionHidden: true,
                    rows: leaders,
                    columns: [
                        TableColumn("Name", .rowHeader) { $0.name },
                        TableColumn("Sessions") { leader in
                            Ul(.class("plain")) {
                                for session in leader.sessions {
                                    Li {
                                        "\(SessionWords(session).times): "
                                        A(session.title, href: SiteURL.staffRegister(session.reference).address)
                                    }
                                }
                            }
                        },
                    ])
            }
        }
    }

    private var byLeader: [(name: String, sessions: [Session])] {
        var sessions: [String: [Session]] = [:]
        for session in model.sessions where session.state != .cancelled {
            for name in session.facilitators { sessions[name, default: []].append(session) }
        }
        return sessions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    @MarkupBuilder private var waiting: Markup {
        Section(.aria(.labelledby, "waiting")) {
            H2("Waiting lists", .id("waiting"))
            if model.waiting.isEmpty {
                P("Nobody is waiting for a place.")
            } else {
                DataTable(
                    id: "waiting-table", caption: "Sessions that people wait for", isCaptionHidden: true,
                    rows: model.waiting,
                    columns: [
                        TableColumn("Session", .rowHeader) {
                            A($0.title, href: SiteURL.staffBookings($0.reference).address)
                        },
                        TableColumn("When") { SessionWords($0).when },
                        TableColumn("Taken", .number) { "\($0.taken) of \($0.capacity)" },
                        TableColumn("Waiting", .number) { String($0.waiting) },
                    ])
            }
        }
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
