package import Foundation

/// A reminder; VALARM. Not for shared feeds (rule 3.15).
package struct CalendarAlarm: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable {
        case display = "DISPLAY"
        case audio = "AUDIO"
    }

    package enum Trigger: Hashable, Sendable {
        /// From the start of the event; a negative duration is before it.
        case fromStart(CalendarDuration)
        case fromEnd(CalendarDuration)
        case at(Date)
    }

    package var action: Action
    package var trigger: Trigger
    /// Shown by a display alarm; without one the event's summary is written, as a description is required there.
    package var description: String?
    /// Unknown properties, as read.
    package var extras: [CalendarProperty] = []

    package init(_ action: Action, _ trigger: Trigger, description: String? = nil) {
        self.action = action
        self.trigger = trigger
        self.description = description
    }
}
