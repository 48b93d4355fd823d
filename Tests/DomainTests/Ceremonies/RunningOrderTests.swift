import Domain
import Foundation
import Testing

@Suite("The running order of a ceremony")
struct RunningOrderTests {
    private static let start = Date(timeIntervalSince1970: 1_517_598_000)

    private func award(
        _ number: Int, steps: Int = 1, finalists: Int = 3, celebrated: Bool = false, young: Bool = false,
        bands: [String] = []
    ) -> CeremonyAward {
        CeremonyAward(
            category: ID(rawValue: number), path: "stars/\(number)", title: "Award \(number)", eligibility: "",
            scheme: "stars", isCelebrated: celebrated, isForYoungPeople: young, bands: bands, steps: steps,
            finalists: finalists)
    }

    private func order(
        _ awards: [CeremonyAward], _ edits: [CeremonyEdit] = [], _ interludes: [CeremonyInterlude] = [],
        given: Set<ID<AwardCategory>> = []
    ) -> RunningOrder {
        RunningOrder(
            title: "Night", startsAt: Self.start, awards: awards, edits: edits, interludes: interludes,
            presenter: "Amara", given: given)
    }

    private func numbers(_ order: RunningOrder) -> [Int] { order.awards.compactMap { $0.category?.rawValue } }

    @Test("It opens with a welcome, gives each award and closes, each beginning when the one before ends")
    func whole() {
        let order = order([award(1), award(2, finalists: 0)])
        #expect(order.items.map(\.kind) == [.welcome, .category, .category, .close])
        #expect(order.items.map(\.order) == [0, 1, 2, 3])
        #expect(order.items.map(\.minutes) == [5, 4, 3, 5])
        #expect(order.items.map { Int($0.startsAt.timeIntervalSince(Self.start)) / 60 } == [0, 5, 9, 12])
        #expect(order.endsAt == Self.start + 17 * 60)
    }

    @Test("Young people come first, those with age bands before the others, and each part keeps the order of its rules")
    func youngestFirst() {
        let awards = [
            award(1), award(2, young: true), award(3, young: true, bands: ["8-10"]), award(4, young: true),
        ]
        #expect(CeremonyAward.arranged(awards).map(\.category.rawValue) == [3, 2, 4, 1])
    }

    @Test("A long award is followed by a shorter one where there is one, and the last stays the last")
    func balanced() {
        let awards = [award(1, finalists: 20), award(2, finalists: 20), award(3), award(4), award(5)]
        #expect(CeremonyAward.arranged(awards).map(\.category.rawValue) == [1, 3, 2, 4, 5])
    }

    @Test("A moved award stands where it was put, and what else was moved stays where it is seen")
    func moved() {
        let awards = (1...5).map { award($0) }
        var edits: [CeremonyEdit] = []
        var order = order(awards)
        for (number, place, expected) in [(5, 2, [1, 5, 2, 3, 4]), (4, 1, [4, 1, 5, 2, 3]), (5, 5, [4, 1, 2, 3, 5])] {
            let places = order.moving(ID(rawValue: number), to: place)
            edits = places.map { CeremonyEdit(subject: .award($0.key), place: $0.value) }
            order = self.order(awards, edits)
            #expect(numbers(order) == expected)
        }
    }

    @Test("What was written over an award survives awards that come and go")
    func survives() {
        let edits = [
            CeremonyEdit(subject: .award(ID(rawValue: 2)), script: "Mine", minutes: 9, place: 1),
            CeremonyEdit(subject: .award(ID(rawValue: 9)), script: "Gone", place: 1),
        ]
        let before = order([award(1), award(2)], edits)
        let after = order([award(2), award(3), award(4)], edits)
        for order in [before, after] {
            #expect(order.awards.first?.category == ID(rawValue: 2))
            #expect(order.awards.first?.script == "Mine")
            #expect(order.awards.first?.minutes == 9)
        }
        #expect(numbers(after) == [2, 3, 4])
    }

    @Test("An interlude follows its award wherever that goes")
    func interludes() {
        let band = CeremonyInterlude(id: ID(rawValue: 1), after: ID(rawValue: 1), title: "Band", minutes: 10)
        let edits = [CeremonyEdit(subject: .award(ID(rawValue: 1)), place: 2)]
        #expect(
            order([award(1), award(2)], [], [band]).items.map(\.title) == [
                "Welcome", "Award 1", "Band", "Award 2", "Close",
            ])
        #expect(
            order([award(1), award(2)], edits, [band]).items.map(\.title) == [
                "Welcome", "Award 2", "Award 1", "Band", "Close",
            ])
    }

    @Test("What is to be cut is what was lengthened by hand first, then interludes, as far as it takes")
    func cuts() {
        let band = CeremonyInterlude(id: ID(rawValue: 1), after: nil, title: "Band", minutes: 10)
        let order = order([award(1)], [CeremonyEdit(subject: .welcome, minutes: 12)], [band])
        #expect(order.cuts(toFinishBy: order.endsAt).isEmpty)
        #expect(order.cuts(toFinishBy: order.endsAt - 300).map(\.title) == ["Welcome"])
        #expect(order.cuts(toFinishBy: order.endsAt - 480).map(\.title) == ["Welcome", "Band"])
    }

    // MARK: Cues

    private func cue(_ category: Int?, _ state: Cue.State, step: Int = 1) -> Cue {
        Cue(
            isRehearsal: false, sequence: 1, category: category.map { ID(rawValue: $0) }, state: state, step: step)
    }

    /// The states that pressing Next passes through, from before the first award.
    private func states(_ awards: [CeremonyAward]) -> [String] {
        var given: Set<ID<AwardCategory>> = []
        var now = cue(nil, .waiting)
        var passed: [String] = []
        while passed.count < 60, let place = order(awards, given: given).next(after: now) {
            if let over = place.gives { given.insert(over) }
            now = cue(place.category?.rawValue, place.state, step: place.step)
            passed.append("\(place.category?.rawValue ?? 0) \(place.state.rawValue) \(place.step)")
        }
        return passed
    }

    @Test("Next leads through every state of every award to the end")
    func next() {
        #expect(
            states([award(1), award(2)]) == [
                "1 holding 1", "1 category 1", "1 finalists 1", "1 drum_roll 1", "1 winner 1", "1 citation 1",
                "1 applause 1", "2 holding 1", "2 category 1", "2 finalists 1", "2 drum_roll 1", "2 winner 1",
                "2 citation 1", "2 applause 1", "0 done 1",
            ])
    }

    @Test("An award with bands rolls its drum for each, and one where all are celebrated has a citation for each")
    func steps() {
        #expect(
            states([award(1, steps: 2)]).dropFirst(3) == [
                "1 drum_roll 1", "1 winner 1", "1 citation 1", "1 drum_roll 2", "1 winner 2", "1 citation 2",
                "1 applause 2", "0 done 1",
            ])
        #expect(
            states([award(1, steps: 2, celebrated: true)]) == [
                "1 holding 1", "1 category 1", "1 citation 1", "1 citation 2", "1 applause 2", "0 done 1",
            ])
    }

    @Test("An award that was moved behind the one on stage is given in the end")
    func movedBehind() {
        let edits = [CeremonyEdit(subject: .award(ID(rawValue: 3)), place: 1)]
        let order = order([award(1), award(2), award(3)], edits, given: [ID(rawValue: 1)])
        #expect(order.next(after: cue(2, .applause))?.category == ID(rawValue: 3))
    }

    @Test("Back leads to the finalists, and further only unlocked")
    func back() {
        let order = order([award(1, steps: 2)])
        for state in [Cue.State.drumRoll, .winner, .citation, .applause] {
            #expect(
                order.back(from: cue(1, state, step: 2), isUnlocked: false)
                    == CuePlace(category: ID(rawValue: 1), state: .finalists))
        }
        #expect(order.back(from: cue(1, .finalists), isUnlocked: false) == nil)
        #expect(order.back(from: cue(1, .finalists), isUnlocked: true)?.state == .category)
        #expect(order.back(from: cue(1, .category), isUnlocked: true)?.state == .holding)
        #expect(order.back(from: cue(1, .holding), isUnlocked: true) == nil)
        #expect(order.back(from: cue(nil, .waiting), isUnlocked: true) == nil)
    }
}
