package import Foundation

/// What to look for in the audit. Empty texts and nil ask for anything.
package struct AuditQuestion: Sendable, Equatable {
    /// A part of the name of who did it, their whole address, or an operating-system user.
    package var who = ""
    /// The beginning of the action: `session.` or `session.move`.
    package var action = ""
    /// A part of what it was done to, or of a person's name.
    package var object = ""
    package var from: Date?
    package var to: Date?
    /// Only entries with a lower number than this: where the page before ended.
    package var before: Int?

    package init(
        who: String = "", action: String = "", object: String = "", from: Date? = nil, to: Date? = nil,
        before: Int? = nil
    ) {
        self.who = who
        self.action = action
        self.object = object
        self.from = from
        self.to = to
        self.before = before
    }
}

/// An entry of the audit as a person reads it.
package struct AuditFinding: Sendable, Equatable {
    package let id: Int
    package let at: Date
    /// `person`, `operator` or `system`.
    package let actorKind: String
    package let actor: String?
    package let osUser: String?
    package let channel: String
    package let action: String
    package let object: String
    /// The name behind a person's key.
    package let objectName: String?
    package let onBehalfOf: String?
    /// JSON objects of texts.
    package let before: String?
    package let after: String?
    package let reason: String?

    package init(
        id: Int, at: Date, actorKind: String, actor: String?, osUser: String?, channel: String, action: String,
        object: String, objectName: String?, onBehalfOf: String?, before: String?, after: String?, reason: String?
    ) {
        self.id = id
        self.at = at
        self.actorKind = actorKind
        self.actor = actor
        self.osUser = osUser
        self.channel = channel
        self.action = action
        self.object = object
        self.objectName = objectName
        self.onBehalfOf = onBehalfOf
        self.before = before
        self.after = after
        self.reason = reason
    }
}
