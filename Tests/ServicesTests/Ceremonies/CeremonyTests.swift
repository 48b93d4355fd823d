import Domain
import Foundation
import Services
import Store
import TestSupport
import Testing

@Suite("A ceremony, from its plan to the applause")
struct CeremonyTests {
    @Test("It cannot be compiled while a result is not frozen, and says which")
    func notFrozen() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house, compiled: false)
            await #expect(throws: CeremonyRefusal.notFrozen(["stars"])) {
                try await night.ceremonies.compile("night", by: night.staff)
            }
            #expect(try await night.ceremonies.order(of: "night", by: night.staff).awards.count == 3)
            await #expect(throws: CeremonyRefusal.notFrozen(["stars"])) {
                try await night.ceremonies.next("night", by: night.stageManager)
            }
        }
    }

    @Test("Compiled, it has one item for each award that names somebody, and no winner in what is read")
    func compiled() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let order = try await night.ceremonies.order(of: "night", by: night.staff)
            #expect(order.awards.map(\.path) == ["stars/heart"])
            #expect(order.awards.first?.finalists == 2)
            #expect(order.awards.first?.presenter == "Person 1")
        }
    }

    @Test("A winner shows when both have confirmed the award, each as themselves, and not before")
    func twoConfirm() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await night.go(to: .drumRoll)
            await #expect(throws: CeremonyRefusal.notConfirmed([.presenter, .stageManager])) {
                try await night.ceremonies.next("night", by: night.stageManager)
            }
            for _ in 0..<2 { _ = try await night.ceremonies.confirm("night", item: 1, by: night.presenter) }
            await #expect(throws: CeremonyRefusal.notConfirmed([.stageManager])) {
                try await night.ceremonies.next("night", by: night.presenter)
            }
            #expect(try await night.ceremonies.stage("night", isRoom: false, by: night.presenter).told.isEmpty)
            let both = try await night.ceremonies.confirm("night", item: 1, by: night.stageManager)
            #expect(both.announced.map(\.name) == ["Person 2", "Person 4"])
            #expect(both.announced.map(\.outcome) == [.winner, .highlyCommended])
            #expect(try await night.ceremonies.stage("night", isRoom: false, by: night.staff).told.isEmpty)
            #expect(try await night.ceremonies.stage("night", isRoom: true, by: night.presenter).told.isEmpty)
            #expect(try await night.ceremonies.next("night", by: night.stageManager).state == .winner)
            let room = try await night.ceremonies.stage("night", isRoom: true, by: night.staff)
            #expect(room.announced.first?.name == "Person 2")
        }
    }

    @Test("Neither staff nor an admin confirms, nor the crew another award than the one on stage")
    func whoConfirms() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            for other in [night.staff, night.stars.week.admin] {
                await #expect(throws: CeremonyRefusal.notCrew) {
                    try await night.ceremonies.confirm("night", item: 1, by: other)
                }
            }
            await #expect(throws: CeremonyRefusal.noSuchItem(2, last: 2)) {
                try await night.ceremonies.confirm("night", item: 2, by: night.presenter)
            }
            let stranger = try await night.stars.week.actor("p5@example.org")
            await #expect(throws: AccessRefusal.notFound("ceremony")) {
                try await night.ceremonies.confirm("night", item: 1, by: stranger)
            }
            await #expect(throws: AccessRefusal.notFound("ceremony")) {
                try await night.ceremonies.next("night", by: stranger)
            }
        }
    }

    @Test("One person is not both presenter and stage manager")
    func twoPeople() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            await #expect(throws: CeremonyRefusal.onePersonTwice) {
                try await night.ceremonies.appoint("p1@example.org", .stageManager, of: "night", by: night.staff)
            }
        }
    }

    @Test("What was confirmed is taken back by going back, by another crew and by compiling again")
    func takenBack() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            try await night.go(to: .drumRoll)
            try await night.confirmed()
            _ = try await night.ceremonies.next("night", by: night.presenter)
            #expect(try await night.ceremonies.back("night", by: night.presenter).state == .finalists)
            #expect(try await night.ceremonies.stage("night", isRoom: true, by: night.staff).told.isEmpty)
            try await night.go(to: .drumRoll)
            let again = CeremonyRefusal.notConfirmed([.presenter, .stageManager])
            await #expect(throws: again) { try await night.ceremonies.next("night", by: night.presenter) }

            try await night.confirmed()
            try await night.ceremonies.appoint("p5@example.org", .presenter, of: "night", by: night.staff)
            await #expect(throws: CeremonyRefusal.notConfirmed([.presenter])) {
                try await night.ceremonies.next("night", by: night.stageManager)
            }

            try await night.ceremonies.appoint("p1@example.org", .presenter, of: "night", by: night.staff)
            _ = try await night.ceremonies.back("night", by: night.presenter)
            try await night.confirmed()
            _ = try await night.ceremonies.compile("night", by: night.staff)
            try await night.go(to: .drumRoll)
            await #expect(throws: again) { try await night.ceremonies.next("night", by: night.presenter) }
        }
    }

    @Test("Whoever presses with an old picture before them goes nowhere")
    func movedOn() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let seen = try await night.ceremonies.ceremony("night", by: night.presenter).cue.sequence
            _ = try await night.ceremonies.next("night", seen: seen, onAnyDay: true, by: night.presenter)
            await #expect(throws: CeremonyRefusal.movedOn) {
                try await night.ceremonies.next("night", seen: seen, by: night.stageManager)
            }
            #expect(try await night.ceremonies.ceremony("night", by: night.staff).cue.state == .holding)
        }
    }

    @Test("A rehearsal shows invented winners, needs no frozen result, and leaves nothing behind")
    func rehearsal() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house, compiled: false)
            _ = try await night.ceremonies.rehearse("night", by: night.stageManager)
            try await night.go(to: .drumRoll)
            try await night.confirmed()
            _ = try await night.ceremonies.next("night", by: night.presenter)
            let room = try await night.ceremonies.stage("night", isRoom: true, by: night.staff)
            #expect(room.ceremony.cue.isRehearsal)
            #expect(room.announced.map(\.name) == ["Rehearsal Winner 1"])
            _ = try await night.ceremonies.rehearse("night", ends: true, by: night.staff)
            let after = try await night.ceremonies.stage("night", isRoom: true, by: night.staff)
            #expect(after.ceremony.cue.state == .waiting)
            #expect(after.told.isEmpty && after.confirmed.isEmpty)
        }
    }

    @Test("On another day it begins when somebody says that they mean it; once it has begun it is not rehearsed")
    func begun() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            await #expect(throws: CeremonyRefusal.notItsDay("Friday 2 February 2018")) {
                try await night.ceremonies.next("night", by: night.presenter)
            }
            _ = try await night.ceremonies.next("night", onAnyDay: true, by: night.presenter)
            await #expect(throws: CeremonyRefusal.hasBegun) {
                try await night.ceremonies.rehearse("night", by: night.staff)
            }
        }
    }

    @Test("A script written by hand survives compiling again, and may not hold a young person's own name")
    func script() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house, young: "Zebedee Quillfeather")
            _ = try await night.ceremonies.script("night", item: 1, "It goes to {winner}!", by: night.staff)
            await #expect(throws: CeremonyRefusal.namesYoungPerson) {
                try await night.ceremonies.script("night", item: 1, "Well done, quillfeather!", by: night.staff)
            }
            _ = try await night.ceremonies.compile("night", by: night.staff)
            let item = try await night.ceremonies.order(of: "night", by: night.staff).item(1)
            #expect(item?.script == "It goes to {winner}!")
            _ = try await night.ceremonies.script("night", item: 1, "", by: night.staff)
            #expect(try await night.ceremonies.order(of: "night", by: night.staff).item(1)?.edit == nil)
        }
    }

    @Test("The roll of honour does not exist before the embargo has ended, nor without one")
    func roll() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let visitor = Actor(.visitor, channel: .web)
            await #expect(throws: AccessRefusal.notFound("roll of honour")) {
                try await night.ceremonies.roll(of: "stars", by: night.staff)
            }
            let (late, past) = (try moment("2018-01-15 12:00"), try moment("2018-01-15 08:00"))
            _ = try await night.stars.awards.setEmbargo("stars", until: late, by: night.staff)
            await #expect(throws: AccessRefusal.notFound("roll of honour")) {
                try await night.ceremonies.roll(of: "stars", by: night.staff)
            }
            _ = try await night.stars.awards.setEmbargo("stars", until: past, by: night.staff)
            _ = try await night.stars.awards.setEmbargo("stars", until: past, by: night.stars.week.admin)
            let roll = try await night.ceremonies.roll(of: "stars", by: visitor)
            #expect(roll.map(\.name) == ["Person 2", "Person 4"])
        }
    }

    @Test("What a ceremony announces opens to staff who may read its results, and the audit says so first")
    func sealed() async throws {
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            let found = try await night.ceremonies.sealed(
                "night", .certificates, by: night.staff)
            #expect(found.awards.flatMap(\.announcements).map(\.announcement.name) == ["Person 2", "Person 4"])
            let entries = try await house.services.audit.tail(last: 5, by: night.stars.week.admin)
            #expect(entries.contains { $0.action == "ceremony.open" })
            await #expect(throws: AccessRefusal.self) {
                try await night.ceremonies.sealed("night", .certificates, by: night.presenter)
            }
        }
    }
}
