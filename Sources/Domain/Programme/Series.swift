package import Foundation

/// A recurring briefing: its rule, and where its occurrences start out.
package struct Series: Sendable, Equatable {
    package let id: ID<Series>
    package let publicID: UUID
    package let event: String
    package let slug: String
    package let title: String
    /// RFC 5545's RRULE without COUNT and UNTIL, which stand beside it.
    package let rule: String
    package let startsAt: Date
    package let minutes: Int
    package let room: String?
    package let capacity: Int
    package let until: Day?
    package let count: Int?
    package let facilitatorEmails: [String]

    package init(
        id: ID<Series>, publicID: UUID, event: String, slug: String, title: String, rule: String, startsAt: Date,
        minutes: Int,
        room: String?, capacity: Int, until: Day?, count: Int?, facilitatorEmails: [String]
    ) {
        self.id = id
        self.publicID = publicID
        self.event = event
        self.slug = slug
        self.title = title
        self.rule = rule
        self.startsAt = startsAt
        self.minutes = minutes
        self.room = room
        self.capacity = capacity
        self.until = until
        self.count = count
        self.facilitatorEmails = facilitatorEmails
    }
}

/// A series as somebody enters a new one.
package struct NewSeries: Sendable, Equatable {
    package var event: String
    package var slug: String
    package var title: String
    package var rule: String
    package var startsAt: LocalTime
    package var minutes: Int
    package var room: String?
    package var capacity: Int?
    package var facilitators: [String]
    package var until: Day?
    package var count: Int?

    package init(
        event: String, slug: String, title: String, rule: String, startsAt: LocalTime, minutes: Int,
        room: String? = nil,
        capacity: Int? = nil, facilitators: [String] = [], until: Day? = nil, count: Int? = nil
    ) {
        self.event = event
        self.slug = slug
        self.title = title
        self.rule = rule
        self.startsAt = startsAt
        self.minutes = minutes
        self.room = room
        self.capacity = capacity
        self.facilitators = facilitators
        self.until = until
        self.count = count
    }
}

/// One dated instance of a series, with what there is to decide about it.
package struct Occurrence: Sendable, Equatable {
    package let reference: String
    package let recurrenceID: Date
    package let startsAt: Date
    package let state: Session.State
    package let cancelReason: String?
    /// The bank holiday it falls on, if any.
    package let holiday: String?
    /// For one on a bank holiday: the same weekday a week later, or the next that is free of holidays.
    package let suggestion: Day?

    package init(
        reference: String, recurrenceID: Date, startsAt: Date, state: Session.State, cancelReason: String?,
        holiday: String?, suggestion: Day?
    ) {
        self.reference = reference
        self.recurrenceID = recurrenceID
        self.startsAt = startsAt
        self.state = state
        self.cancelReason = cancelReason
        self.holiday = holiday
        self.suggestion = suggestion
    }

    /// What a planner should read beside the date; empty when there is nothing to say.
    package var notes: String {
        var notes: [String] = []
        let original = London.local(recurrenceID)
        if startsAt != recurrenceID { notes.append("moved from \(original.iso)") }
        if let cancelReason { notes.append("skipped: \(cancelReason)") }
        if let holiday, state != .cancelled {
            let offer = suggestion.map { " (next free: \($0.weekday.short) \($0.short))" } ?? ""
            notes.append("bank holiday: \(holiday); move, skip or keep\(offer)")
        }
        return notes.joined(separator: "; ")
    }
}

/// A bank holiday, as published or as computed by its rule.
package struct Holiday: Sendable, Equatable {
    package let day: Day
    package let title: String
    package let status: String
    package let source: String

    package init(day: Day, title: String, status: String, source: String) {
        self.day = day
        self.title = title
        self.status = status
        self.source = source
    }
}
