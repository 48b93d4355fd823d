import Domain
import Foundation
import Testing

@Suite("What a scheme needs next")
struct SchemeTaskTests {
    private func scheme(_ state: Scheme.State, isOpen: Bool = true, kind: Scheme.Kind = .competitive) -> Scheme {
        Scheme(
            id: ID(rawValue: 1), slug: "s", title: "S", kind: kind, ranking: .raw,
            opensAt: Date(timeIntervalSince1970: 0), closesAt: Date(timeIntervalSince1970: 1), graceMinutes: 0,
            wordLimit: 500, quorum: 2, state: state, rules: nil, rulesHash: nil, publishedAt: nil,
            nominationsClosedAt: nil, isOpen: isOpen)
    }

    private func figures(
        categories: Int = 1, unjudged: Int = 0, waiting: Int = 0, accepted: Int = 1, assigned: Int = 0,
        ballots: Int = 0, suggested: Int = 0, open: Int = 0, closed: Int = 0
    ) -> SchemeFigures {
        SchemeFigures(
            scheme: "s", categories: categories, unjudged: unjudged, readsNominations: true, waiting: waiting,
            accepted: accepted, ineligible: 0, withdrawn: 0, candidates: accepted, assigned: assigned,
            ballots: ballots, suggested: suggested, unreadable: 0, panels: 1, openRounds: open, closedRounds: closed,
            embargo: nil)
    }

    @Test("The first thing that keeps it from going on comes first")
    func order() {
        #expect(SchemeTask(scheme(.draft), figures(categories: 0)) == .addCategories)
        #expect(SchemeTask(scheme(.draft), figures()) == .publish)
        #expect(SchemeTask(scheme(.published), figures(unjudged: 2, waiting: 3)) == .screen(3))
        #expect(SchemeTask(scheme(.published), figures(unjudged: 2)) == .seatPanels(2))
        #expect(SchemeTask(scheme(.published, isOpen: false), figures(accepted: 0)) == .waitForOpening)
        #expect(SchemeTask(scheme(.published), figures(suggested: 4)) == .decideConflicts(4))
        #expect(SchemeTask(scheme(.published), figures()) == .assign)
        #expect(SchemeTask(scheme(.published), figures(assigned: 6)) == .openRound)
        #expect(SchemeTask(scheme(.published), figures(assigned: 6, ballots: 4, open: 1)) == .collect(missing: 2))
        #expect(SchemeTask(scheme(.published), figures(assigned: 6, ballots: 6, open: 1)) == .closeRound)
        #expect(SchemeTask(scheme(.published), figures(assigned: 6, closed: 1)) == .decide)
        #expect(
            SchemeTask(scheme(.published), figures(assigned: 6, closed: 1), everythingIsDecided: true) == .freeze)
        #expect(SchemeTask(scheme(.published, kind: .celebrated), figures()) == .decide)
        #expect(SchemeTask(scheme(.frozen), figures(closed: 1)) == .done)
    }
}
