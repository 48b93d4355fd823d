package import Domain
import Services

extension TestAwards {
    /// Two candidates of `heart`, a panel of the lead, p5 and p7, who share no team or employer with them, and an open round.
    ///
    /// - Parameter young: the legal name of a young person who is nominated, too.
    package static func judged(
        in house: TestHouse, young: String? = nil
    ) async throws -> (stars: TestAwards, first: AwardPath, second: AwardPath) {
        let stars = try await TestAwards.make(in: house)
        for number in [5, 7] {
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p\(number)@example.org", team: "", employer: ""), by: stars.week.admin)
        }
        if let young { _ = try await stars.nominate(young, by: "p1@example.org", in: "young") }
        let first = try await stars.candidate("p2@example.org", by: "p1@example.org")
        let second = try await stars.candidate("p4@example.org", by: "p1@example.org")
        try await stars.panel("p5@example.org", "p7@example.org")
        _ = try await stars.awards.assign("stars", by: stars.week.staff)
        _ = try await stars.awards.openRound("stars", leavesUnscreened: young != nil, by: stars.week.staff)
        return (stars, first, second)
    }
}
