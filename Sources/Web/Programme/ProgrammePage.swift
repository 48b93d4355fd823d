import Domain
import Foundation
import HTML

/// The programme of an event, one day (or, of a long event, one month) at a time: as a list, or as rooms by time.
struct ProgrammePage: Component {
    /// What all readers share who ask for the same.
    struct Model: Sendable {
        var event: Event
        var others: [Event]
        var sessions: [Session]
        var strands: [Strand]
        var query: ProgrammeQuery
        /// The page's own address, without a query.
        var address: WebAddress
        var today: Day
        var isSignedIn: Bool
        /// The whole address of the event's feed; nil where there is none.
        var calendar: String?
        /// Where the places left are told as they change.
        var live: WebAddress
    }

    /// Who reads it, and when.
    struct Reader {
        /// Their own, by the session's reference.
        var bookings: [String: Booking] = [:]
        /// How they stand to the sessions; empty for a visitor.
        var standings: [ID<Session>: SessionStanding] = [:]
        var now: Date
        var formGuard: () -> FormGuard

        /// Whether the session can be booked at all at this moment, by those it is for.
        func isOpen(_ session: Session, _ event: Event) -> Bool {
            session.state == .scheduled && event.state == .published && session.startsAt.map { $0 > now } == true
        }

        /// Whether the reader could take a place, or a turn in the queue, now.
        func mayBook(_ session: Session, _ event: Event) -> Bool {
            isOpen(session, event) && bookings[session.reference] == nil && standings[session.id]?.obstacle == nil
        }
    }

    var model: Model
    var choice: ProgrammeChoice
    /// Nil where the sides of the cards are left open, one for each of the choice's `cards`.
    var reader: Reader?

    /// More days than this are shown by the month.
    static let mostTabs = 10

    var body: Markup {
        H1(model.event.title)
        P(dates, .class("lead"))
        if model.event.state == .closed { InsetText { P("This programme is over. It stays here to look things up.") } }
        if model.sessions.isEmpty {
            EmptyState("No sessions yet") { P("The days and sessions are listed here as soon as they are released.") }
        } else {
            Div(.id("days")) {
                DayTabs(label: choice.isByMonth ? "Months" : "Days", tabs: choice.tabs)
                ViewSwitch(views: views(choice.query))
            }
            FilterForm(
                address: model.address, results: "results days", kept: kept(choice.query), lists: lists(choice.query),
                boxes: boxes(choice.query),
                clear: choice.query.isFiltered ? choice.query.unfiltered.address(of: model.address) : nil)
            Div(.id("results"), .data("live", model.live.text)) { results }
        }
        if let calendar = model.calendar { CalendarBlock(address: calendar, name: model.event.title) }
        others
    }

    private var dates: String {
        let (from, to) = (model.event.from, model.event.to)
        return from == to
            ? "\(from.spoken) \(from.year)"
            : "\(from.spoken)\(from.year == to.year ? "" : " \(from.year)") to \(to.spoken) \(to.year)"
    }

    private func views(_ query: ProgrammeQuery) -> [NavigationLink] {
        [ProgrammeQuery.View.list, .rooms].map { view in
            NavigationLink(
                title: view == .list ? "List" : "Rooms",
                address: query.with { $0.view = view }.address(of: model.address),
                isCurrent: query.view == view)
        }
    }

    private func kept(_ query: ProgrammeQuery) -> [(name: String, value: String)] {
        var kept: [(name: String, value: String)] = []
        if let day = query.day { kept.append((name: "day", value: day.iso)) }
        if let month = query.month { kept.append((name: "month", value: month.iso)) }
        if query.view != .list { kept.append((name: "view", value: query.view.rawValue)) }
        return kept
    }

    private func boxes(_ query: ProgrammeQuery) -> [(name: String, label: String, isChosen: Bool)] {
        let free = (name: "places", label: "Only with places left", isChosen: query.onlyFree)
        guard model.isSignedIn else { return [free] }
        return [(name: "mine", label: "Only what I may book", isChosen: query.onlyMine), free]
    }

    private func lists(_ query: ProgrammeQuery) -> [(name: String, label: String, choices: [Choice])] {
        var sites: [String: String] = [:]
        for session in model.sessions { if let slug = session.siteSlug { sites[slug] = session.site } }
        var siteChoices = [Choice(value: "", label: "All sites")]
        for (slug, name) in sites.sorted(by: { $0.value < $1.value }) {
            siteChoices.append(Choice(value: slug, label: name, isChosen: query.site == slug))
        }
        if !sites.keys.contains(ProgrammeQuery.online), model.sessions.contains(where: { $0.site == nil && $0.online })
        {
            siteChoices.append(
                Choice(value: ProgrammeQuery.online, label: "Online", isChosen: query.site == ProgrammeQuery.online))
        }
        let strands = model.strands.map { Choice(value: $0.slug, label: $0.name, isChosen: query.strand == $0.slug) }
        let times = ProgrammeQuery.PartOfDay.allCases.map {
            Choice(value: $0.rawValue, label: $0.words, isChosen: query.time == $0)
        }
        var lists = [(name: "site", label: "Site", choices: siteChoices)]
        if !strands.isEmpty {
            lists.append(
                (name: "strand", label: "Strand", choices: [Choice(value: "", label: "All strands")] + strands))
        }
        lists.append((name: "time", label: "Time of day", choices: [Choice(value: "", label: "Any time")] + times))
        return lists
    }

    @MarkupBuilder private var results: Markup {
        if choice.sessions.isEmpty {
            EmptyState("No sessions match") {
                if !choice.elsewhere.isEmpty {
                    P {
                        "There is something on "
                        for (index, tab) in choice.elsewhere.prefix(5).enumerated() {
                            if index > 0 { ", " }
                            A(tab.title, href: tab.address)
                        }
                        "."
                    }
                }
                if choice.query.isFiltered {
                    P { A("Clear the filters", href: choice.query.unfiltered.address(of: model.address)) }
                } else {
                    P("Choose another day above.")
                }
            }
        } else if choice.query.view == .rooms {
            for (day, sessions) in choice.byDay {
                ProgrammeGrid(day: day, sessions: sessions, bookings: reader?.bookings ?? [:])
            }
        } else if choice.isByMonth {
            for (day, sessions) in choice.byDay { SessionList(heading: day.spoken, cards: sessions.map(card)) }
        } else {
            // On paper the tabs are gone.
            if let day = choice.query.day { P("\(day.spoken) \(day.year)", .class("on-paper lead")) }
            for (part, sessions) in choice.byPart { SessionList(heading: part.words, cards: sessions.map(card)) }
        }
    }

    private func card(_ session: Session) -> SessionCard {
        let words = SessionWords(session)
        var notes = [words.kind]
        if let strand = session.strand { notes.append(strand) }
        if let names = words.facilitators { notes.append("with \(names)") }
        return SessionCard(
            title: session.title, address: words.address, starts: words.starts, ends: words.ends,
            startsAt: words.startsAt, place: words.place, notes: notes, isCancelled: session.state == .cancelled,
            side: reader.map { Self.side(session, model, $0).markup } ?? .slot)
    }

    static func side(_ session: Session, _ model: Model, _ reader: Reader) -> SessionCardSide {
        let words = SessionWords(session)
        return SessionCardSide(
            title: session.title, places: words.places,
            state: words.state ?? reader.bookings[session.reference].map(BookingWords.tag),
            action: action(session, model, reader))
    }

    private static func action(_ session: Session, _ model: Model, _ reader: Reader) -> SessionCardSide.Action {
        guard reader.isOpen(session, model.event), reader.bookings[session.reference] == nil else { return .none }
        if let standing = reader.standings[session.id], let obstacle = standing.obstacle {
            return .reason(StandingWords.note(obstacle, standing))
        }
        let isFull = session.placesLeft == 0
        guard model.isSignedIn else {
            let page = SiteURL.session(session.reference).address.text
            return .link(isFull ? "Sign in to wait" : "Sign in to book", to: SiteURL.signIn.address.adding("to", page))
        }
        return .post(
            isFull ? "Join the waiting list" : "Book", to: SiteURL.sessionBookings(session.reference).address,
            guard: reader.formGuard(), style: isFull ? .secondary : .primary)
    }

    @MarkupBuilder private var others: Markup {
        if !model.others.isEmpty {
            Section {
                H2("Other programmes")
                Ul {
                    for event in model.others {
                        Li {
                            A(event.title, href: SiteURL.event(event.slug).address)
                            ", \(event.from.long) to \(event.to.long)"
                        }
                    }
                }
            }
        }
    }
}

/// A day as rooms by time.
private struct ProgrammeGrid: Component {
    var day: Day
    var sessions: [Session]
    var bookings: [String: Booking]

    private struct Column: Hashable {
        var site: String
        var room: String
    }

    var body: Markup {
        let columns = Set(sessions.map(column)).sorted {
            ($0.site.isEmpty ? 1 : 0, $0.site, $0.room) < ($1.site.isEmpty ? 1 : 0, $1.site, $1.room)
        }
        let entries = sessions.compactMap { entry($0, columns) }
        RoomGrid(
            id: "grid-\(day.iso)", caption: "\(day.spoken) \(day.year), rooms by time",
            rooms: columns.map { RoomGrid.Room(name: $0.room, note: $0.site.isEmpty ? nil : $0.site) },
            entries: entries,
            timeLabel: { ClockTime(minutes: $0).spoken })
    }

    /// The column without a site comes last.
    private func column(_ session: Session) -> Column {
        if let site = session.site, let room = session.room { return Column(site: site, room: room) }
        return Column(site: "", room: session.online ? "Online" : "Elsewhere")
    }

    private func entry(_ session: Session, _ columns: [Column]) -> RoomGrid.Entry? {
        guard let starts = session.startsAt, let ends = session.endsAt,
            let room = columns.firstIndex(of: column(session))
        else {
            return nil
        }
        let words = SessionWords(session)
        let from = London.local(starts)
        let to = London.local(ends)
        return RoomGrid.Entry(
            room: room, start: from.time.minutes, end: to.day == from.day ? to.time.minutes : 1440,
            title: session.title,
            address: words.address, time: words.times, places: words.places,
            state: words.state ?? bookings[session.reference].map(BookingWords.tag))
    }
}
