/// How an attendee stands to an invitation; PARTSTAT.
package enum CalendarAnswer: String, Hashable, Sendable {
    case needsAction = "NEEDS-ACTION"
    case accepted = "ACCEPTED"
    case declined = "DECLINED"
    case tentative = "TENTATIVE"
    case delegated = "DELEGATED"
}
