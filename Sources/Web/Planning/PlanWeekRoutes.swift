import Domain
import HTML
import Hummingbird

/// The draft of an event as rooms by time, a day at a time.
struct PlanWeekRoutes {
    let desk: PlanDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.planWeek("{slug}").route) { request, context in
            let plan = try await desk.plan(try context.part("slug"), context)
            let query = try request.query()
            let days = plan.days
            let wanted = query["day"].flatMap { Day(iso: $0) }
            let day =
                wanted.flatMap { days.contains($0) ? $0 : nil } ?? days.first { $0 >= plan.today } ?? days.first
                ?? plan.event.from
            let page = PlanWeekPage(plan: plan, days: days, day: day)
            var frame = desk.frame(
                "Rooms by time, \(plan.event.title)", context,
                back: BackLink(text: "Events", address: SiteURL.planEvents.address),
                banner: try await desk.banner(query, context, to: page.address(of: day)))
            frame.skip = SkipLink(text: "Skip to the rooms", address: "#plan")
            return Response.page(PageLayout(frame) { page })
        }
    }
}

/// A day of the draft: every room with what is in it, and beside it what has no time yet. Dragging is a comfort; every
/// session has a link that moves it.
struct PlanWeekPage: Component {
    var plan: Plan
    var days: [Day]
    var day: Day

    /// More days than this are chosen from a list.
    private static let mostTabs = 10
    /// More sessions without a time are folded, so that the rooms stay in sight.
    private static let mostInSight = 6
    /// Half hours that are always shown, so that there is somewhere to go.
    private static let usual = (from: 540, to: 1020)

    func address(of day: Day) -> WebAddress {
        SiteURL.planWeek(plan.event.slug).address.adding("day", day.iso)
    }

    var body: Markup {
        let problems = plan.problems
        H1("Rooms by time, \(plan.event.title)")
        PlanNavigation(event: plan.event.slug, here: .week)
        if days.count <= Self.mostTabs {
            DayTabs(tabs: days.map(tab))
        } else {
            FilterForm(
                address: SiteURL.planWeek(plan.event.slug).address, results: "plan",
                lists: [
                    (
                        "day", "Day",
                        days.map { Choice(value: $0.iso, label: PlanWords.shortDay($0), isChosen: $0 == day) }
                    )
                ])
        }
        Div(.id("plan")) {
            tray
            P(.class("on-screen")) {
                "Each session has “Move to…”. With a mouse you can also drag it to another time or room. "
                A(
                    "Add a session on \(day.spoken)",
                    href: SiteURL.planNew(plan.event.slug).address.adding("day", day.iso))
                ". "
                A(
                    "The same day as a list",
                    href: SiteURL.planSessions(plan.event.slug).address.adding("day", day.iso))
                "."
            }
            grid(problems)
        }
    }

    private func tab(_ day: Day) -> DayTabs.Tab {
        let count = plan.sessions.count { SessionWords($0).day == day && $0.state != .cancelled }
        return DayTabs.Tab(
            title: PlanWords.shortDay(day), note: AdminWords.counted(count, "session", "sessions", none: "No sessions"),
            address: address(of: day), isCurrent: day == self.day)
    }

    @MarkupBuilder private var tray: Markup {
        let waiting = plan.unplaced
        if !waiting.isEmpty {
            Section(.class("tray"), .aria(.label, "Without a time")) {
                if waiting.count > Self.mostInSight {
                    Disclosure("Without a time: \(waiting.count)") { items(waiting) }
                } else {
                    H2("Without a time: \(waiting.count)")
                    items(waiting)
                }
            }
        }
    }

    private func items(_ waiting: [Session]) -> Markup {
        Ul(.class("tray__items")) {
            for session in waiting {
                Li(.class("grid__entry"), .data("drag", moveAddress(session).text)) {
                    A(session.title, href: SiteURL.planSession(session.reference).address)
                    Span("\(session.draft?.minutes ?? 60) minutes", .class("grid__time"))
                    moveLink(session)
                }
            }
        }.markup
    }

    private func moveAddress(_ session: Session) -> WebAddress {
        SiteURL.planMove(session.reference).address.adding("to", address(of: day).text)
    }

    private func moveLink(_ session: Session) -> Markup {
        A(href: moveAddress(session), .class("grid__move")) {
            "Move to…"
            Span(" \(session.title)", .class("visually-hidden"))
        }.markup
    }

    private func grid(_ problems: [String: [PlanProblem]]) -> RoomGrid {
        let shown = plan.sessions.filter { SessionWords($0).day == day && $0.state != .cancelled }
        let entries = shown.compactMap { entry($0, problems[$0.reference] ?? []) }
        let first = min(entries.map(\.start).min() ?? Self.usual.from, Self.usual.from) / 30 * 30
        let last = max(entries.map(\.end).max() ?? Self.usual.to, Self.usual.to)
        var grid = RoomGrid(
            caption: "\(day.spoken) \(day.year), rooms by time",
            rooms: plan.rooms.map { RoomGrid.Room(name: $0.name, note: "\($0.site), holds \($0.capacity)") }
                + [RoomGrid.Room(name: "No room", note: "Online or to be decided")],
            entries: entries, timeLabel: { ClockTime(minutes: $0).spoken })
        grid.ticks = Array(stride(from: first, through: last, by: 30))
        let shownDay = day.iso
        let names = plan.rooms.map(\.printed)
        grid.place = { (room: Int, start: Int) -> String in
            "day=\(shownDay)&starts=\(ClockTime(minutes: start).iso)&room="
                + ("\(names.indices.contains(room) ? names[room] : PlanQuery.noRoom)" as WebAddress).text
        }
        return grid
    }

    private func entry(_ session: Session, _ problems: [PlanProblem]) -> RoomGrid.Entry? {
        guard let starts = session.startsAt, let ends = session.endsAt else { return nil }
        let (from, to) = (London.local(starts), London.local(ends))
        let room = plan.rooms.firstIndex { $0.site == session.site && $0.name == session.room } ?? plan.rooms.count
        let canMove = session.state != .completed
        var entry = RoomGrid.Entry(
            room: room, start: from.time.minutes, end: to.day == from.day ? to.time.minutes : 1440,
            title: session.title, address: SiteURL.planSession(session.reference).address,
            time: "\(SessionWords(session).times), \(PlanWords.places(session))", places: nil,
            state: PlanWords.summary(problems).map { StateTag(.waiting, $0) })
        if canMove {
            entry.drag = moveAddress(session).text
            entry.more = moveLink(session)
        }
        return entry
    }
}
