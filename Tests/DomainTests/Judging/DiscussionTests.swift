import Domain
import Testing

@Suite("Where a discussion matters")
struct DiscussionTests {
    @Test("First those at the line, then those whom judges see differently")
    func order() throws {
        let table = try scoreTable([[9, 9, 9], [6, 7, 8], [7, 7, 6], [1, 1, 1], [2, 1, 3], [nil, nil, nil]])
        let points = table.discussion(seats: 2)
        #expect(points.map(\.candidate) == [2, 3, 1, 5, 4])
        #expect(points.allSatisfy { $0.distance?.isFinite == true })
        #expect(points.map(\.spread).sorted() == [0, 0, 1, 2, 2])
    }

    @Test("Without a line, spread alone decides")
    func noLine() throws {
        let table = try scoreTable([[9, 9], [1, 8], [5, 7]])
        for seats in [-1, 0, 3, .max] {
            let points = table.discussion(seats: seats)
            #expect(points.map(\.candidate) == [2, 3, 1])
            #expect(points.allSatisfy { $0.distance == nil })
        }
    }

    @Test("Where judges never differ there is no error to measure by")
    func agreed() throws {
        #expect(try scoreTable([[9, 9], [5, 5]]).discussion(seats: 1).map(\.distance) == [nil, nil])
        #expect(try scoreTable([[nil], [nil]]).discussion(seats: 1).isEmpty)
    }

    @Test("A candidate whom fewer judges saw is further from being settled")
    func fewer() throws {
        let table = try scoreTable([[9, 8, 7], [6, nil, nil], [2, 4, 6], [4, 5, 3]])
        let points = table.discussion(seats: 1)
        // The line lies at 7: the first is 1 away with three judges, the second 1 with one.
        #expect(points.map(\.candidate) == [2, 1, 3, 4])
        #expect((points[1].distance ?? 0) > (points[0].distance ?? 0))
    }
}
