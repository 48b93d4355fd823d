import HTML
import Testing

@testable import Web

@Suite("Programme components")
struct ProgrammeComponentTests {
    @Test(
        "Places are told in words",
        arguments: zip(
            [(12, 0), (1, 0), (0, 0), (0, 3), (-1, 0)],
            ["12 places left", "1 place left", "Full", "Full, 3 waiting", "Full"]))
    func places(numbers: (Int, Int), words: String) {
        #expect(Places(left: numbers.0, capacity: 20, waiting: numbers.1).words == words)
    }

    @Test("A card books with one press")
    func card() {
        let card = SessionCard(
            title: "Life story work", address: "/sessions/PW18-005", starts: "1pm", ends: "2:30pm",
            startsAt: "2018-01-29T13:00:00+00:00", place: "Online",
            side: SessionCardSide(
                title: "Life story work", action: .post("Book", to: "/b", guard: FormGuard(token: "t", key: "k"))
            ).markup)
        let html = card.markup.text
        #expect(html.contains("<a href=\"/sessions/PW18-005\">Life story work</a>"))
        #expect(html.contains("<form method=\"post\" action=\"/b\" novalidate class=\"form-inline\">"))
        #expect(html.contains("<time datetime=\"2018-01-29T13:00:00+00:00\" class=\"card__start\">1pm</time>"))
    }

    @Test("A state is a drawing and a word")
    func tag() {
        let html = StateTag(.waiting, "Waiting").markup.text
        #expect(html.contains("aria-hidden=\"true\""))
        #expect(html.hasSuffix("</svg>Waiting</span>"))
    }

    @Test("A session spans the rows that it lasts")
    func gridSpans() {
        let plan = RoomGridPlan(rooms: 2, entries: [entry(0, 60, 120), entry(1, 90, 150)])
        #expect(plan.lines.map(\.start) == [60, 90, 120])
        #expect(plan.lines.map { $0.cells.map(\.span) } == [[2, 1], [2], [1]])
        #expect(plan.lines.map { $0.cells.map(\.entries.count) } == [[1, 0], [1], [0]])
    }

    @Test("Sessions that overlap in one room share a cell")
    func gridOverlap() {
        let plan = RoomGridPlan(rooms: 1, entries: [entry(0, 90, 150), entry(0, 60, 120)])
        #expect(plan.lines.map(\.start) == [60])
        #expect(plan.lines.first?.cells.first?.entries.map(\.start) == [60, 90])
    }

    @Test("Every row of the grid fills every room")
    func gridIsWhole() {
        var entries: [RoomGrid.Entry] = []
        for number in 0..<40 {
            let start = 500 + (number * 37) % 300
            entries.append(entry(number % 5, start, start + 15 + (number * 13) % 90))
        }
        let plan = RoomGridPlan(rooms: 5, entries: entries)
        var open = 0
        var ends: [Int] = []
        for (row, line) in plan.lines.enumerated() {
            open -= ends.filter { $0 == row }.count
            open += line.cells.count
            ends += line.cells.map { row + $0.span }
            #expect(open == 5)
        }
        #expect(plan.lines.flatMap { $0.cells.flatMap(\.entries) }.count == 40)
    }

    @Test("What is in no room, or does not last, is left out")
    func gridOdd() {
        let entries = [entry(-1, 60, 90), entry(2, 60, 90), entry(0, 90, 90), entry(0, 90, 60)]
        #expect(RoomGridPlan(rooms: 2, entries: entries).lines.isEmpty)
        #expect(RoomGridPlan(rooms: -1, entries: entries).lines.isEmpty)
    }

    @Test("A table names its lines for narrow screens, and says how it is sorted")
    func table() {
        let columns = [
            TableColumn<Int>("Name", .rowHeader, sort: SortLink(address: "?s=n", direction: .descending)) { "n\($0)" },
            TableColumn<Int>("Places", .number) { $0 },
        ]
        let html = DataTable(caption: "All", rows: [7], columns: columns).markup.text
        #expect(html.contains("aria-sort=\"descending\"><a href=\"?s=n\" class=\"sort\">Name"))
        #expect(html.contains("<th scope=\"row\" role=\"rowheader\" data-label=\"Name\">n7</th>"))
        #expect(html.contains("<td role=\"cell\" data-label=\"Places\" class=\"number\">7</td>"))
        #expect(html.contains("<caption id=\"table-caption\">All</caption>"))
    }

    @Test("Pages lead to their neighbours, and a single page to none")
    func pagination() {
        let html = Pagination(page: 2, pages: 3, address: "/staff?sort=title").markup.text
        #expect(html.contains("href=\"/staff?sort=title&amp;page=1\""))
        #expect(html.contains("href=\"/staff?sort=title&amp;page=3\""))
        #expect(Pagination(page: 1, pages: 1, address: "/").markup.isEmpty)
    }

    private func entry(_ room: Int, _ start: Int, _ end: Int) -> RoomGrid.Entry {
        RoomGrid.Entry(room: room, start: start, end: end, title: "s", address: "/", time: "")
    }
}
