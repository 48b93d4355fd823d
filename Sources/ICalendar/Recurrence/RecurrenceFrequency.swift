/// How often a rule repeats. Hourly and shorter ones are read and written but never expanded (rule 5.7).
package enum RecurrenceFrequency: String, Hashable, Sendable {
    case secondly = "SECONDLY"
    case minutely = "MINUTELY"
    case hourly = "HOURLY"
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
}
