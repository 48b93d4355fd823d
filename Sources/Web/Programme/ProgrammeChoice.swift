import Domain
import Foundation
import HTML

/// Which part of a programme is shown: the day asked for, or today, or the first that has something.
struct ProgrammeChoice: Sendable {
    let isByMonth: Bool
    /// The query with the day or month that is shown filled in.
    let query: ProgrammeQuery
    let tabs: [DayTabs.Tab]
    /// The other days or months that have something of what is asked for.
    let elsewhere: [DayTabs.Tab]
    /// What is shown, in order of time.
    let sessions: [Session]

    /// - Parameter reader: whose own choice it is, where the query asks for what they may book.
    init(_ model: ProgrammePage.Model, for reader: ProgrammePage.Reader? = nil) {
        let placed = model.sessions.filter { $0.startsAt != nil }
        let days = Set(placed.compactMap { SessionWords($0).day }).sorted()
        isByMonth = days.count > ProgrammePage.mostTabs
        var query = model.query
        let wanted = placed.filter {
            query.wants($0, strands: model.strands) { reader?.mayBook($0, model.event) ?? true }
        }
        if isByMonth {
            query.month = Self.month(query, days, model.today)
            query.day = nil
        } else {
            query.day =
                query.day.flatMap { days.contains($0) ? $0 : nil } ?? days.first { $0 >= model.today } ?? days.first
            query.month = nil
        }
        self.query = query
        tabs =
            isByMonth
            ? Self.monthTabs(days, wanted, query, model.address) : Self.dayTabs(days, wanted, query, model.address)
        let (day, month) = (query.day, query.month)
        elsewhere = tabs.filter { !$0.isCurrent && $0.note != Self.note(0) }
        sessions = wanted.filter { session in
            guard let own = SessionWords(session).day else { return false }
            return month.map { ProgrammeQuery.Month(own) == $0 } ?? (own == day)
        }.sorted { ($0.startsAt ?? .distantFuture, $0.title) < ($1.startsAt ?? .distantFuture, $1.title) }
    }

    var byDay: [(Day, [Session])] {
        let days = Dictionary(grouping: sessions) { SessionWords($0).day }
        return days.compactMap { day, sessions in day.map { ($0, sessions) } }.sorted { $0.0 < $1.0 }
    }

    var byPart: [(ProgrammeQuery.PartOfDay, [Session])] {
        ProgrammeQuery.PartOfDay.allCases.compactMap { part in
            let own = sessions.filter { $0.startsAt.map { ProgrammeQuery.PartOfDay(London.local($0).time) } == part }
            return own.isEmpty ? nil : (part, own)
        }
    }

    /// What is shown as cards, in the order of the page.
    var cards: [Session] {
        guard query.view == .list else { return [] }
        return isByMonth ? byDay.flatMap(\.1) : byPart.flatMap(\.1)
    }

    private static func month(_ query: ProgrammeQuery, _ days: [Day], _ today: Day) -> ProgrammeQuery.Month? {
        let months = Set(days.map { ProgrammeQuery.Month($0) })
        if let month = query.month ?? query.day.map({ ProgrammeQuery.Month($0) }), months.contains(month) {
            return month
        }
        return (days.first { $0 >= today } ?? days.first).map { ProgrammeQuery.Month($0) }
    }

    private static func dayTabs(
        _ days: [Day], _ wanted: [Session], _ query: ProgrammeQuery, _ address: WebAddress
    ) -> [DayTabs.Tab] {
        let counts = Dictionary(grouping: wanted) { SessionWords($0).day }.mapValues(\.count)
        return days.map { day in
            DayTabs.Tab(
                title: "\(day.weekday.short) \(day.brief)",
                note: note(counts[day] ?? 0), address: query.with { $0.day = day }.address(of: address),
                isCurrent: day == query.day)
        }
    }

    private static func monthTabs(
        _ days: [Day], _ wanted: [Session], _ query: ProgrammeQuery, _ address: WebAddress
    ) -> [DayTabs.Tab] {
        let counts = Dictionary(grouping: wanted) { SessionWords($0).day.map { ProgrammeQuery.Month($0) } }.mapValues(
            \.count)
        return Set(days.map { ProgrammeQuery.Month($0) }).sorted().map { month in
            DayTabs.Tab(
                title: month.words, note: note(counts[month] ?? 0),
                address: query.with { $0.month = month }.address(of: address), isCurrent: month == query.month)
        }
    }

    private static func note(_ count: Int) -> String {
        count == 0 ? "No sessions" : count == 1 ? "1 session" : "\(count) sessions"
    }
}
