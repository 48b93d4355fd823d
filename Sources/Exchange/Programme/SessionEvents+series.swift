import Domain
import Services
import Foundation
import ICalendar

/// A series with the starts that its rule gives and all of its released occurrences.
struct ReleasedSeries: Sendable {
    let series: Series
    /// In rising order.
    let expected: [Date]
    let occurrences: [Session]
}

extension SessionEvents {
    /// The sessions of a feed as events, by time: each series as one recurring event with its overrides, everything else singly.
    ///
    /// - Parameter isWanted: which sessions the feed is about. Occurrences outside are left out of their series.
    func events(of sessions: [Session], series: [ReleasedSeries], where isWanted: (Session) -> Bool = { _ in true })
        -> [CalendarEvent]
    {
        var events: [CalendarEvent] = []
        var told: Set<ID<Session>> = []
        for entry in series {
            let (recurring, covered) = recurring(entry, where: isWanted)
            events += recurring
            told.formUnion(covered)
        }
        events += sessions.filter { isWanted($0) && isShown($0) && !told.contains($0.id) }.compactMap(single)
        return events.sorted { left, right in
            let (one, other) = (left.start.instant ?? .distantPast, right.start.instant ?? .distantPast)
            return one == other
                ? (left.uid, left.recurrenceID == nil ? 0 : 1) < (right.uid, right.recurrenceID == nil ? 0 : 1)
                : one < other
        }
    }

    /// One recurring event and its overrides (rules 5.1 to 5.5 and 5.8), and the sessions that they tell of. Nothing when no
    /// occurrence is left: then the cancelled ones stand for themselves.
    private func recurring(
        _ entry: ReleasedSeries, where isWanted: (Session) -> Bool
    ) -> (events: [CalendarEvent], told: Set<ID<Session>>) {
        let expected = Set(entry.expected)
        let known = entry.occurrences.filter { $0.recurrenceID.map(expected.contains) ?? false }
        let kept = known.filter { $0.state != .cancelled && $0.startsAt != nil && $0.endsAt != nil && isWanted($0) }
        guard !kept.isEmpty, let rule = rule(of: entry), let words = usualWords(kept, entry.series) else {
            return ([], [])
        }
        let master = master(entry, rule, words, known: known, kept: kept)
        let overrides = kept.compactMap { occurrence -> CalendarEvent? in
            guard let original = occurrence.recurrenceID, isOverride(occurrence, original, words, entry.series),
                var event = single(occurrence)
            else { return nil }
            event.uid = master.uid
            event.recurrenceID = .london(LondonTime.local(at: original))
            event.sequence = master.sequence
            return event
        }
        // A cancelled or absent occurrence is left out of the series: its EXDATE is what every client honours.
        return ([master] + overrides, Set(known.map(\.id)))
    }

    private func master(
        _ entry: ReleasedSeries, _ rule: RecurrenceRule, _ words: SessionWords, known: [Session], kept: [Session]
    ) -> CalendarEvent {
        let series = entry.series
        let start = CalendarTime.london(LondonTime.local(at: series.startsAt))
        let changed = known.map(\.changedAt).max() ?? series.startsAt
        var event = CalendarEvent(
            uid: uid(series.publicID), stamp: changed, start: start, end: .at(start.adding(.minutes(series.minutes))),
            summary: words.title)
        event.recurrence = rule
        let present = Set(kept.compactMap(\.recurrenceID))
        event.exceptions = entry.expected.filter { !present.contains($0) }.map { .london(LondonTime.local(at: $0)) }
        event.created = known.map(\.createdAt).min()
        event.lastModified = changed
        event.sequence = known.map(\.sequence).max() ?? 0
        event.status = .confirmed
        event.transparency = .busy
        event.location = words.place
        let page = "\(settings.baseURL)/events/\(series.event)"
        event.description = description(words, page: page, cancelReason: nil)
        event.url = url(page)
        if let strand = words.strand { event.categories = [strand] }
        return event
    }

    private func isOverride(_ occurrence: Session, _ original: Date, _ words: SessionWords, _ series: Series) -> Bool {
        guard let starts = occurrence.startsAt, let ends = occurrence.endsAt else { return false }
        return starts != original || ends.timeIntervalSince(starts) != Double(series.minutes) * 60
            || SessionWords(occurrence) != words
    }

    /// What most occurrences say, so that only the odd ones need overriding; of equals, what the series says, then the earliest.
    private func usualWords(_ occurrences: [Session], _ series: Series) -> SessionWords? {
        var counts: [SessionWords: Int] = [:]
        for occurrence in occurrences { counts[SessionWords(occurrence), default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let usual = occurrences.map { SessionWords($0) }.filter { counts[$0] == most }
        let place = series.room.map { $0.split(separator: "/", maxSplits: 1).reversed().joined(separator: ", ") }
        return usual.first { $0.title == series.title && $0.place == place } ?? usual.first
    }

    /// The rule with its end in the form that calendars ask for (rule 5.1).
    private func rule(of entry: ReleasedSeries) -> RecurrenceRule? {
        guard let last = entry.expected.last, let parsed = try? RecurrenceRule(parsing: entry.series.rule) else {
            return nil
        }
        let end = entry.series.count.map { RecurrenceEnd.count($0) } ?? .through(.london(LondonTime.local(at: last)))
        return try? parsed.ending(end)
    }
}
