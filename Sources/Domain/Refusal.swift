/// A "no" that a person can cause and can mend. Every face shows `message`; programs rely on `code`.
package protocol Refusal: Error, Sendable {
    /// Stable, snake_case.
    var code: String { get }
    var kind: RefusalKind { get }
    /// What happened, what was kept, what to do next.
    var message: String { get }
}

/// What sort of "no" it is. Each face maps these to its own: a status code, an exit code.
package enum RefusalKind: Sendable {
    /// Nobody is signed in.
    case unauthenticated
    /// Signed in, but not allowed.
    case forbidden
    /// It does not exist, or its existence is secret.
    case notFound
    /// It clashes with how things are.
    case conflict
    /// What was sent does not make sense.
    case unprocessable
    /// Somebody changed it meanwhile.
    case stale
    /// Too many tries.
    case tooMany
}
