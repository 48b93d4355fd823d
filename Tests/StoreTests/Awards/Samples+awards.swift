import Domain
import Foundation
import Postgres

@testable import Store

extension Samples {
    private static let scheme = ID<Scheme>(rawValue: 1)
    private static let category = ID<AwardCategory>(rawValue: 1)
    private static let candidate = ID<Candidate>(rawValue: 1)
    private static let path = AwardPath(scheme: "stars", part: "heart", code: "7Q4K")
    private static let forJudge = CandidateForJudge.Found(
        candidate: candidate, category: category, panel: 1, isAssigned: true, openRound: 1, ballot: nil,
        scheme: .published)
    private static let toDecide = CandidateToDecide.Found(
        candidate: candidate, category: category, scheme: scheme, band: nil, winners: 1, quorum: 2, ballots: 2,
        state: .published, kind: .competitive, roundIsOver: true)

    static let awards: [any Statement] =
        rules + nominations + evidence + panels + judging + running + protection + meetings

    private static let rules: [any Statement] = [
        Schemes(actor), LockScheme("stars"),
        InsertScheme(
            NewScheme(slug: "stars", title: "Stars", kind: .competitive, opensAt: moment, closesAt: moment + 60)),
        PublishScheme(scheme, rules: "r"), OutcomeOfOwn(person, uuid), InsertOutcomeNotices(domain: "example.org"),
        SchemesWithRoll(), CloseNominations(scheme), Categories(of: "stars"),
        InsertCategory(scheme, NewCategory(slug: "heart", title: "Heart")), InsertBands(category, ["8-10"]),
        Criteria(of: "stars", category: "heart"),
        InsertCriterion(category, name: "Impact", scale: "", weight: 1, lowest: 0, highest: 10),
    ]

    private static let nominations: [any Statement] = [
        EnsureNominee(scheme, person: person, team: nil), InsertYoungNominee(scheme, pseudonym: "Nominee 7Q4"),
        NominationToChange(person, uuid), RewriteNomination(1, statement: "S", band: nil, state: .draft),
        Nominations(actor, scheme: "stars"), NominationsToScreen(actor, [uuid]),
        NominationBefore(category: category, nominator: person, nominee: 1, statement: "S", band: nil, legalName: "A"),
        InsertNomination(
            publicID: uuid, scheme: scheme, category: category, nominee: 1, nominator: person, typedBy: nil, band: nil,
            statement: "S", state: .draft),
        MoveNomination(1, .accepted, candidate: candidate), FoldNominations([1], into: 1, candidate: candidate),
        StandingCandidate(category, nominee: 1), InsertCandidate(category, nominee: 1, code: "7Q4K", band: nil),
        RetireCandidates([candidate], into: candidate), Candidates(actor, path), StandingInCategory(actor, path),
    ]

    private static let evidence: [any Statement] = [
        Evidence(actor, nomination: uuid), DeskEvidence(of: candidate), ReadEvidence(actor, uuid, isSmall: true),
        InsertEvidence(1, .picture, caption: "C", small: (1, 1), by: person), KeepEvidence(1, [1], small: [1]),
        DeleteEvidence(of: 1), EvidenceToPass(actor, uuid, of: uuid), PassEvidence(1, by: person, and: person),
        NominationsOfPerson(person),
    ]

    private static let panels: [any Statement] = [
        InsertPanel(scheme, "main"), InsertPanelCategories(1, ["heart"]), InsertPanelMember(1, person, .judge),
        PanelKey(path), PanelSeats(actor, scheme: "stars"), SuggestConflicts(scheme), Conflicts(actor, scheme: "stars"),
        CandidateForJudge(person, path), DeclareConflict(candidate, person, kind: .declared, reason: "R"),
        DismissConflicts(actor, path, judge: "p1@example.org", reason: "R"),
        VoidBallot(candidate, person, reason: "R"), DeleteVoidedBallot(1), OpenConflicts(scheme),
    ]

    private static let protection: [any Statement] = [
        ProtectionEntries(actor), CandidateToProtect(actor, path), CandidateTexts(of: candidate, for: person),
        ConsentsOfNominee(1), WriteCandidateText(candidate, .panel, "Brave", by: person, approval: nil),
        CheckCandidateText(candidate, .panel, by: person, fingerprint: nil),
        NoteCandidate(candidate, note: nil, isDistressing: true),
        InsertConsent(
            1, NewConsent(use: .web, channel: .name, agrees: true, giver: "A", capacity: .child), by: person),
        WithdrawConsent(1, uuid), KeepYoungName(nominee: 1, legalName: "A"),
        ReadYoungName(person, .web, nominee: 1, reason: "R"), TextNamesThem(1, "T"), WordsNamingThem(1, ["T"]),
        ReadConsentGivers(person, .web, nominee: 1), BreakGlasses(actor), NomineeToAskFor(actor, path),
        InsertBreakGlass(1, by: person, reason: "R"), GrantBreakGlass(uuid, by: person),
        WhoToTell(post: "Safeguarding lead", roles: [.safeguarding, .admin]),
        WorryAboutNomination(actor, nomination: uuid, words: ""), WorryAboutCandidate(candidate, by: person, words: ""),
        InsertYoungJudge(person, panel: 1, cardHash: hash, supporter: ID(rawValue: 2), agreedBy: .carer),
        SetPanelPIN(1, hash: hash), YoungJudgeByCard(hash), SupporterOfJudge(of: person),
        PanelToSeatYoung(actor, path), YoungJudges(of: 1), ChangeCard(1, uuid, hash: hash),
        EndWebSessionsOfPerson(person),
        Worries(for: person), ReadWorry(person, .web, uuid), Protects(person), FreezeResult(scheme, by: person),
        FrozenHash(scheme),
    ]

    private static let judging: [any Statement] = [
        PanelPairs(scheme), ClearAssignments(scheme, judges: [person], candidates: [candidate]),
        InsertAssignments(judges: [person], candidates: [candidate], places: [1]), Assignments(scheme),
        OpenRounds(scheme), LockOpenRounds(scheme), MissingBallots(scheme), CloseRound(1, missing: 0, reason: nil),
        BallotsIn(scheme), WriteBallot(person, forJudge, round: 1, state: "submitted", comment: ""),
        ClearMarks(1, but: [ID(rawValue: 1)]), WriteMarks(1, [(ID(rawValue: 1), 7)]), OwnBallot(of: person, candidate),
        OwnDesk(person, asked: candidate), OwnQueue(person), LeftToJudge(person), DeskPlaces(of: "stars"),
        DeskTexts(of: candidate),
        CountedMarks(actor, scheme: "stars"), JudgesByKey(actor, scheme: "stars"), CandidateToDecide(person, path),
        DecisionsBeside(category, band: nil, but: candidate),
        WriteDecision(toDecide, .winner, slot: 1, isWaived: false, rung: "", reason: "R", by: person),
        UndecidedCategories(scheme), ResultText(scheme), MarkFrozen(scheme), EmbargoOfScheme(scheme, wanted: moment),
        SetEmbargo(scheme, until: moment + 3e9, by: person), AskToShortenEmbargo(scheme, until: moment, by: person),
        DropEmbargoRequest(scheme),
        RoundsThatAreOpen(scheme), PanelComments(for: person, path), TakeBackConflict(person, path),
        PanelInvitations(of: person), AnswerInvitation(person, path, .accepted), AnswerOnPaper(1, person),
        BallotsTakenOut(category), SayTwo(1, 2, by: person), UnscreenedNominations(scheme),
        ScreenersOfWaiting(scheme, but: person),
        RoundHasBegun(category), UndecidedCandidates(scheme), PlaceNobodyElse(scheme, by: person),
        JudgesWhoCanBegin(scheme), PapersDue(actor, scheme: "stars"),
    ]

    private static let meetings: [any Statement] = [
        MeetingStanding(actor, path), Motions(for: person, category, meeting: 1), MeetingSteps(actor, category),
        TieVotes(category), OpenMeeting(category, panel: 1, by: person), LockMeeting(1), ShowCandidate(1, "7Q4K"),
        CloseMeeting(1),
        LogMeetingStep(1, .shown, candidate: candidate, motion: 1), InsertMotion(1, text: "T"),
        InsertMotionOptions(1, ["7Q4K"]), CastVote(person, uuid, "7Q4K", in: category), CountVotes(uuid, meeting: 1),
    ]

    private static let criterion = AwardCriterion(
        id: ID(rawValue: 1), category: "heart", name: "Impact", scale: "", weight: 1, lowest: 0, highest: 10)

    private static let running: [any Statement] = [
        UpdateScheme(
            scheme, NewScheme(slug: "stars", title: "Stars", kind: .competitive, opensAt: moment, closesAt: moment + 60)
        ),
        UpdateCategory(category, NewCategory(slug: "heart", title: "Heart")), DeleteBands(category),
        DeleteCategory(category), DeleteEmptyCategory(category), UpdateCriterion(criterion),
        DeleteCriterion(criterion.id), BallotsOfMember(1, person), DeleteAssignmentsOfMember(1, person),
        DeletePanelMember(1, person), BallotsOfCategory(category), DeleteAssignmentsOfCategory(category),
        DeletePanelCategory(1, category), CandidateToImpose(actor, path, judge: "p1@example.org"),
        SchemesInFigures(actor), OwnSeats(person), Embargo(actor, scheme: "stars"),
        NomineesToCompare(actor, scheme: "stars"), AlikeNominees([1]), AlikeYoungNominees(actor, [1]),
        AlikeWords(actor, scheme: "stars"), RenameYoungDraft(person, nomination: 1, name: "A"), SetNominee(1, 1),
        AwardsOfNominee(1, but: category),
        Decisions(actor, path), NomineeNames(actor, path), CategoriesOfResults(actor, scheme: "stars"),
    ]
}
