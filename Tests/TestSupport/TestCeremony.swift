package import Domain
package import Services

/// The ceremony `night` of `TestAwards`: `heart` with a winner (p2) and somebody highly commended (p4), presented by p1 with p3 as stage
/// manager. Its scheme is frozen, and it is compiled unless said otherwise.
package struct TestCeremony: Sendable {
    package let stars: TestAwards
    package let winner: AwardPath
    package let commended: AwardPath
    package let presenter: Actor
    package let stageManager: Actor

    package var staff: Actor { stars.week.staff }
    package var ceremonies: CeremonyService { stars.week.house.services.ceremonies }

    package static func make(in house: TestHouse, compiled: Bool = true, young: String? = nil) async throws
        -> TestCeremony
    {
        let (stars, first, second) = try await TestAwards.judged(in: house, young: young)
        for judge in ["lead", "p5", "p7"] {
            try await stars.score(first, "\(judge)@example.org", 9, 6)
            try await stars.score(second, "\(judge)@example.org", 6, 3)
        }
        _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
        let chair = try await stars.week.actor("lead@example.org")
        _ = try await stars.awards.decide(first, .winner, reason: "First on every criterion", by: chair)
        _ = try await stars.awards.decide(second, .highlyCommended, reason: "Close", by: chair)
        let made = TestCeremony(
            stars: stars, winner: first, commended: second,
            presenter: try await stars.week.actor("p1@example.org"),
            stageManager: try await stars.week.actor("p3@example.org"))
        _ = try await made.ceremonies.add(
            NewCeremony(
                slug: "night", title: "Stars Night", room: "Mary Stevens Park/Main Hall",
                startsAt: try moment("2018-02-02 19:00"), schemes: ["stars"]), by: made.staff)
        try await made.ceremonies.appoint("p1@example.org", .presenter, of: "night", by: made.staff)
        try await made.ceremonies.appoint("p3@example.org", .stageManager, of: "night", by: made.staff)
        if compiled {
            _ = try await stars.awards.freeze("stars", leavesUnscreened: young != nil, by: stars.week.staff)
            _ = try await made.ceremonies.compile("night", by: made.staff)
        }
        return made
    }

    /// Presses Next until the ceremony is there.
    package func go(to state: Cue.State) async throws {
        for _ in 0..<30 where try await ceremonies.ceremony("night", by: staff).cue.state != state {
            _ = try await ceremonies.next("night", onAnyDay: true, by: stageManager)
        }
    }

    package func confirmed() async throws {
        for crew in [presenter, stageManager] { _ = try await ceremonies.confirm("night", item: 1, by: crew) }
    }
}
