import Domain
import Foundation
import HTML

/// The draft of an event as a list, with what to do about each session and about several together.
struct PlanListPage: Component {
    struct Model {
        var plan: Plan
        var query: PlanQuery
    }

    let model: Model
    private let problems: [String: [PlanProblem]]
    private let found: [Session]

    init(model: Model) {
        self.model = model
        problems = model.plan.problems
        found = model.query.sessions(of: model.plan, problems: problems)
    }

    private var plan: Plan { model.plan }
    private var address: WebAddress { SiteURL.planSessions(plan.event.slug).address }
    private var pages: Int { max(1, (found.count + PlanQuery.perPage - 1) / PlanQuery.perPage) }
    private var page: Int { min(model.query.page, pages) }

    private var shown: [Session] {
        Array(found.dropFirst((page - 1) * PlanQuery.perPage).prefix(PlanQuery.perPage))
    }

    var body: Markup {
        H1("Sessions of \(plan.event.title)")
        PlanNavigation(event: plan.event.slug, here: .list)
        ActionRow {
            ActionLink("Add a session", to: SiteURL.planNew(plan.event.slug).address)
        }
        if plan.sessions.isEmpty {
            EmptyState("No sessions yet") {
                P("Add the first one. It stays a draft, for CPP staff only, until you release the programme.")
            }
        } else {
            filters
            Div(.id("results")) { results }
        }
    }

    private var filters: FilterForm {
        let query = model.query
        var form = FilterForm(
            address: address, results: "results",
            lists: [
                ("day", "Day", choices("Any day", plan.days.map { ($0.iso, PlanWords.shortDay($0)) }, query.day?.iso)),
                ("site", "Site", choices("All sites", sites, query.site)),
                ("room", "Room", choices("All rooms", rooms, query.room)),
                ("strand", "Strand", choices("All strands", plan.strands.map { ($0.slug, $0.name) }, query.strand)),
                (
                    "state", "State",
                    choices(
                        "Any state", Session.State.allCases.map { ($0.rawValue, Self.word($0)) }, query.state?.rawValue)
                ),
            ],
            boxes: [
                ("unplaced", "Only without a time", query.onlyUnplaced),
                ("problems", "Only with something to look at", query.onlyProblems),
            ],
            clear: query.isFiltered ? query.unfiltered.address(of: address) : nil)
        form.texts = [("lead", "Led by", query.lead ?? "")]
        if query.order != .when { form.kept.append(("sort", query.order.rawValue)) }
        if query.isDescending { form.kept.append(("order", "down")) }
        return form
    }

    private var sites: [(String, String)] {
        var names: [String: String] = [:]
        for session in plan.sessions { if let slug = session.siteSlug { names[slug] = session.site } }
        return names.sorted { $0.value < $1.value }.map { ($0.key, $0.value) }
    }

    private var rooms: [(String, String)] {
        let used = Set(plan.sessions.map(PlanQuery.room))
        var rooms = plan.rooms.map(\.printed).filter(used.contains).map { ($0, $0) }
        if used.contains(PlanQuery.noRoom) { rooms.append((PlanQuery.noRoom, "Without a room")) }
        return rooms
    }

    private func choices(_ any: String, _ values: [(String, String)], _ chosen: String?) -> [Choice] {
        [Choice(value: "", label: any)]
            + values.map { Choice(value: $0.0, label: $0.1, isChosen: $0.0 == chosen) }
    }

    private static func word(_ state: Session.State) -> String {
        switch state {
        case .draft: "Draft"
        case .scheduled: "Released"
        case .cancelled: "Cancelled"
        case .completed: "Finished"
        }
    }

    @MarkupBuilder private var results: Markup {
        if !found.isEmpty { P(summary, .class("lead")) }
        if found.isEmpty {
            EmptyState("No sessions match") {
                P { A("Clear the filters", href: model.query.unfiltered.address(of: address)) }
            }
        } else {
            Form(.get, to: SiteURL.planTogether(plan.event.slug).address, .data("choose")) {
                DataTable(
                    caption: "Sessions of \(plan.event.title)", isCaptionHidden: true, rows: shown, columns: columns)
                ActionRow {
                    ActionButton("Move the ticked…", .secondary, sends: ("do", "move"))
                    ActionButton("Cancel the ticked…", .secondary, sends: ("do", "cancel"))
                }
            }
            Pagination(page: page, pages: pages, address: model.query.firstPage(of: address))
        }
    }

    private var summary: String {
        let count = found.count == 1 ? "1 session" : "\(found.count) sessions"
        let concerned = found.filter { problems[$0.reference] != nil }.count
        let unplaced = found.filter { $0.startsAt == nil && $0.state != .cancelled }.count
        return count + (unplaced > 0 ? ", \(unplaced) without a time" : "")
            + (concerned > 0 ? ", \(concerned) with something to look at" : "") + "."
    }

    private var columns: [TableColumn<Session>] {
        let query = model.query
        return [
            TableColumn("Tick") { session in
                if session.state == .draft || session.state == .scheduled {
                    Input(
                        .checkbox, name: "session", .value("\(session.reference).\(session.revision)"),
                        .class("choice__input"), .aria(.label, "\(session.reference) \(session.title)"))
                }
            },
            TableColumn("Session", .rowHeader, sort: query.sort(.title, of: address)) { session in
                A(session.title, href: SiteURL.planSession(session.reference).address)
                Span(
                    [session.reference, SessionWords(session).kind, session.strand].compactMap(\.self).joined(
                        separator: " · "), .class("grid__note"))
            },
            TableColumn("When", sort: query.sort(.when, of: address)) { PlanWords.shortWhen($0) },
            TableColumn("Where", sort: query.sort(.room, of: address)) { SessionWords($0).place },
            TableColumn("Led by") { SessionWords($0).facilitators ?? "Nobody yet" },
            TableColumn("Places", sort: query.sort(.places, of: address)) { PlanWords.places($0) },
            TableColumn("State", sort: query.sort(.state, of: address)) { session in
                PlanWords.tag(session)
                if let words = PlanWords.summary(problems[session.reference] ?? []) {
                    Span(.class("tag tag--wait")) {
                        Icon.warning
                        words
                    }
                }
            },
            TableColumn("Do") { session in
                if session.state == .draft || session.state == .scheduled {
                    A(href: returning(SiteURL.planMove(session.reference))) {
                        "Move"
                        Span(" \(session.title)", .class("visually-hidden"))
                    }
                    " "
                    A(href: returning(SiteURL.planCancellation(session.reference))) {
                        "Cancel"
                        Span(" \(session.title)", .class("visually-hidden"))
                    }
                    " "
                }
                A(href: SiteURL.planNew(plan.event.slug).address.adding("like", session.reference)) {
                    "Repeat"
                    Span(" \(session.title)", .class("visually-hidden"))
                }
            },
        ]
    }

    /// A page that leads back to the list as it is shown.
    private func returning(_ url: SiteURL) -> WebAddress {
        url.address.adding("to", model.query.address(of: address).text)
    }
}
