/// The addresses of the pages on which awards are run, as a part of `SiteURL`.
enum AwardsPlace: Sendable {
    /// What there is to do about awards, for everybody.
    case home
    /// A new scheme; POST adds it.
    case new
    case scheme(String)
    case rules(String)
    /// The draft's title, dates and limits; POST saves.
    case settings(String)
    case newCategory(String)
    /// POST adds a category.
    case categories(String)
    case category(String, String)
    case categoryRemoval(String, String)
    case newCriterion(String, String)
    /// POST adds a criterion.
    case criteria(String, String)
    case criterion(String, String, String)
    case criterionRemoval(String, String, String)
    /// POST publishes the rules.
    case publication(String)
    /// Next year's scheme of this one; POST makes it.
    case copies(String)
    case nominations(String)
    case nomination(String, String)
    /// POST: accepted, not eligible, withdrawn, or back in the queue.
    case screening(String, String)
    /// POST: whether the panel sees a file.
    case evidence(String, String, String)
    /// Nominees who are likely one; POST says that two are.
    case duplicates(String)
    /// Who judges; POST adds a panel.
    case panels(String)
    case panelMembers(String, String)
    case panelRemovals(String, String)
    /// POST: a member accepted on paper.
    case panelAnswers(String, String)
    case panelCategories(String, String)
    /// The young judges of a panel; POST seats one.
    case youngJudges(String, String)
    /// POST: today's number for their cards.
    case youngJudgePIN(String, String)
    /// POST: another card.
    case youngJudgeCard(String, String, String)
    /// POST: ends a card.
    case youngJudgeWithdrawal(String, String, String)
    /// Conflicts of judges; POST imposes one.
    case conflicts(String)
    case conflictDismissals(String)
    /// Sharing out and the round; POST opens it.
    case round(String)
    /// POST shares candidates out.
    case assignment(String)
    case roundClosing(String)
    /// POST reminds the judges whose ballots are missing.
    case reminders(String)
    /// Ballots that may come on paper, and one to type in; POST types it in.
    case papers(String)
    /// Blank ballots of one judge, to print.
    case blankPapers(String)
    case results(String)
    case board(String, String)
    /// The panel's meeting, as each member may see it; POST opens it.
    case meeting(String, String)
    /// What is projected; POST puts somebody on it, or nobody.
    case meetingScreen(String, String)
    /// Server-sent events: that one's own part of the meeting has changed.
    case meetingLive(String, String)
    /// POST puts a motion to the vote.
    case motions(String, String)
    /// POST casts a vote.
    case votes(String, String)
    /// POST counts the votes.
    case voteCount(String, String)
    /// POST closes the meeting.
    case meetingClosing(String, String)
    case minutes(String, String)
    /// What is decided about a candidate; POST decides.
    case decision(String, String, String)
    /// POST freezes the result.
    case freeze(String)
    case embargo(String)

    func text(_ put: (String) -> String) -> String {
        func at(_ scheme: String, _ rest: String = "") -> String { "/awards/schemes/\(put(scheme))\(rest)" }
        func met(_ scheme: String, _ category: String, _ rest: String = "") -> String {
            at(scheme, "/meetings/\(put(category))\(rest)")
        }
        return switch self {
        case .home: "/awards"
        case .new: "/awards/new"
        case .scheme(let scheme): at(scheme)
        case .rules(let scheme): at(scheme, "/rules")
        case .settings(let scheme): at(scheme, "/settings")
        case .newCategory(let scheme): at(scheme, "/new-category")
        case .categories(let scheme): at(scheme, "/categories")
        case .category(let scheme, let category): at(scheme, "/categories/\(put(category))")
        case .categoryRemoval(let scheme, let category): at(scheme, "/categories/\(put(category))/removal")
        case .newCriterion(let scheme, let category): at(scheme, "/categories/\(put(category))/new-criterion")
        case .criteria(let scheme, let category): at(scheme, "/categories/\(put(category))/criteria")
        case .criterion(let scheme, let category, let id):
            at(scheme, "/categories/\(put(category))/criteria/\(put(id))")
        case .criterionRemoval(let scheme, let category, let id):
            at(scheme, "/categories/\(put(category))/criteria/\(put(id))/removal")
        case .publication(let scheme): at(scheme, "/publication")
        case .copies(let scheme): at(scheme, "/copies")
        case .nominations(let scheme): at(scheme, "/nominations")
        case .nomination(let scheme, let id): at(scheme, "/nominations/\(put(id))")
        case .screening(let scheme, let id): at(scheme, "/nominations/\(put(id))/screening")
        case .evidence(let scheme, let id, let file): at(scheme, "/nominations/\(put(id))/files/\(put(file))")
        case .duplicates(let scheme): at(scheme, "/duplicates")
        case .panels(let scheme): at(scheme, "/panels")
        case .panelMembers(let scheme, let panel): at(scheme, "/panels/\(put(panel))/members")
        case .panelRemovals(let scheme, let panel): at(scheme, "/panels/\(put(panel))/removals")
        case .panelAnswers(let scheme, let panel): at(scheme, "/panels/\(put(panel))/answers")
        case .panelCategories(let scheme, let panel): at(scheme, "/panels/\(put(panel))/categories")
        case .youngJudges(let scheme, let panel): at(scheme, "/panels/\(put(panel))/young-judges")
        case .youngJudgePIN(let scheme, let panel): at(scheme, "/panels/\(put(panel))/young-judges/number")
        case .youngJudgeCard(let scheme, let panel, let judge):
            at(scheme, "/panels/\(put(panel))/young-judges/\(put(judge))/card")
        case .youngJudgeWithdrawal(let scheme, let panel, let judge):
            at(scheme, "/panels/\(put(panel))/young-judges/\(put(judge))/withdrawal")
        case .conflicts(let scheme): at(scheme, "/conflicts")
        case .conflictDismissals(let scheme): at(scheme, "/conflicts/dismissals")
        case .round(let scheme): at(scheme, "/round")
        case .assignment(let scheme): at(scheme, "/assignment")
        case .roundClosing(let scheme): at(scheme, "/round/closing")
        case .reminders(let scheme): at(scheme, "/round/reminders")
        case .papers(let scheme): at(scheme, "/papers")
        case .blankPapers(let scheme): at(scheme, "/papers/blank")
        case .results(let scheme): at(scheme, "/results")
        case .board(let scheme, let category): at(scheme, "/results/\(put(category))")
        case .meeting(let scheme, let category): met(scheme, category)
        case .meetingScreen(let scheme, let category): met(scheme, category, "/screen")
        case .meetingLive(let scheme, let category): met(scheme, category, "/live")
        case .motions(let scheme, let category): met(scheme, category, "/motions")
        case .votes(let scheme, let category): met(scheme, category, "/votes")
        case .voteCount(let scheme, let category): met(scheme, category, "/count")
        case .meetingClosing(let scheme, let category): met(scheme, category, "/closing")
        case .minutes(let scheme, let category): met(scheme, category, "/minutes")
        case .decision(let scheme, let category, let code): at(scheme, "/results/\(put(category))/\(put(code))")
        case .freeze(let scheme): at(scheme, "/freeze")
        case .embargo(let scheme): at(scheme, "/embargo")
        }
    }
}
