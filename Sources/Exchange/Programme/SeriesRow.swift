import Domain
import Foundation
import ICalendar
import Services

/// One row of a file of series, read and with its names resolved.
struct SeriesRow {
    var new: NewSeries
    /// Whether the file says anything of the room and of the facilitators.
    var saysRoom: Bool
    var saysFacilitators: Bool

    /// The first column in which the series that is there is another; nil when it is the same.
    func difference(from series: Series) -> String? {
        let plan = try? SeriesPlan(new)
        if new.event != series.event { return "event" }
        if new.title != series.title { return "title" }
        if plan?.rule != series.rule { return "rule" }
        if new.startsAt != London.local(series.startsAt) { return "starts_at" }
        if new.minutes != series.minutes { return "minutes" }
        if saysRoom, new.room != series.room { return "room" }
        if let capacity = new.capacity, capacity != series.capacity { return "capacity" }
        if saysFacilitators, Set(new.facilitators) != Set(series.facilitatorEmails) { return "facilitator_email" }
        if plan?.until != series.until { return "until" }
        if plan?.count != series.count { return "count" }
        return nil
    }

    /// Puts a series that has been moved by whole weeks onto the first date of its rule on or after its new start, and keeps
    /// it inside its event.
    mutating func startAgain(inside event: Event) {
        let start = new.startsAt
        guard let day = CalendarDay(epochDay: start.day.number),
            let clock = CalendarDateTime(day: day, hour: start.time.hour, minute: start.time.minute),
            let rule = try? RecurrenceRule(parsing: Self.bare(new.rule)), let endless = try? rule.ending(.never),
            let first = try? endless.starts(from: .london(clock), limit: 1).first?.clock
        else { return }
        new.startsAt = LocalTime(Day(number: first.day.epochDay), ClockTime(minutes: first.hour * 60 + first.minute))
        if let until = new.until, until > event.to { new.until = event.to }
        if let plan = try? SeriesPlan(new), let last = plan.starts.last, new.count != nil,
            last.adding(minutes: new.minutes - 1).day > event.to
        {
            new.count = plan.starts.count { $0.adding(minutes: new.minutes - 1).day <= event.to }
        }
    }

    private static func bare(_ rule: String) -> String {
        let text = rule.trimmingCharacters(in: .whitespaces).uppercased()
        return text.hasPrefix("RRULE:") ? String(text.dropFirst(6)) : text
    }
}
