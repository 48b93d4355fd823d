/// Why a guest was not added, changed or answered for.
package enum GuestRefusal: Refusal, Equatable {
    case text(TextProblem)
    case nobody
    case emailMalformed
    case partyOutOfRange
    case comingOutOfRange(Int)
    case moreThanParty(Int)
    case isGuestAlready
    /// A name that is a protected young person's, whose it is being left unsaid.
    case namesYoungPerson
    case notAYoungPerson
    case hasNoAddress
    case replyMissing
    case repliesOver

    package var code: String {
        switch self {
        case .text(let problem): problem.code
        case .nobody: "guest_missing"
        case .emailMalformed: "email_malformed"
        case .partyOutOfRange: "party_out_of_range"
        case .comingOutOfRange: "coming_out_of_range"
        case .moreThanParty: "more_than_party"
        case .isGuestAlready: "guest_already"
        case .namesYoungPerson: "names_young_person"
        case .notAYoungPerson: "not_a_young_person"
        case .hasNoAddress: "guest_has_no_address"
        case .replyMissing: "reply_missing"
        case .repliesOver: "replies_over"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .isGuestAlready, .repliesOver, .hasNoAddress: .conflict
        default: .unprocessable
        }
    }

    package var message: String {
        switch self {
        case .text(let problem): problem.message
        case .nobody: "Enter a name, or an email address."
        case .emailMalformed: "Enter an email address in the correct format, like name@example.org."
        case .partyOutOfRange: "Enter how many are invited as a whole number from 1 to 50."
        case .comingOutOfRange(let party): "Enter how many come as a whole number from 0 to \(party)."
        case .moreThanParty(let party):
            "At most \(party == 1 ? "one person comes" : "\(party) people come") with this invitation. Enter a whole number up to that."
        case .isGuestAlready: "They are on the list already. Nothing was changed; change that entry instead."
        case .namesYoungPerson:
            "This name may be that of a young person whose name is protected. Add young people by their nomination, not by name; the safeguarding lead can help."
        case .notAYoungPerson: "This candidate is not a young person. Add them by their name or email address."
        case .hasNoAddress: "There is no email address to write to. Add one, or ask them yourself."
        case .replyMissing: "Say whether you are coming."
        case .repliesOver: "It has begun, so replies are over. If something has changed, ring the centre."
        }
    }
}
