extension AwardsRefusal {
    package var message: String {
        switch self {
        case .pathMalformed(let typed, let form): "“\(typed)” is not of the form \(form), with slashes between."
        case .slugMalformed(let slug): "“\(slug)” cannot be an address: use lower-case words joined by hyphens."
        case .taken(let name): "\(name) is there already."
        case .closesBeforeOpening: "Nominations must close after they open."
        case .outOfRange(let what, let range):
            "\(what) is a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .rulesAreFrozen:
            "The rules of this scheme are published, so they stay as they are. Nothing was changed."
        case .nothingToPublish(let what): "This scheme cannot be published yet: \(what)"
        case .notPublished: "The rules of this scheme are not published yet. Publish them first."
        case .notOpen:
            "Nominations for this are not open now. What you wrote was not handed in; keep a copy of it and ask the centre."
        case .nominationsClosed:
            "Nominations are closed, so yours stays as it is. If something has to change, ask the centre."
        case .tooManyWords(let count, let limit):
            "The statement has \(count) words. Shorten it to \(limit) or fewer; nothing of it was lost."
        case .wrongNominee(.person): "This award is for one person: name them by their e-mail address."
        case .wrongNominee(.team): "This award is for a team: name the team."
        case .wrongNominee(.youngPerson): "This award is for young people, who are never named here."
        case .nominatesOneself: "Nobody nominates themselves. Ask a colleague to."
        case .nominatedAlready:
            "You nominated them for this award already. Change that nomination instead; nothing was changed."
        case .nominatedAlreadyByThem:
            "They nominated this nominee for this award already, and only they can change it. Nothing was changed."
        case .unknownNominator(let email):
            "Nobody is known by the address \(email). Enter their name as well, so that they become known as somebody who nominates."
        case .ownPanel: "You judge this award, so you cannot nominate for it. Nothing was handed in."
        case .judgeIsNominee:
            "This nomination cannot be taken. Look whether the address is spelled right; if it is, ask the centre."
        case .judgeStandsInCategory:
            "They nominated, or are nominated, in a category of this panel, so they cannot judge it. Nothing was changed."
        case .unknownBand(let band, let bands):
            bands.isEmpty
                ? "This award has no bands."
                : "There is no band “\(band)”. Bands here: \(bands.joined(separator: ", "))."
        case .decidedAlready: "This was decided meanwhile. Nothing was changed; look at the list again."
        case .mergesOneself: "These are one and the same already. Nothing was changed."
        case .mergesTwoKnown(let one, let other):
            "\(one) and \(other) are known as two. If they are one person or one team after all, say that you are sure: it cannot be taken back. Nothing was changed."
        case .unscreened:
            "Nominations wait that nobody has looked at yet. Each has to be accepted or turned away first; those that you do not see are for another officer. Nothing was changed."
        case .tooLateToStand:
            "Judges have begun on this award, so whoever is new would be scored by nobody. Nothing was changed. Tell whoever nominated, and mark it as not eligible with that reason."
        case .undecided(let awards):
            "Not everybody is decided on: \(awards.joined(separator: ", ")). Decide, or say that they count as not placed. Nothing was frozen."
        case .differentCategories: "Only nominations of one category can be merged. Nothing was changed."
        case .judgedElsewhere(let category): "\(category) is judged by another panel."
        case .noPanel(let category): "\(category) has no panel yet. Add one with: panel add"
        case .memberAlready: "They are on this panel already."
        case .hasBallots:
            "A ballot has been begun there, so the panel stays as it is. Nothing was changed; close the round without the ballots that are missing instead."
        case .standsEnough(let most):
            "By the rules a nominee stands in \(most) \(most == 1 ? "award" : "awards") at most, and this one does already. Nothing was changed."
        case .typeToConfirm(let word): "Type \(word) to say that you mean it."
        case .reasonMissing: "Write why, in a sentence that you could also say to them."
        case .noCandidates: "There are no candidates yet. Accept nominations first."
        case .cannotAssign(let why): "The candidates cannot be shared out: \(why) Nothing was changed."
        case .notAssigned: "There is no such candidate, or it is not open to you."
        case .roundIsOpen: "The round is open already."
        case .roundNotOpen: "The round is not open, so no ballot is taken. Nothing was changed."
        case .roundBegan: "Ballots are in, so candidates are not shared out anew. Nothing was changed."
        case .roundIsRunning:
            "The round is open, and judges may be reading, so candidates stay shared out as they are. Nothing was changed."
        case .roundNotOver: "The round is not over yet. Close it first."
        case .ballotsMissing(let missing):
            "\(missing.count) \(missing.count == 1 ? "ballot is" : "ballots are") missing: "
                + missing.prefix(10).joined(separator: ", ") + (missing.count > 10 ? " …" : "")
                + ". Remind the judges, or close the round without them and say why."
        case .unknownCriterion(let name, let known):
            "There is no criterion “\(name)” here. Criteria: \(known.joined(separator: ", "))."
        case .markMissing(let names): "Give a mark for \(names.joined(separator: ", ")) too. Nothing was handed in."
        case .markMalformed(let typed): "“\(typed)” is not a mark. Write it as CRITERION=NUMBER, like Impact=7."
        case .markOutside(let name, let lowest, let highest):
            "A mark for \(name) is a whole number from \(lowest) to \(highest). Nothing was handed in."
        case .wrongCard:
            "That card and that number do not go together. Look at them again, or ask the person beside you."
        case .ballotIsIn:
            "This ballot is handed in already. Hand your changes in too; they are not kept as a draft. Nothing was changed."
        case .ballotOfJudge(let judge, let when):
            "\(judge) handed in a ballot of their own on \(when). Ask them to change it; nothing was changed."
        case .notTheirs:
            "There is no such candidate, or that judge is not to score them. Nothing was changed."
        case .nothingToRead:
            "There is nothing to read about this candidate yet, so no marks are taken. Come back when there is."
        case .noInvitation:
            "There is no such invitation, or you have answered it. If you cannot judge after all, tell the centre."
        case .conflictStays:
            "This can no longer be taken back by you. Ask the panel’s chair or the centre. Nothing was changed."
        case .belowQuorum(let ballots, let quorum):
            "Only \(ballots) of the \(quorum) ballots that the rules ask for are in. You can decide all the same if you say that you mean it; the reason is kept."
        case .slotsTaken(let winners):
            winners == 1
                ? "This award has its winner. Change that decision first, or make it a joint award."
                : "This award has its \(winners) winners. Change one of those decisions first."
        case .winnerAndJoint: "An award has a winner or joint winners, not both. Change the other decision first."
        case .isFrozen: "The result is frozen and stays as it is. Nothing was changed."
        case .notFrozen: "The result is not frozen yet."
        case .openConflicts(let count):
            "\(count) suggested \(count == 1 ? "conflict" : "conflicts") of judges whose ballots count \(count == 1 ? "is" : "are") undecided. Declare or dismiss them first."
        case .noDecisions(let categories):
            "Nothing is decided yet in \(categories.joined(separator: ", ")). Nothing was frozen."
        case .noScoresHere: "Here everyone is celebrated: there are no scores and no ranks."
        case .meetingIsOpen: "The meeting is open already."
        case .meetingNotOpen: "There is no meeting now. Nothing was changed."
        case .motionIsOpen: "A vote is open. Count it first."
        case .votedAlready: "You have voted on this already, and your vote stays as it is."
        case .votesAreCounted: "The votes on this are counted. Nothing was changed."
        case .noVoteChosen: "Choose what you vote for."
        case .noVoteOpen: "Nothing is open for you to vote on now."
        case .votesMissing(let cast, let voters):
            "Only \(cast) of \(voters) have voted. Wait for the others, or say that you count without them. Nothing was changed."
        case .noSuchCode(let code): "No candidate of this award has the code “\(code)”. Nothing was put to the vote."
        case .resultsClosed: "Scores are shown after the round, to the chair and to staff who do not judge here."
        }
    }
}
