/// Why something about a ceremony was not done.
package enum CeremonyRefusal: Refusal, Equatable {
    case slugTaken(String)
    case noSchemes
    case noneNamed
    case endsBeforeStart
    case doorsAfterStart
    case notFrozen([String])
    case resultBroken([String])
    case recompile
    case nothingToGive
    case noSuchItem(Int, last: Int)
    case notAnAward
    case minutesOutOfRange(Int)
    case onePersonTwice
    case notCrew
    case crewMissing([CrewPart])
    case otherAward(Int, onStage: Int)
    case nothingOnStage
    case alreadyShown
    case notConfirmed([CrewPart])
    case movedOn
    case locked
    case isOver
    case hasBegun
    case announcing
    case notRehearsing
    /// With the day that it is planned for.
    case notItsDay(String)
    case namesYoungPerson
    case thanksNameYoungPerson

    package var code: String {
        switch self {
        case .slugTaken: "taken"
        case .noSchemes: "no_schemes"
        case .noneNamed: "no_ceremony"
        case .endsBeforeStart: "ends_before_start"
        case .doorsAfterStart: "doors_after_start"
        case .notFrozen: "not_frozen"
        case .resultBroken: "result_broken"
        case .recompile: "recompile"
        case .nothingToGive: "nothing_to_give"
        case .noSuchItem: "not_found"
        case .notAnAward: "not_an_award"
        case .minutesOutOfRange: "minutes_out_of_range"
        case .onePersonTwice: "one_person_twice"
        case .notCrew: "not_crew"
        case .crewMissing: "crew_missing"
        case .otherAward: "other_award"
        case .nothingOnStage: "nothing_on_stage"
        case .alreadyShown: "already_shown"
        case .notConfirmed: "not_confirmed"
        case .movedOn: "moved_on"
        case .locked: "locked"
        case .isOver: "is_over"
        case .hasBegun: "has_begun"
        case .announcing: "announcing"
        case .notRehearsing: "not_rehearsing"
        case .notItsDay: "not_its_day"
        case .namesYoungPerson, .thanksNameYoungPerson: "names_young_person"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .noSchemes, .noneNamed, .endsBeforeStart, .doorsAfterStart, .notAnAward, .minutesOutOfRange,
            .onePersonTwice,
            .namesYoungPerson, .thanksNameYoungPerson:
            .unprocessable
        case .noSuchItem: .notFound
        case .notCrew: .forbidden
        case .movedOn: .stale
        default: .conflict
        }
    }

    package var message: String {
        switch self {
        case .slugTaken(let slug): "There is already a ceremony called '\(slug)'."
        case .noSchemes: "Say which schemes of awards are given, one at least."
        case .noneNamed: "Say which ceremony, with --ceremony."
        case .endsBeforeStart: "It cannot be over before it begins, nor take more than twelve hours."
        case .doorsAfterStart: "The doors open before it begins, by twelve hours at most."
        case .notFrozen(let schemes):
            "A ceremony is compiled from frozen results, and \(Self.list(schemes)) \(schemes.count == 1 ? "is" : "are") not frozen yet. Freeze first; until then the order can be planned and rehearsed."
        case .resultBroken(let schemes):
            "The frozen result of \(Self.list(schemes)) is not what its ballots and decisions say. Nothing was shown. Tell whoever runs the installation."
        case .recompile:
            "The results are not the ones that this ceremony was compiled from. Nothing was shown; compile it again."
        case .nothingToGive: "No award of these schemes has anybody to name."
        case .noSuchItem(let order, let last):
            "There is no item \(order). The welcome is 0, awards are 1 to \(max(0, last - 1)), the close is \(last)."
        case .notAnAward: "Only awards can be moved. An interlude is taken out and added elsewhere."
        case .minutesOutOfRange(let minutes): "An item takes 1 to 240 minutes; \(minutes) is not."
        case .onePersonTwice: "The presenter and the stage manager are two people, each confirming for themselves."
        case .notCrew: "Only the presenter and the stage manager of this ceremony may do that, each as themselves."
        case .crewMissing(let parts):
            "Nobody is the \(Self.list(parts.map { $0.title.lowercased() })) yet. Name the crew first."
        case .otherAward(let order, let onStage):
            "Award \(onStage) is on stage, not \(order). Nothing was confirmed."
        case .nothingOnStage: "The ceremony is over: there is nothing to confirm."
        case .alreadyShown: "The winner of this award has been shown already."
        case .notConfirmed(let parts):
            "The winner shows when both have confirmed this award. Still to confirm: \(Self.list(parts.map { $0.title.lowercased() }))."
        case .movedOn: "Somebody else went on meanwhile. Look at where the ceremony is, then press again."
        case .locked: "Back leads to the finalists and no further. To go back further, unlock it."
        case .isOver: "The ceremony is over."
        case .hasBegun: "The ceremony has begun, so it cannot be rehearsed now."
        case .announcing: "A winner is being announced. Compile again when the applause is over."
        case .notRehearsing: "No rehearsal is on."
        case .notItsDay(let day):
            "This ceremony is planned for \(day), which is not today. To try it out, rehearse it; to hold it all the same, say that you mean it. Nothing was begun."
        case .namesYoungPerson:
            "That text holds a part of a young person's own name. Write {winner} or {finalists} instead: the name that they chose is filled in. Nothing was saved."
        case .thanksNameYoungPerson:
            "That text holds a part of a young person’s own name. Take it out. Nothing was saved."
        }
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
