/// Why something about the protection of young people was not done.
package enum ProtectionRefusal: Refusal, Equatable {
    case ownText
    case noText
    case textChanged
    case namesThem
    case approvalMissing
    case notYoung
    case grantsOwn
    case grantedAlready
    case notGranted
    case noName
    case withdrawnAlready

    package var code: String {
        switch self {
        case .ownText: "own_text"
        case .noText: "no_text"
        case .textChanged: "text_changed"
        case .namesThem: "text_names_them"
        case .approvalMissing: "approval_missing"
        case .notYoung: "not_young"
        case .grantsOwn: "grants_own"
        case .grantedAlready: "granted_already"
        case .notGranted: "not_granted"
        case .noName: "no_name"
        case .withdrawnAlready: "withdrawn_already"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .ownText, .grantsOwn, .notGranted: .forbidden
        case .approvalMissing, .namesThem, .notYoung: .unprocessable
        default: .conflict
        }
    }

    package var message: String {
        switch self {
        case .ownText: "You wrote this text, so a second person checks it. Nothing was changed."
        case .noText: "There is no text to check yet. Write it first."
        case .textChanged:
            "The text was changed after you opened this page, so it was not checked. Read it again as it is now."
        case .namesThem: "The text holds a part of the young person's own name. Take it out, then have it checked."
        case .approvalMissing: "Say how the young person approved this text, and when."
        case .notYoung: "This is for young people alone, and they are none."
        case .grantsOwn: "Nobody grants what they asked for themselves. A second person does, as themselves."
        case .grantedAlready: "This was granted already. Nothing was changed."
        case .notGranted:
            "You may not read this name. Those named for safeguarding may; others ask, say why, and a second person grants it for 30 minutes."
        case .noName: "No legal name is kept for them."
        case .withdrawnAlready: "This was withdrawn already. Nothing was changed."
        }
    }
}
