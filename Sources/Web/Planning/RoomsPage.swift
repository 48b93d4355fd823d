import Domain
import Foundation
import HTML

/// Every room: what it holds, whether one learns how to get in, and the days on which an event uses it.
struct RoomsPage: Component {
    var events: [Event]
    /// Of the event whose days are shown; nil where there is no event at all.
    var plan: Plan?
    var rooms: [Room]
    /// Of this page as it is shown.
    var address: WebAddress

    /// More days of a room than this are only counted.
    static let mostDays = 10

    var body: Markup {
        H1("Rooms")
        if rooms.isEmpty {
            EmptyState("No rooms yet") {
                P { A("Import a file of rooms", href: SiteURL.staffImports.address.adding("kind", "rooms")) }
            }
        } else {
            if let plan, events.count > 1 { question(plan.event) }
            Div(.id("rooms")) {
                DataTable(
                    id: "all-rooms", caption: plan.map { "Rooms, and their days in \($0.event.title)" } ?? "Rooms",
                    rows: rooms, columns: columns)
            }
            P {
                "More rooms come by "
                A("importing a file", href: SiteURL.staffImports.address.adding("kind", "rooms"))
                "."
            }
        }
    }

    private func question(_ event: Event) -> FilterForm {
        FilterForm(
            address: SiteURL.planRooms.address, results: "rooms",
            lists: [
                (
                    "event", "Days of",
                    events.map { Choice(value: $0.slug, label: $0.title, isChosen: $0.slug == event.slug) }
                )
            ])
    }

    private var columns: [TableColumn<Room>] {
        let days = daysByRoom
        return [
            TableColumn("Room", .rowHeader) { room in
                A(
                    "\(room.site), \(room.name)",
                    href: SiteURL.planRoom("\(room.id)").address.adding("to", address.text))
            },
            TableColumn("Holds", .number) { String($0.capacity) },
            TableColumn("How to get in") { room in
                if room.access.isEmpty { StateTag(.waiting, "No access note") } else { room.access }
            },
            TableColumn("Days") { room in
                let used = days[room.printed] ?? []
                if used.isEmpty {
                    "Not used"
                } else {
                    Ul(.class("plain")) {
                        for day in used.prefix(Self.mostDays) { Li { link(room, day) } }
                        if used.count > Self.mostDays {
                            Li {
                                A(href: sessions.adding("room", room.printed)) {
                                    "and \(AdminWords.counted(used.count - Self.mostDays, "more day", "more days"))"
                                    hidden(room)
                                }
                            }
                        }
                    }
                }
            },
        ]
    }

    private var sessions: WebAddress { SiteURL.planSessions(plan?.event.slug ?? "").address }

    private typealias Use = (day: Day, sessions: Int)

    private func link(_ room: Room, _ use: Use) -> Markup {
        A(href: sessions.adding("day", use.day.iso).adding("room", room.printed)) {
            "\(PlanWords.shortDay(use.day)): \(AdminWords.counted(use.sessions, "session", "sessions"))"
            hidden(room)
        }.markup
    }

    private func hidden(_ room: Room) -> Markup {
        Span(" in \(room.site), \(room.name)", .class("visually-hidden")).markup
    }

    /// By the room's printed name, what takes place in it, day by day.
    private var daysByRoom: [String: [Use]] {
        var counts: [String: [Day: Int]] = [:]
        for session in plan?.sessions ?? [] where session.state != .cancelled {
            guard session.room != nil, let day = SessionWords(session).day else { continue }
            counts[PlanQuery.room(of: session), default: [:]][day, default: 0] += 1
        }
        return counts.mapValues { $0.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 } }
    }
}
