import Testing

@testable import Web

@Suite("Pages of a list")
struct APIPageTests {
    private let names = (1...7).map { "n\($0)" }

    private func page(_ query: String) throws -> APIPage { try APIPage(FormFields(query) ?? FormFields()) }

    @Test("Following the cursor gives every item once, in order")
    func follows() throws {
        var seen: [String] = []
        var query = "limit=3"
        for _ in 0..<3 {
            let part = try page(query).part(of: names) { $0 }
            seen += part.items
            query = "limit=3&cursor=\(part.next ?? "")"
        }
        #expect(seen == names)
        #expect(try page("limit=7").part(of: names) { $0 }.next == nil)
    }

    @Test("When the last item seen has gone, the next page starts where it was")
    func gone() throws {
        let next = try page("limit=3").part(of: names) { $0 }.next ?? ""
        let rest = try page("limit=3&cursor=\(next)").part(of: names.filter { $0 != "n3" }) { $0 }
        #expect(Array(rest.items) == ["n4", "n5", "n6"])
    }

    @Test(
        "Limits and cursors that are none are refused",
        arguments: ["limit=0", "limit=501", "limit=x", "limit=-1", "limit=99999999999", "cursor=%21", "cursor=MQ"])
    func refuses(query: String) throws {
        #expect(throws: APIProblem.self) { try page(query) }
    }

    @Test("A cursor beyond the end gives an empty last page")
    func beyond() throws {
        let part = try page("cursor=\(APIPage.Cursor(seen: 900_000_000, last: "x").text)").part(of: names) { $0 }
        #expect(part.items.isEmpty && part.next == nil)
    }
}
