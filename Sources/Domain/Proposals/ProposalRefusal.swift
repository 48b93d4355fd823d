/// Why an invitation or an offer was not acted on.
package enum ProposalRefusal: Refusal, Equatable {
    case invitationOver
    case closesInThePast(Day)
    case decidedAlready
    case reasonMissing

    package var code: String {
        switch self {
        case .invitationOver: "invitation_over"
        case .closesInThePast: "closes_in_the_past"
        case .decidedAlready: "decided_already"
        case .reasonMissing: "reason_missing"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .invitationOver: .notFound
        case .decidedAlready: .conflict
        case .closesInThePast, .reasonMissing: .unprocessable
        }
    }

    package var message: String {
        switch self {
        case .invitationOver: "This invitation is over. Ask whoever sent it to you for a new one."
        case .closesInThePast(let day): "\(day.long) is over. Choose today or a later day."
        case .decidedAlready: "This offer was decided meanwhile. Nothing was changed; look at the list again."
        case .reasonMissing: "Write why, in a sentence that you could also say to them."
        }
    }
}
