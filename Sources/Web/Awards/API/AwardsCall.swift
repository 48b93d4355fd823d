/// The addresses of awards below the root of the API, as a part of `APIURL`.
enum AwardsCall: Sendable {
    case schemes
    case scheme(String)
    case publication(String)
    case copies(String)
    case categories(String)
    case criteria(String, String)
    case nominations(String)
    /// POST: hands a nomination in.
    case categoryNominations(String, String)
    case acceptance(String)
    case ineligibility(String)
    case withdrawal(String)
    case merger(String)
    case difference(String)
    case candidates(String, String)
    case panels(String)
    case panelMembers(String, String)
    case conflicts(String)
    case candidateConflicts(String, String, String)
    case conflictDismissals(String, String, String)
    case assignments(String)
    case assignmentCheck(String)
    case rounds(String)
    case roundClosing(String)
    case ballots(String, String, String)
    case results(String, String)
    case severity(String)
    case agreement(String, String)
    case decision(String, String, String)
    /// The frozen result: GET computes it again, POST freezes it.
    case result(String)
    case embargo(String)
    /// GET lists a nomination's files, POST adds one.
    case files(String)
    case file(String, String)
    case filePassing(String, String)
    case fileHolding(String, String)
    case fileRemoval(String, String)
    /// GET shows what is on, POST opens.
    case meeting(String, String)
    case meetingScreen(String, String)
    case motions(String, String)
    case votes(String, String)
    case voteCount(String, String)
    case meetingClosing(String, String)
    case minutes(String, String)

    func text(_ put: (String) -> String) -> String {
        func at(_ scheme: String, _ rest: String = "") -> String { "/schemes/\(put(scheme))\(rest)" }
        func award(_ scheme: String, _ category: String, _ rest: String) -> String {
            at(scheme, "/categories/\(put(category))\(rest)")
        }
        func candidate(_ scheme: String, _ category: String, _ code: String, _ rest: String) -> String {
            award(scheme, category, "/candidates/\(put(code))\(rest)")
        }
        return switch self {
        case .schemes: "/schemes"
        case .scheme(let scheme): at(scheme)
        case .publication(let scheme): at(scheme, "/publication")
        case .copies(let scheme): at(scheme, "/copies")
        case .categories(let scheme): at(scheme, "/categories")
        case .criteria(let scheme, let category): award(scheme, category, "/criteria")
        case .nominations(let scheme): at(scheme, "/nominations")
        case .categoryNominations(let scheme, let category): award(scheme, category, "/nominations")
        case .acceptance(let id): "/nominations/\(put(id))/acceptance"
        case .ineligibility(let id): "/nominations/\(put(id))/ineligibility"
        case .withdrawal(let id): "/nominations/\(put(id))/withdrawal"
        case .merger(let id): "/nominations/\(put(id))/merger"
        case .difference(let id): "/nominations/\(put(id))/difference"
        case .candidates(let scheme, let category): award(scheme, category, "/candidates")
        case .panels(let scheme): at(scheme, "/panels")
        case .panelMembers(let scheme, let panel): at(scheme, "/panels/\(put(panel))/members")
        case .conflicts(let scheme): at(scheme, "/conflicts")
        case .candidateConflicts(let scheme, let category, let code): candidate(scheme, category, code, "/conflicts")
        case .conflictDismissals(let scheme, let category, let code):
            candidate(scheme, category, code, "/conflicts/dismissal")
        case .assignments(let scheme): at(scheme, "/assignments")
        case .assignmentCheck(let scheme): at(scheme, "/assignments/check")
        case .rounds(let scheme): at(scheme, "/rounds")
        case .roundClosing(let scheme): at(scheme, "/rounds/closing")
        case .ballots(let scheme, let category, let code): candidate(scheme, category, code, "/ballots")
        case .results(let scheme, let category): award(scheme, category, "/results")
        case .severity(let scheme): at(scheme, "/severity")
        case .agreement(let scheme, let category): award(scheme, category, "/agreement")
        case .decision(let scheme, let category, let code): candidate(scheme, category, code, "/decision")
        case .result(let scheme): at(scheme, "/result")
        case .embargo(let scheme): at(scheme, "/embargo")
        case .files(let id): "/nominations/\(put(id))/files"
        case .file(let id, let file): "/nominations/\(put(id))/files/\(put(file))"
        case .filePassing(let id, let file): "/nominations/\(put(id))/files/\(put(file))/passing"
        case .fileHolding(let id, let file): "/nominations/\(put(id))/files/\(put(file))/holding"
        case .fileRemoval(let id, let file): "/nominations/\(put(id))/files/\(put(file))/removal"
        case .meeting(let scheme, let category): award(scheme, category, "/meeting")
        case .meetingScreen(let scheme, let category): award(scheme, category, "/meeting/screen")
        case .motions(let scheme, let category): award(scheme, category, "/meeting/motions")
        case .votes(let scheme, let category): award(scheme, category, "/meeting/votes")
        case .voteCount(let scheme, let category): award(scheme, category, "/meeting/count")
        case .meetingClosing(let scheme, let category): award(scheme, category, "/meeting/closing")
        case .minutes(let scheme, let category): award(scheme, category, "/meeting/minutes")
        }
    }
}
