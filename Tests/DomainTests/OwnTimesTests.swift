import Domain
import Foundation
import Testing

@Suite("How somebody's own times and belongings stand to sessions")
struct OwnTimesTests {
    private func hours(_ first: Double, _ last: Double) -> Range<Date> {
        Date(timeIntervalSince1970: first * 3600)..<Date(timeIntervalSince1970: last * 3600)
    }

    private func entry(
        _ number: Int, _ during: Range<Date>?, isConfirmed: Bool = true, leads: Bool = false
    ) -> OwnTimes.Entry {
        OwnTimes.Entry(
            session: ID(rawValue: number), reference: "PW18-00\(number)", during: during, isConfirmed: isConfirmed,
            leads: leads)
    }

    private func person(_ entries: [OwnTimes.Entry] = []) -> OwnTimes {
        OwnTimes(roles: ["practitioner"], team: "MASH Assessment", service: "MASH", employer: nil, entries: entries)
    }

    @Test(
        "Any rule that widens is enough, none is needed, and what has to come first widens nothing",
        arguments: [
            ([], true), ([.role(.manager)], false), ([.role(.manager), .team("MASH Assessment")], true),
            ([.service("MASH")], true), ([.employer("School")], false), ([.after("PW18-003")], true),
            ([.after("PW18-003"), .team("Another")], false),
        ] as [([Audience.Rule], Bool)])
    func admits(_ rules: [Audience.Rule], _ expected: Bool) {
        #expect(person().isAdmitted(by: rules) == expected)
    }

    @Test(
        "A councillor and nothing else is admitted only where councillors are named",
        arguments: [
            (["councillor"], [], false), (["councillor"], [.role(.councillor)], true),
            (["councillor"], [.after("PW18-003")], false), (["councillor", "practitioner"], [], true), ([], [], true),
        ] as [(Set<String>, [Audience.Rule], Bool)])
    func councillors(_ roles: Set<String>, _ rules: [Audience.Rule], _ expected: Bool) {
        let own = OwnTimes(roles: roles, team: nil, service: nil, employer: nil)
        #expect(own.isAdmitted(by: rules) == expected)
    }

    @Test("What touches does not clash, what overlaps does, and the session itself never")
    func clashes() {
        let own = person([entry(1, hours(9, 10)), entry(2, hours(10, 12)), entry(3, nil)])
        #expect(own.clashes(with: ID(rawValue: 9), during: hours(10, 11)) == ["PW18-002"])
        #expect(own.clashes(with: ID(rawValue: 9), during: hours(9.5, 10.5)) == ["PW18-001", "PW18-002"])
        #expect(own.clashes(with: ID(rawValue: 2), during: hours(10, 11)).isEmpty)
        #expect(own.clashes(with: ID(rawValue: 9), during: hours(12, 13)).isEmpty)
    }

    @Test("Being confirmed in what comes first counts only where it ends before and takes place")
    func first() {
        let audience = SessionAudience(
            rules: [.after("PW18-001"), .after("PW18-002")],
            earlier: [
                .init(session: ID(rawValue: 2), reference: "PW18-002", counts: true),
                .init(session: ID(rawValue: 1), reference: "PW18-001", counts: false),
            ])
        #expect(audience.first(for: person()) == "PW18-001")
        #expect(audience.first(for: person([entry(1, hours(9, 10)), entry(2, hours(9, 10))])) == "PW18-001")
        let counting = SessionAudience(rules: [], earlier: Array(audience.earlier.prefix(1)))
        #expect(counting.first(for: person([entry(2, nil)])) == nil)
        #expect(counting.first(for: person([entry(2, hours(9, 10), isConfirmed: false)])) == "PW18-002")
    }
}
