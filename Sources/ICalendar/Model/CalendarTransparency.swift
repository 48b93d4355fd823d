/// Whether an event takes up its time in a diary; TRANSP.
package enum CalendarTransparency: String, Hashable, Sendable {
    case busy = "OPAQUE"
    case free = "TRANSPARENT"
}
