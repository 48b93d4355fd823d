package import Domain
package import Foundation
import ICalendar
import Postgres
import Store

extension ProgrammeService {
    package func series(_ slug: String? = nil, by actor: Actor, in work: Work? = nil) async throws -> [Series] {
        try await house.read(AllSeries(actor, slug: slug), in: work)
    }

    /// Lays out a recurring briefing: every occurrence becomes a session in the draft.
    package func addSeries(
        _ new: NewSeries, by actor: Actor, in work: Work? = nil
    ) async throws -> (series: Series, occurrences: [Occurrence]) {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add series")
            guard Slug.isSlug(new.slug) else { throw ProgrammeRefusal.slugMalformed(String(new.slug.prefix(80))) }
            let event = try await lockedEvent(new.event, actor, work)
            guard try await work.transaction.first(AllSeries(Actor(.system, channel: .worker), slug: new.slug)) == nil
            else {
                throw ProgrammeRefusal.slugTaken(new.slug)
            }
            let title = try FreeText.line(new.title, "a title")
            guard (5...20_160).contains(new.minutes) else { throw ProgrammeRefusal.minutesOutOfRange(new.minutes) }
            let plan = try SeriesPlan(new)
            let room = try await roomNamed(new.room, work, actor)
            let capacity = new.capacity ?? room?.capacity ?? Self.withoutRoomCapacity
            guard (1...10_000).contains(capacity) else { throw ProgrammeRefusal.capacityOutOfRange(capacity) }
            let people = try await work.people(known: new.facilitators, actor)
            for start in plan.starts
            where start.day < event.from || start.adding(minutes: new.minutes - 1).day > event.to {
                throw ProgrammeRefusal.outsideEvent(
                    reference: "\(new.slug) on \(start.day.short)",
                    event: "\(event.title) (\(event.from.short) to \(event.to.short))")
            }
            let first = try DateEntry.moment(new.startsAt)
            guard
                let id = try await work.transaction.first(
                    InsertSeries(
                        publicID: house.outside.uuid(), event: event.id, slug: new.slug, title: title, rule: plan.rule,
                        startsAt: first,
                        minutes: new.minutes, room: room?.id, capacity: capacity, until: plan.until, count: plan.count)),
                let number = try await work.transaction.first(TakeNumbers(event: event.id, count: plan.starts.count))
            else { throw ServiceFailure(.internalError) }
            try await work.transaction.run(InsertSeriesFacilitators(id, people))
            var inserts: [InsertSession] = []
            for (index, local) in plan.starts.enumerated() {
                let starts = try DateEntry.moment(local)
                inserts.append(
                    InsertSession(
                        publicID: house.outside.uuid(), event: event.id,
                        reference: "\(event.code)-\(padded(number + index, 3))", series: id,
                        recurrenceID: starts,
                        content: SessionContent(
                            title: title, kind: "briefing", strand: nil, description: "", startsAt: starts,
                            endsAt: starts.addingTimeInterval(Double(new.minutes) * 60), minutes: new.minutes,
                            room: room?.id,
                            onlineURL: nil, capacity: capacity)))
            }
            let keys = try await work.transaction.all(inserts).compactMap(\.first)
            if !people.isEmpty { _ = try await work.transaction.all(keys.map { SetFacilitators($0, people) }) }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "series.add", "series:\(new.slug)",
                        after: .object([
                            "rule": plan.rule, "starts_at": new.startsAt.iso, "dates": "\(plan.starts.count)",
                        ]))
                ])
            guard
                let series = try await work.transaction.first(
                    AllSeries(Actor(.system, channel: .worker), slug: new.slug))
            else {
                throw ServiceFailure(.internalError)
            }
            return (series, try await occurrences(of: series, in: work))
        }
    }

    /// The dated instances, with the bank holidays among them.
    package func seriesDates(
        _ slug: String, from: Day? = nil, to: Day? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> [Occurrence] {
        let series = try await found(slug, actor, work)
        if try await schedules(actor, in: work) {
            return try await occurrences(of: series, from: from, to: to, in: work)
        }
        let shown = Set(try await released(SessionFilter(series: series.id), in: work).map(\.reference))
        return try await occurrences(of: series, from: from, to: to, in: work).filter { shown.contains($0.reference) }
    }

    /// Another time or room for one occurrence. Its place in the series stays known by its original start.
    package func moveOccurrence(
        _ slug: String, on day: Day, starts: Date? = nil, room: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change sessions")
            let reference = try await occurrence(slug, day, actor, work)
            return try await moveSession(reference, starts: starts, room: room, by: actor, in: work)
        }
    }

    /// Leaves one occurrence out; those booked are told.
    package func skipOccurrence(
        _ slug: String, on day: Day, reason: String, by actor: Actor, in work: Work? = nil
    ) async throws -> Session {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "cancel sessions")
            let reference = try await occurrence(slug, day, actor, work)
            return try await cancelSession(reference, reason: reason, by: actor, in: work)
        }
    }

    /// The starts that the rule gives, for calendars: what is missing among the sessions was left out.
    package func expectedStarts(of series: Series) -> [Date] {
        let local = London.local(series.startsAt)
        let new = NewSeries(
            event: series.event, slug: series.slug, title: series.title, rule: series.rule, startsAt: local,
            minutes: series.minutes,
            until: series.until, count: series.count)
        return (try? SeriesPlan(new).starts.compactMap(London.instant)) ?? []
    }

    private func found(_ slug: String, _ actor: Actor, _ work: Work?) async throws -> Series {
        if let series = try await house.read(AllSeries(actor, slug: slug), in: work).first { return series }
        let all = try await house.read(AllSeries(actor), in: work)
        return try NameMatch.find(
            slug, kind: "series", among: all.map { ($0.slug, $0) }, prefixes: actor.channel == .console)
    }

    private func occurrence(_ slug: String, _ day: Day, _ actor: Actor, _ work: Work?) async throws -> String {
        let series = try await found(slug, actor, work)
        let rows = try await house.read(
            Occurrences(series.id, from: London.start(of: day), to: London.start(of: day.adding(days: 1))), in: work)
        if let row = rows.first(where: { $0.state != .cancelled }) ?? rows.first { return row.reference }
        throw ProgrammeRefusal.noOccurrence(series: series.slug, day: day)
    }

    private func occurrences(of series: Series, from: Day? = nil, to: Day? = nil, in work: Work?) async throws
        -> [Occurrence]
    {
        let rows = try await house.read(
            Occurrences(series.id, from: from.map(London.start), to: to.map { London.start(of: $0.adding(days: 1)) }),
            in: work)
        guard let first = rows.first, let last = rows.last else { return [] }
        let span = (London.local(first.startsAt).day, London.local(last.startsAt).day.adding(days: 70))
        let holidays = Set(try await house.read(Holidays(from: span.0, to: span.1), in: work).map(\.day))
        let taken = Set(rows.map { London.local($0.startsAt).day })
        return rows.map { row in
            var suggestion: Day?
            if row.holiday != nil {
                let day = London.local(row.startsAt).day
                suggestion = (1...8).map { day.adding(days: 7 * $0) }.first {
                    !holidays.contains($0) && !taken.contains($0)
                }
            }
            return Occurrence(
                reference: row.reference, recurrenceID: row.recurrenceID, startsAt: row.startsAt, state: row.state,
                cancelReason: row.cancelReason, holiday: row.holiday, suggestion: suggestion)
        }
    }
}

/// The dates that a rule gives, by the clock on the wall.
package struct SeriesPlan: Sendable {
    /// The rule without its end.
    package let rule: String
    package let until: Day?
    package let count: Int?
    package let starts: [LocalTime]

    package static let mostInstances = 1000

    package init(_ new: NewSeries) throws {
        var text = new.rule.trimmingCharacters(in: .whitespaces)
        if text.uppercased().hasPrefix("RRULE:") { text = String(text.dropFirst(6)) }
        let parsed: RecurrenceRule
        do {
            parsed = try RecurrenceRule(parsing: text.uppercased())
        } catch {
            throw ProgrammeRefusal.ruleUnreadable(String(text.prefix(120)), why: error.description)
        }
        (until, count) = try SeriesPlan.end(of: new, parsed)
        let local = new.startsAt
        guard let day = CalendarDay(epochDay: local.day.number),
            let start = CalendarDateTime(day: day, hour: local.time.hour, minute: local.time.minute)
        else { throw ProgrammeRefusal.dateUnreadable(local.iso) }
        do {
            let endless = try parsed.ending(.never)
            rule = endless.text(startingAt: .london(start))
            let bounded: RecurrenceRule
            if let until, let last = CalendarDay(epochDay: until.number) {
                bounded = try parsed.ending(.untilDay(last))
            } else {
                bounded = try parsed.ending(.count(count ?? 1))
            }
            starts = try bounded.starts(from: .london(start), limit: SeriesPlan.mostInstances).map(\.clock).map {
                LocalTime(Day(number: $0.day.epochDay), ClockTime(minutes: $0.hour * 60 + $0.minute))
            }
            let first = try endless.starts(from: .london(start), limit: 1).first?.clock
            guard first == start else { throw ProgrammeRefusal.ruleMissesStart(local) }
        } catch let error as RecurrenceError {
            throw ProgrammeRefusal.ruleUnreadable(String(text.prefix(120)), why: error.description)
        }
        guard !starts.isEmpty else { throw ProgrammeRefusal.ruleWithoutInstances }
    }

    private static func end(of new: NewSeries, _ rule: RecurrenceRule) throws -> (Day?, Int?) {
        var (until, count) = (new.until, new.count)
        switch rule.end {
        case .never: break
        case .count(let times): if count == nil { count = times }
        case .until(let last): if until == nil { until = London.local(last).day }
        case .untilDay(let day): if until == nil { until = Day(number: day.epochDay) }
        }
        guard (until == nil) != (count == nil) else { throw ProgrammeRefusal.ruleNeedsOneEnd }
        if let count, !(1...mostInstances).contains(count) { throw ProgrammeRefusal.ruleWithoutInstances }
        return (until, count)
    }
}
