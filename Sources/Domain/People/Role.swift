/// What a person may do everywhere. Relations to one object (facilitator, judge) are not roles.
package enum Role: String, CaseIterable, Sendable, Comparable {
    case practitioner, staff, manager, admin, councillor, safeguarding, nominator

    package static func < (left: Role, right: Role) -> Bool {
        left.rawValue < right.rawValue
    }
}
