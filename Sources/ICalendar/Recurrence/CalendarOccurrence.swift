/// One instance of a series, as it takes place.
package struct CalendarOccurrence: Hashable, Sendable {
    /// The start that the rule gave it, which names it for ever (rule 5.4).
    package let original: CalendarTime
    package let start: CalendarTime
    package let end: CalendarTime?
    /// The override where there is one, else the master.
    package let event: CalendarEvent
    package let isOverride: Bool
}
