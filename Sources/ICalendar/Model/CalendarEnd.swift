/// An event ends at a time or after a while, never both (rule 3.8).
package enum CalendarEnd: Hashable, Sendable {
    /// Exclusive: an all-day event of 12 to 16 October ends at the 17th (rule 3.9).
    case at(CalendarTime)
    case after(CalendarDuration)
}
