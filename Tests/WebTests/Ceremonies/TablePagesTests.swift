import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Tables and the door, on the pages")
struct TablePagesTests {
    private func with(_ body: (TestHouse, RouteClient, [Guest]) async throws -> Void) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into ceremony (slug, title, room_id, starts_at)
                        select 'gala', 'Staff awards', id, '2018-02-02 18:00+00' from room where name = 'Main Hall'
                        """)
            }
            var made: [Guest] = []
            for (name, party) in [("Ida <b>Bright</b>", 2), ("محمد الأنصاري", 1)] {
                made.append(
                    try await house.services.guests.add(
                        NewGuest(name: name, party: party), to: "gala", by: house.operating))
            }
            let officer = RouteClient(house)
            try await officer.signIn("officer@example.org", house)
            try await body(house, officer, made)
        }
    }

    @Test("A table is set, a guest seated, and both are on the plan and the cards")
    func seats() async throws {
        try await with { house, officer, made async throws in
            let path = "/staff/ceremonies/gala/tables"
            let empty = try await officer.get(path)
            let wrong = try await officer.post("\(path)/add", from: empty, ["name": "Oak", "seats": "none"])
            #expect(
                wrong.status == 422 && wrong.body.contains("href=\"#seats\"") && wrong.body.contains("value=\"Oak\""))
            #expect(try await officer.post("\(path)/add", from: wrong, ["name": "Oak", "seats": "2"]).status == 303)
            let page = try await officer.get(path)
            let seat = ["guest": made[0].id.uuidString, "table": "Oak"]
            #expect(try await officer.post("\(path)/seat", from: page, seat).status == 303)
            let full = try await officer.post(
                "\(path)/seat", from: try await officer.get(path), ["guest": made[1].id.uuidString, "table": "Oak"])
            #expect(full.status == 409 && full.words.contains("Oak has no seat left, and one is needed."))
            let plan = try await officer.get("\(path)/plan")
            #expect(plan.words.contains("With Ida &lt;b&gt;Bright&lt;/b&gt;") && plan.words.contains("By name"))
            let cards = try await officer.get("\(path)/cards")
            #expect(cards.body.components(separatedBy: "<li>").count > 2 && !cards.body.contains("<b>Bright"))
        }
    }

    @Test("One press at the door writes a party down, a second one changes nothing, and it can be taken back")
    func arrives() async throws {
        try await with { house, officer, made async throws in
            let door = "/staff/ceremonies/gala/check-in"
            let path = "/staff/ceremonies/gala/guests/\(made[0].id.uuidString.lowercased())/arrival"
            let page = try await officer.get("\(door)?search=ida")
            #expect(page.words.contains("0 here") && !page.words.contains("الأنصاري"))
            let other = try await officer.get("\(door)?search=ida")
            #expect(
                try await officer.post(path, from: page, ["arrived": "2", "seen": "0", "search": "ida"]).location
                    == "\(door)?search=ida&done=\(made[0].id.uuidString.lowercased())")
            #expect(try await officer.post(path, from: other, ["arrived": "2", "seen": "0"]).status == 303)
            #expect(try await officer.get("\(door)?here=yes").words.contains("2 here"))
            let late = try await officer.post(path, from: try await officer.get(door), ["arrived": "1", "seen": "0"])
            #expect(late.status == 409 && late.words.contains("2 of 2 have arrived"))
            #expect(
                try await officer.post(
                    path, from: try await officer.get(door), ["arrived": "0", "seen": "2"]
                ).status == 303)
            #expect(try await officer.get(door).words.contains("0 here"))
        }
    }
}

@Suite("Seats for everybody, on the page")
struct SeatProposalPageTests {
    @Test("They are looked at, taken and taken back, and another way can be asked for")
    func whole() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into ceremony (slug, title, room_id, starts_at)
                        select 'gala', 'Staff awards', id, '2018-02-02 18:00+00' from room where name = 'Main Hall'
                        """)
            }
            let officer = RouteClient(house)
            try await officer.signIn("officer@example.org", house)
            let path = "/staff/ceremonies/gala/tables"
            for (name, party) in [("Ida Bright", 2), ("Una <i>Sung</i>", 3)] {
                _ = try await house.services.guests.add(
                    NewGuest(name: name, party: party), to: "gala", by: house.operating)
            }
            #expect(try await officer.get("\(path)/proposal").location == path)
            try await house.services.guests.addTable("Oak", seats: 4, to: "gala", by: house.operating)
            #expect(try await officer.get(path).words.contains("Seat everybody"))
            let page = try await officer.get("\(path)/proposal?seed=1")
            #expect(page.words.contains("1 guest gets a seat") && page.words.contains("no seat: 5 come"))
            #expect(!page.body.contains("<i>Sung") && page.body.contains("proposal?seed=2"))
            let stale = try await officer.post("\(path)/proposal", from: page, ["seed": "1", "mark": "old"])
            #expect(stale.status == 409 && stale.body.contains("Error: ") && stale.words.contains("look at the seats"))
            let mark = try #require(page.field("mark"))
            let taken = try await officer.post("\(path)/proposal", from: page, ["seed": "1", "mark": mark])
            #expect(taken.location == "\(path)?done=solved")
            let tables = try await officer.get(path)
            #expect(tables.words.contains("Take back the seats that were found for 1 guest"))
            #expect(try await officer.post("\(path)/restoration", from: tables).location == "\(path)?done=restored")
            let again = try await officer.post("\(path)/restoration", from: try await officer.get(path))
            #expect(again.status == 409 && again.words.contains("There are no seats to take back"))
        }
    }
}
