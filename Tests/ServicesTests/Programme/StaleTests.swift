import Domain
import Services
import TestSupport
import Testing

@Suite("A change made from an old copy")
struct StaleTests {
    private func change(_ edit: (inout SessionChange) -> Void) -> SessionChange {
        var change = SessionChange()
        edit(&change)
        return change
    }

    private func stale(_ body: () async throws -> some Any) async throws -> [String] {
        do {
            _ = try await body()
            return ["it went through"]
        } catch ProgrammeRefusal.stale(_, let changed) {
            return changed
        }
    }

    @Test("names what was changed since it was read, and nothing older")
    func names() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let reference = try await week.session().reference
            _ = try await programme.changeSession(reference, change { $0.kind = .set("briefing") }, by: week.staff)
            let read = try await programme.draft(reference, by: week.staff).revision
            _ = try await programme.moveSession(reference, room: "Corbyn Road/Room 1", by: week.staff)
            _ = try await programme.changeSession(reference, change { $0.title = .set("Other") }, by: week.staff)
            let late = try await stale {
                try await programme.changeSession(
                    reference, change { $0.capacity = .set(9) }, expecting: read, by: week.staff)
            }
            #expect(late == ["room", "title"])
            let cancelling = try await stale {
                try await programme.cancelSession(reference, reason: "Snow", expecting: read, by: week.staff)
            }
            #expect(cancelling == ["room", "title"])
            #expect(try await programme.draft(reference, by: week.staff).state == .scheduled)
        }
    }

    @Test("is not old when what came between changed nothing")
    func nothingChanged() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let session = try await week.session()
            let read = try await programme.draft(session.reference, by: week.staff).revision
            _ = try await programme.changeSession(
                session.reference,
                change {
                    $0.title = .set(session.title); $0.facilitators = .set([])
                }, by: week.staff)
            let after = try await programme.changeSession(
                session.reference, change { $0.capacity = .set(9) }, expecting: read, by: week.staff)
            #expect(after.capacity == 9)
        }
    }

    @Test(
        "from a version that never was is refused, whatever number it gives", arguments: [Int.min, -1, 0, 99, Int.max])
    func hostile(_ revision: Int) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let reference = try await week.session(release: false).reference
            let changed = try await stale {
                try await house.services.programme.changeSession(
                    reference, change { $0.capacity = .set(9) }, expecting: revision, by: week.staff)
            }
            #expect(changed == [])
        }
    }
}
