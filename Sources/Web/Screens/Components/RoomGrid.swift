import HTML

/// A day as rooms × times. It is a real table: a row begins wherever a session begins or ends, and a session spans the
/// rows that it lasts. Sessions that overlap in one room share a cell.
struct RoomGrid: Component {
    struct Entry {
        /// Index into `rooms`; others are left out.
        var room: Int
        /// Minutes since midnight. A session that does not last is left out.
        var start: Int
        var end: Int
        var title: String
        var address: WebAddress
        /// "10:30am to 12pm"
        var time: String
        var places: Places?
        var state: StateTag?
        /// Where dragging it leads; the script adds the place that it was dropped on.
        var drag: String?
        /// Links below it.
        var more: Markup?
    }

    struct Room {
        var name: String
        /// The site, or how many it holds.
        var note: String?
    }

    /// Unlike that of any other grid on the page.
    var id = "grid"
    var caption: String
    var rooms: [Room]
    var entries: [Entry]
    /// How a time of the day is written.
    var timeLabel: (Int) -> String
    /// Times that have a row of their own even where nothing begins or ends.
    var ticks: [Int] = []
    /// What a free cell stands for, for the script: the room and the row's time. Nil: nothing can be dropped.
    var place: ((_ room: Int, _ start: Int) -> String)?

    var body: Markup {
        let plan = RoomGridPlan(rooms: rooms.count, entries: entries, ticks: ticks)
        // The words stand above the frame, where they stay when it is scrolled sideways.
        H2(caption, .id(id + "-heading"), .class("session-list__heading"))
        Div(.class("grid-frame"), .role(.region), .aria(.labelledby, id + "-heading"), .tabindex(0)) {
            // On a phone it is shown as a list by time; the roles keep it a table for those who listen.
            Table(.class("grid"), .role(.table)) {
                Caption(caption, .class("visually-hidden"))
                Thead(.role(.rowgroup)) {
                    Tr(.role(.row)) {
                        Th(.column, .role(.columnheader), .class("grid__corner")) { "Time" }
                        for room in rooms {
                            Th(.column, .role(.columnheader)) {
                                room.name
                                if let note = room.note { Span(note, .class("grid__note")) }
                            }
                        }
                    }
                }
                Tbody(.role(.rowgroup)) {
                    for line in plan.lines {
                        Tr(.role(.row)) {
                            Th(.row, .role(.rowheader)) { timeLabel(line.start) }
                            for cell in line.cells { self.cell(cell, line.start) }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ cell: RoomGridPlan.Cell, _ start: Int) -> Markup {
        let place = place?(cell.room, start)
        guard !cell.entries.isEmpty else {
            return Td(.role(.cell), .class("grid__free"), .data("drop", place)).markup
        }
        return Td(
            .role(.cell), .rowspan(cell.span), .class("grid__cell"), .data("drop", place),
            .data("label", rooms.indices.contains(cell.room) ? rooms[cell.room].name : nil)
        ) {
            for entry in cell.entries {
                Div(.class("grid__entry"), .data("drag", entry.drag)) {
                    A(entry.title, href: entry.address)
                    Span(entry.time, .class("grid__time"))
                    entry.places
                    entry.state
                    entry.more
                }
            }
        }.markup
    }
}

/// Where the cells of a room grid stand.
struct RoomGridPlan {
    struct Cell {
        var room: Int
        var entries: [RoomGrid.Entry]
        var span: Int
    }

    /// A row: when it begins, and the cells that begin in it. A room whose session goes on has none.
    struct Line {
        var start: Int
        var cells: [Cell]
    }

    let lines: [Line]

    init(rooms: Int, entries: [RoomGrid.Entry], ticks: [Int] = []) {
        let lasting = entries.filter { $0.start < $0.end }
        let clusters = (0..<max(0, rooms)).map { room in
            Self.clusters(of: lasting.filter { $0.room == room })
        }
        let bounds = Set(clusters.joined().flatMap { [$0.start, $0.end] } + ticks).sorted()
        lines = bounds.dropLast().map { start in
            let cells = clusters.enumerated().compactMap { room, clusters -> Cell? in
                guard let cluster = clusters.first(where: { $0.start <= start && start < $0.end }) else {
                    return Cell(room: room, entries: [], span: 1)
                }
                guard cluster.start == start else { return nil }
                let span = bounds.filter { cluster.start <= $0 && $0 < cluster.end }.count
                return Cell(room: room, entries: cluster.entries, span: span)
            }
            return Line(start: start, cells: cells)
        }
    }

    private struct Cluster {
        var start: Int
        var end: Int
        var entries: [RoomGrid.Entry]
    }

    /// Sessions of one room that overlap, taken together.
    private static func clusters(of entries: [RoomGrid.Entry]) -> [Cluster] {
        var clusters: [Cluster] = []
        for entry in entries.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if var last = clusters.last, entry.start < last.end {
                last.end = max(last.end, entry.end)
                last.entries.append(entry)
                clusters[clusters.count - 1] = last
            } else {
                clusters.append(Cluster(start: entry.start, end: entry.end, entries: [entry]))
            }
        }
        return clusters
    }
}
