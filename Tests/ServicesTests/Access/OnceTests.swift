import Domain
import Services
import TestSupport
import Testing

@Suite("A change under a key")
struct OnceTests {
    @Test("Eight presses at the same moment are one change, and all hear what came of it")
    func together() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let services = house.services
            let made = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await services.once("one key", request: "add", by: week.staff) { work in
                            let session = try await services.programme.addSession(
                                NewSession(event: "week", title: "Once", minutes: 60), by: week.staff, in: work)
                            try await Task.sleep(for: .milliseconds(50))
                            return session.reference
                        }
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(made.count == 1)
            #expect(try await services.programme.drafts(event: "week", by: week.staff).map(\.reference) == Array(made))
        }
    }

    @Test("Another request under the key is refused, and changes nothing")
    func reused() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            func add(_ title: String) async throws {
                _ = try await house.services.once("one key", request: title, by: week.staff) { work in
                    try await house.services.programme.addSession(
                        NewSession(event: "week", title: title, minutes: 60), by: week.staff, in: work
                    ).reference
                }
            }
            try await add("First")
            await #expect(throws: AccessRefusal.keyReused) { try await add("Second") }
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).map(\.title) == ["First"])
        }
    }
}
