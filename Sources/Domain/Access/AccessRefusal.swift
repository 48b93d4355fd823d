/// Why somebody was not let in, or not let do something.
package enum AccessRefusal: Refusal, Equatable {
    case signInFirst
    case notAllowed(String)
    case notFound(String)
    case wrongCode(triesLeft: Int)
    case codeExpired
    case otherBrowser
    case tooManyTries
    case needsProof(String)
    case unknownToken
    case keyReused
    case stillRunning
    case nothingToUndo
    case cannotUndo(String)

    package var code: String {
        switch self {
        case .signInFirst: "sign_in_first"
        case .notAllowed: "not_allowed"
        case .notFound: "not_found"
        case .wrongCode: "wrong_code"
        case .codeExpired: "code_expired"
        case .otherBrowser: "other_browser"
        case .tooManyTries: "too_many_tries"
        case .needsProof: "needs_proof"
        case .unknownToken: "unknown_token"
        case .keyReused: "idempotency_key_reused"
        case .stillRunning: "still_running"
        case .nothingToUndo: "nothing_to_undo"
        case .cannotUndo: "cannot_undo"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .signInFirst, .needsProof, .unknownToken: .unauthenticated
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .wrongCode, .codeExpired, .otherBrowser, .keyReused: .unprocessable
        case .tooManyTries: .tooMany
        case .stillRunning, .nothingToUndo, .cannotUndo: .conflict
        }
    }

    package var message: String {
        switch self {
        case .signInFirst: "Sign in first."
        case .notAllowed(let what): "You may not \(what). Ask the centre if you think you should."
        case .notFound(let what): "There is no such \(what), or it is not open to you."
        case .wrongCode(let left):
            "That code is not the one we sent. \(left == 1 ? "You have one try left." : "You have \(left) tries left.")"
        case .codeExpired: "That code is no longer good. Ask for a new one."
        case .otherBrowser: "Type the code in the browser where you asked for it, or ask for a new one here."
        case .tooManyTries: "Too many tries. Wait a quarter of an hour, then ask for a new code."
        case .needsProof(let email):
            "Prove that you are \(email): put that person's API token in PRACTICEWEEK_TOKEN, or have an admin run `person link \(email) OSUSER`."
        case .unknownToken: "That token is unknown or was revoked."
        case .keyReused: "This idempotency key was used for another request. Use a new key."
        case .stillRunning: "The same request is still being worked on. Ask again in a moment."
        case .nothingToUndo: "There is nothing of yours to undo."
        case .cannotUndo(let why): "This cannot be undone: \(why)"
        }
    }
}
