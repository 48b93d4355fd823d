/// The CLASS of an event.
package enum CalendarVisibility: String, Hashable, Sendable {
    case open = "PUBLIC"
    case personal = "PRIVATE"
    case confidential = "CONFIDENTIAL"
}
