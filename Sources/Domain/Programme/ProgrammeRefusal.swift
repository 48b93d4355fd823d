/// Why the programme was not changed.
package enum ProgrammeRefusal: Refusal, Equatable {
    /// A session that cannot be released, and why; `other` is the one it collides with.
    package struct Clash: Sendable, Equatable {
        package let reference: String
        package let other: String?
        package let reason: String

        package init(reference: String, other: String?, reason: String) {
            self.reference = reference
            self.other = other
            self.reason = reason
        }
    }

    case slugMalformed(String)
    case slugTaken(String)
    case referenceTaken(String)
    case referenceMalformed(String)
    case datesInWrongOrder
    case daysOutOfRange
    case endNotAfterStart
    case halfATime
    case tooLong
    case timeNever(LocalTime)
    case timeTwice(LocalTime)
    case dateAmbiguous(String, readings: [Day])
    case dateUnreadable(String)
    case timeUnreadable(String)
    case outsideEvent(reference: String, event: String)
    case capacityOutOfRange(Int)
    case capacityBelowTaken(capacity: Int, taken: Int)
    case minutesOutOfRange(Int)
    case kindMalformed(String)
    case urlMalformed(String)
    case audienceUnreadable(String)
    case audienceItself
    case ruleUnreadable(String, why: String)
    case ruleMissesStart(LocalTime)
    case ruleWithoutInstances
    case ruleNeedsOneEnd
    case noOccurrence(series: String, day: Day)
    case cancelledAlready(String)
    case releasedCannotBeUnplaced(String)
    case releasedCannotBeRemoved(String)
    case eventNotOpen(String)
    case reasonMissing
    case nothingToRelease(String)
    case cannotRelease([Clash])
    /// Something is missing, and whoever publishes has not said that it may be.
    case incomplete([Clash])
    case stale(reference: String, changed: [String])
    case seriesChangedOccurrence
    case noTimeYet(String)
    case datesOutOfRange(Int)

    package var code: String {
        switch self {
        case .slugMalformed: "slug_malformed"
        case .slugTaken: "slug_taken"
        case .referenceTaken: "reference_taken"
        case .referenceMalformed: "reference_malformed"
        case .datesInWrongOrder: "dates_in_wrong_order"
        case .daysOutOfRange: "days_out_of_range"
        case .endNotAfterStart: "end_not_after_start"
        case .halfATime: "half_a_time"
        case .tooLong: "session_too_long"
        case .timeNever: "time_never"
        case .timeTwice: "time_twice"
        case .dateAmbiguous: "date_ambiguous"
        case .dateUnreadable: "date_unreadable"
        case .timeUnreadable: "time_unreadable"
        case .outsideEvent: "outside_event"
        case .capacityOutOfRange: "capacity_out_of_range"
        case .capacityBelowTaken: "capacity_below_taken"
        case .minutesOutOfRange: "minutes_out_of_range"
        case .kindMalformed: "kind_malformed"
        case .urlMalformed: "url_malformed"
        case .audienceUnreadable: "audience_unreadable"
        case .audienceItself: "audience_itself"
        case .ruleUnreadable: "rule_unreadable"
        case .ruleMissesStart: "rule_misses_start"
        case .ruleWithoutInstances: "rule_without_instances"
        case .ruleNeedsOneEnd: "rule_needs_one_end"
        case .noOccurrence: "no_occurrence"
        case .cancelledAlready: "session_cancelled"
        case .releasedCannotBeUnplaced: "released_cannot_be_unplaced"
        case .releasedCannotBeRemoved: "released_cannot_be_removed"
        case .eventNotOpen: "event_not_open"
        case .reasonMissing: "reason_missing"
        case .nothingToRelease: "nothing_to_release"
        case .cannotRelease: "cannot_release"
        case .incomplete: "incomplete"
        case .stale: "stale"
        case .seriesChangedOccurrence: "series_occurrence"
        case .noTimeYet: "no_time_yet"
        case .datesOutOfRange: "dates_out_of_range"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .noOccurrence: .notFound
        case .stale: .stale
        case .slugTaken, .referenceTaken, .capacityBelowTaken, .cancelledAlready, .releasedCannotBeUnplaced,
            .releasedCannotBeRemoved,
            .eventNotOpen, .nothingToRelease, .cannotRelease, .incomplete, .seriesChangedOccurrence, .noTimeYet:
            .conflict
        default: .unprocessable
        }
    }
}
