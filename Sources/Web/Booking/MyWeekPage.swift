import Domain
import Foundation
import HTML
import Services

/// A practitioner's own week: the next place to be, what is booked, what is waited for, and the calendar.
struct MyWeekPage: Component {
    struct Entry {
        var booking: Booking
        var session: Session?
        var joiningLink: String?
        /// What has become different since it was booked.
        var change: BookingService.Change?
    }

    struct Model {
        var name: String
        /// Live bookings, soonest first.
        var entries: [Entry]
        /// What the reader leads, soonest first.
        var led: [Session]
        var now: Date
        var today: Day
        var addressMade: Day?
        /// Ballots that the reader still owes.
        var leftToJudge = 0
        /// The first day on which the reader has no access, where one is set.
        var leavesOn: Day?
        var formGuard: () -> FormGuard
    }

    var model: Model

    var body: Markup {
        let coming = model.entries.filter { !isOver($0) }
        let booked = coming.filter { $0.booking.state.takesPlace && $0.session?.state != .cancelled }
        let called = coming.filter { $0.session?.state == .cancelled }
        let waiting = coming.filter { !$0.booking.state.takesPlace && $0.session?.state != .cancelled }
        H1("My week")
        if model.leftToJudge > 0 {
            InsetText {
                P {
                    A(
                        "You have \(model.leftToJudge) \(model.leftToJudge == 1 ? "candidate" : "candidates") left to judge",
                        href: SiteURL.judging.address)
                }
            }
        }
        if let day = model.leavesOn { leaving(day) }
        if let next = booked.first {
            nextPlace(next)
        } else {
            EmptyState("You have no places booked") {
                P { A("Choose a session from the programme", href: SiteURL.home.address) }
            }
        }
        leading
        section("Booked", booked)
        section("Waiting", waiting)
        section("Called off", called)
        section("Been and gone", Array(model.entries.filter(isOver).reversed().prefix(20)))
        OwnCalendar(addressMade: model.addressMade, formGuard: model.formGuard)
        Ul(.class("on-screen")) {
            Li { A("How to subscribe, and how soon changes show", href: SiteURL.myCalendar.address) }
            Li { A("Thank a colleague or a team", href: SiteURL.thankYou.address) }
            Li { A("What you need to take part", href: SiteURL.myNeeds.address) }
            Li { A("What the centre knows about you", href: SiteURL.myData.address) }
        }
    }

    private func leaving(_ day: Day) -> Markup {
        InsetText {
            P("You leave on \(day.long): from that day on you cannot sign in, and your places go to others.")
            P {
                "Before that, "
                A("take the record of your sessions with you", href: SiteURL.mySessionsFile.address)
                ", as a file for a spreadsheet."
            }
        }.markup
    }

    private func isOver(_ entry: Entry) -> Bool {
        guard let ends = entry.session?.endsAt ?? entry.booking.startsAt else { return false }
        return ends <= model.now
    }

    private func nextPlace(_ entry: Entry) -> Markup {
        let words = entry.session.map(SessionWords.init)
        let access = entry.session.map { $0.room == nil ? "" : $0.roomAccess } ?? ""
        return NextPlace(
            when: words.map { "\(relative($0.day)), \($0.times)" } ?? "", startsAt: words?.startsAt ?? "",
            title: entry.booking.sessionTitle, address: SiteURL.session(entry.booking.session).address,
            place: words?.place ?? "", note: access.isEmpty ? nil : access,
            changes: entry.change.map(ChangeWords.sentences) ?? [],
            actions: Markup {
                if let link = entry.joiningLink { ActionLink("Join online", to: WebAddress(link)) }
            }
        ).markup
    }

    /// "Today", "Tomorrow", or the day.
    private func relative(_ day: Day?) -> String {
        guard let day else { return "" }
        switch day.number - model.today.number {
        case 0: return "Today"
        case 1: return "Tomorrow"
        default: return "\(day.spoken)\(day.year == model.today.year ? "" : " \(day.year)")"
        }
    }

    /// As `relative`, but short enough to stand beside a card.
    private func shortly(_ day: Day) -> String {
        switch day.number - model.today.number {
        case 0...1: relative(day)
        default: "\(day.weekday.short) \(day.year == model.today.year ? day.brief : day.short)"
        }
    }

    @MarkupBuilder private func section(_ heading: String, _ entries: [Entry]) -> Markup {
        if !entries.isEmpty {
            Section(.class("session-list")) {
                H2(heading, .class("session-list__heading"))
                Ul(.class("session-list__items")) {
                    for entry in entries { Li { card(entry) } }
                }
            }
        }
    }

    @MarkupBuilder private var leading: Markup {
        if !model.led.isEmpty {
            Section(.class("session-list")) {
                H2("You lead", .class("session-list__heading"))
                Ul(.class("session-list__items")) { for session in model.led { Li { card(leading: session) } } }
            }
        }
    }

    private func card(leading session: Session) -> SessionCard {
        let words = SessionWords(session)
        return SessionCard(
            title: session.title, address: words.address, day: words.day.map(shortly), starts: words.starts,
            ends: words.ends, startsAt: words.startsAt, place: words.place,
            notes: [
                session.taken == 0
                    ? "Nobody has a place yet" : "\(session.taken) of \(session.capacity) places taken"
            ],
            side: SessionCardSide(
                title: session.title, state: words.state,
                action: .link("Register", to: SiteURL.staffRegister(session.reference).address)
            ).markup)
    }

    private func card(_ entry: Entry) -> SessionCard {
        let words = entry.session.map(SessionWords.init)
        var notes: [String] = []
        if let names = words?.facilitators { notes.append("with \(names)") }
        if entry.booking.state == .waiting, let reason = entry.booking.passedOver {
            notes.append("A free place went past you: this \(reason). You keep your turn.")
        }
        if let reason = entry.session?.cancelReason { notes.append(reason) }
        let isCancelled = entry.session?.state == .cancelled
        return SessionCard(
            title: entry.booking.sessionTitle, address: SiteURL.session(entry.booking.session).address,
            day: words?.day.map(shortly), starts: words?.starts ?? "", ends: words?.ends ?? "",
            startsAt: words?.startsAt ?? "",
            place: words?.place ?? "",
            notes: notes, change: entry.change.flatMap(ChangeWords.short), isCancelled: isCancelled,
            side: SessionCardSide(
                title: entry.booking.sessionTitle, state: words?.state ?? BookingWords.tag(entry.booking),
                action: action(entry)
            ).markup)
    }

    private func action(_ entry: Entry) -> SessionCardSide.Action {
        guard entry.session?.state == .scheduled, let starts = entry.booking.startsAt, starts > model.now else {
            return .none
        }
        return .post(
            entry.booking.state == .waiting ? "Leave the list" : "Give back",
            to: SiteURL.bookingCancellation(entry.booking.id.uuidString).address.adding("from", "me"),
            guard: model.formGuard(), style: .secondary)
    }
}
