/// Why a shout-out was not taken, or not decided.
package enum ThankYouRefusal: Refusal, Equatable {
    case text(TextProblem)
    case addressForName
    case toYourself
    /// It holds a word of a protected name; which one is left unsaid.
    case mayNameYoungPerson
    case manyWait
    case ownShoutOut
    case decidedAlready
    case reasonMissing

    package var code: String {
        switch self {
        case .text(let problem): problem.code
        case .addressForName: "address_for_name"
        case .toYourself: "thanks_to_yourself"
        case .mayNameYoungPerson: "names_young_person"
        case .manyWait: "many_wait"
        case .ownShoutOut: "own_shout_out"
        case .decidedAlready: "decided_already"
        case .reasonMissing: "reason_missing"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .text, .addressForName, .toYourself, .mayNameYoungPerson, .reasonMissing: .unprocessable
        case .manyWait: .tooMany
        case .ownShoutOut: .forbidden
        case .decidedAlready: .conflict
        }
    }

    package var message: String {
        switch self {
        case .text(let problem): problem.message
        case .addressForName: "Write their name as colleagues know it, not an email address."
        case .toYourself: "Thank somebody else: this is your own name."
        case .mayNameYoungPerson:
            "A word in this may be a young person’s name, and young people are never named here. Say it without names; the safeguarding lead can help."
        case .manyWait: "Twenty of yours wait to be read already. Write this one when some of them have been."
        case .ownShoutOut: "You wrote this one yourself: somebody else of the staff decides about it."
        case .decidedAlready: "This was decided or taken back meanwhile. Nothing was changed; look at the list again."
        case .reasonMissing: "Write why, in a sentence that the writer will read."
        }
    }
}
