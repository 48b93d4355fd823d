/// Why something about awards was not done.
package enum AwardsRefusal: Refusal, Equatable {
    case pathMalformed(String, String)
    case slugMalformed(String)
    case taken(String)
    case closesBeforeOpening
    case outOfRange(String, ClosedRange<Int>)
    case rulesAreFrozen
    case nothingToPublish(String)
    case notPublished
    case notOpen
    /// For something that is not written: a nomination is taken back, or a file added.
    case nominationsClosed
    case tooManyWords(Int, limit: Int)
    case wrongNominee(AwardCategory.NomineeKind)
    case nominatesOneself
    case nominatedAlready
    /// By the person whom staff type for.
    case nominatedAlreadyByThem
    /// Nobody has the address of the person whom staff type for, and no name was given by which to know them.
    case unknownNominator(String)
    case ownPanel
    case judgeIsNominee
    case judgeStandsInCategory
    case unknownBand(String, [String])
    case decidedAlready
    case mergesOneself
    /// Both are known as themselves: who they are.
    case mergesTwoKnown(String, String)
    case differentCategories
    /// Nominations wait that somebody has to look at first.
    case unscreened
    /// Judges have begun, so nobody new can stand.
    case tooLateToStand
    /// Candidates without a decision, by award.
    case undecided([String])
    case judgedElsewhere(String)
    case noPanel(String)
    case memberAlready
    case hasBallots
    case standsEnough(Int)
    case typeToConfirm(String)
    case reasonMissing
    case noCandidates
    case cannotAssign(String)
    case notAssigned
    case roundIsOpen
    case roundNotOpen
    case roundBegan
    /// Candidates stay shared out as they are while judges score them.
    case roundIsRunning
    case roundNotOver
    case ballotsMissing([String])
    case unknownCriterion(String, [String])
    case markMissing([String])
    case markMalformed(String)
    case markOutside(String, lowest: Int, highest: Int)
    /// A draft that comes after its ballot was handed in.
    case ballotIsIn
    /// From paper, over one that its judge handed in: who, and when.
    case ballotOfJudge(String, String)
    /// For staff: a judge who is not to score a candidate, or no such candidate.
    case notTheirs
    case nothingToRead
    /// Of a seat that nobody asked them to take, or that they took already.
    case noInvitation
    /// A conflict of one's own that can no longer be taken back.
    case conflictStays
    /// A young judge's card and number; which of the two is wrong is not said.
    case wrongCard
    case belowQuorum(Int, quorum: Int)
    case slotsTaken(Int)
    case winnerAndJoint
    case isFrozen
    case notFrozen
    case openConflicts(Int)
    case noDecisions([String])
    case noScoresHere
    case resultsClosed
    case meetingIsOpen
    case meetingNotOpen
    case motionIsOpen
    case votedAlready
    case votesAreCounted
    case noVoteChosen
    /// Nothing is put to the vote that the one who asks is part of.
    case noVoteOpen
    case votesMissing(Int, of: Int)
    case noSuchCode(String)

    package var code: String {
        switch self {
        case .pathMalformed: "path_malformed"
        case .slugMalformed: "slug_malformed"
        case .taken: "taken"
        case .closesBeforeOpening: "closes_before_opening"
        case .outOfRange: "out_of_range"
        case .rulesAreFrozen: "rules_are_frozen"
        case .nothingToPublish: "nothing_to_publish"
        case .notPublished: "not_published"
        case .notOpen, .nominationsClosed: "nominations_not_open"
        case .tooManyWords: "too_many_words"
        case .wrongNominee: "wrong_nominee"
        case .nominatesOneself: "nominates_oneself"
        case .nominatedAlready, .nominatedAlreadyByThem: "nominated_already"
        case .unknownNominator: "unknown_nominator"
        case .ownPanel: "own_panel"
        case .judgeIsNominee: "judge_is_nominee"
        case .judgeStandsInCategory: "judge_stands_in_category"
        case .unknownBand: "unknown_band"
        case .decidedAlready: "decided_already"
        case .mergesOneself: "merges_oneself"
        case .mergesTwoKnown: "merges_two_known"
        case .unscreened: "unscreened"
        case .tooLateToStand: "too_late_to_stand"
        case .undecided: "undecided"
        case .differentCategories: "different_categories"
        case .judgedElsewhere: "judged_elsewhere"
        case .noPanel: "no_panel"
        case .memberAlready: "member_already"
        case .hasBallots: "has_ballots"
        case .standsEnough: "stands_in_enough"
        case .typeToConfirm: "not_confirmed"
        case .reasonMissing: "reason_missing"
        case .noCandidates: "no_candidates"
        case .cannotAssign: "cannot_assign"
        case .notAssigned: "not_assigned"
        case .roundIsOpen: "round_is_open"
        case .roundNotOpen: "round_not_open"
        case .roundBegan: "round_began"
        case .roundIsRunning: "round_is_running"
        case .roundNotOver: "round_not_over"
        case .ballotsMissing: "ballots_missing"
        case .unknownCriterion: "unknown_criterion"
        case .markMissing: "mark_missing"
        case .markMalformed: "mark_malformed"
        case .markOutside: "mark_outside"
        case .ballotIsIn: "ballot_is_in"
        case .ballotOfJudge: "ballot_of_judge"
        case .notTheirs: "not_theirs"
        case .nothingToRead: "nothing_to_read"
        case .noInvitation: "no_invitation"
        case .conflictStays: "conflict_stays"
        case .wrongCard: "wrong_card"
        case .belowQuorum: "below_quorum"
        case .slotsTaken: "winners_chosen"
        case .winnerAndJoint: "winner_and_joint"
        case .isFrozen: "frozen"
        case .notFrozen: "not_frozen"
        case .openConflicts: "open_conflicts"
        case .noDecisions: "no_decisions"
        case .noScoresHere: "no_scores"
        case .resultsClosed: "results_closed"
        case .meetingIsOpen: "meeting_is_open"
        case .meetingNotOpen: "meeting_not_open"
        case .motionIsOpen: "motion_is_open"
        case .votedAlready: "voted_already"
        case .votesAreCounted: "votes_are_counted"
        case .noVoteChosen: "no_vote_chosen"
        case .noVoteOpen: "no_vote_open"
        case .votesMissing: "votes_missing"
        case .noSuchCode: "no_such_code"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .pathMalformed, .slugMalformed, .closesBeforeOpening, .outOfRange, .tooManyWords, .wrongNominee,
            .nominatesOneself, .unknownBand, .mergesOneself, .differentCategories, .reasonMissing, .unknownCriterion,
            .markMissing, .markMalformed, .markOutside, .wrongCard, .typeToConfirm, .noVoteChosen, .noSuchCode,
            .unknownNominator:
            .unprocessable
        case .notAssigned, .notTheirs, .noInvitation: .notFound
        case .resultsClosed: .forbidden
        default: .conflict
        }
    }
}
