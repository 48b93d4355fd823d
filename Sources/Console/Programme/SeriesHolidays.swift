import Domain
import Services

/// What is to become of a series' dates on bank holidays: never decided silently.
enum SeriesHolidays {
    enum Answer: Equatable, Sendable {
        case keep
        case move(to: Day)
        case skip(reason: String)
    }

    struct Decision: Sendable {
        let day: Day
        let time: ClockTime
        let answer: Answer
    }

    /// Tries the series out, and asks about each of its dates on a bank holiday. Empty where nobody can be asked.
    static func ask(about new: NewSeries, _ console: ConsoleSession) async throws -> [Decision] {
        guard let ask = console.ask, !console.isDryRun else { return [] }
        let occurrences = try await tryOut(new, console).filter { $0.holiday != nil }
        guard !occurrences.isEmpty else { return [] }
        console.say(
            "\(occurrences.count) of the dates \(occurrences.count == 1 ? "is a bank holiday" : "are bank holidays"):")
        var decisions: [Decision] = []
        for occurrence in occurrences {
            let local = London.local(occurrence.startsAt)
            let free = try await free(occurrence.suggestion, decisions, console)
            let question = Question(day: local.day, holiday: occurrence.holiday ?? "", suggestion: free)
            var answer: Answer?
            while answer == nil {
                guard let typed = await ask(question.text) else { throw CancellationError() }
                answer = question.answer(typed, today: console.today)
                if answer == nil { console.say(question.unclear) }
            }
            decisions.append(Decision(day: local.day, time: local.time, answer: answer ?? .keep))
        }
        return decisions
    }

    /// The suggestion, or weeks after it when an earlier answer has taken that day.
    private static func free(_ suggestion: Day?, _ decisions: [Decision], _ console: ConsoleSession) async throws
        -> Day?
    {
        guard let suggestion else { return nil }
        let last = suggestion.adding(days: 70)
        let holidays = try await console.services.people.holidays(from: suggestion, to: last, in: console.work).map(
            \.day)
        let taken = decisions.compactMap { if case .move(let day) = $0.answer { day } else { nil } }
        return (0...10).map { suggestion.adding(days: 7 * $0) }.first { !taken.contains($0) && !holidays.contains($0) }
    }

    static func carryOut(_ decisions: [Decision], of series: String, _ console: ConsoleSession, _ work: Work)
        async throws
    {
        let programme = console.services.programme
        for decision in decisions {
            switch decision.answer {
            case .keep: break
            case .move(let day):
                let starts = try DateEntry.moment(LocalTime(day, decision.time))
                _ = try await programme.moveOccurrence(
                    series, on: decision.day, starts: starts, by: console.actor, in: work)
            case .skip(let reason):
                _ = try await programme.skipOccurrence(
                    series, on: decision.day, reason: reason, by: console.actor, in: work)
            }
        }
    }

    /// What a script is told, as it cannot be asked.
    static func kept(_ occurrences: [Occurrence], _ series: String) -> [String] {
        occurrences.filter { $0.holiday != nil && $0.state != .cancelled }.map { occurrence in
            let day = London.local(occurrence.startsAt).day
            let free = occurrence.suggestion.map { "; the next free is \($0.weekday.name) \($0.long)" } ?? ""
            return
                "\(day.weekday.name) \(day.long) is a bank holiday (\(occurrence.holiday ?? "")) and was kept\(free). "
                + "Change it with series move \(series) --on \(day.iso) or series skip."
        }
    }

    private static func tryOut(_ new: NewSeries, _ console: ConsoleSession) async throws -> [Occurrence] {
        let programme = console.services.programme
        if let work = console.work {
            return try await work.rehearsal {
                try await programme.addSeries(new, by: console.actor, in: work).occurrences
            }
        }
        return try await console.services.work(dryRun: true) { work in
            try await programme.addSeries(new, by: console.actor, in: work).occurrences
        }
    }

    /// One date on a bank holiday, as it is asked about.
    struct Question: Equatable, Sendable {
        let day: Day
        let holiday: String
        let suggestion: Day?

        var text: String {
            let free = suggestion.map { " (next free: \($0.weekday.short) \($0.short))" } ?? ""
            return "  \(day.weekday.name) \(day.long), \(holiday): move\(free), skip or keep? [keep] "
        }

        var unclear: String { "Type keep, skip, move, or move and a date." }

        /// Nil when the answer is none of the three. `move` alone takes the suggestion.
        func answer(_ typed: String, today: Day) -> Answer? {
            let words = typed.trimmed.lowercased().split(separator: " ", maxSplits: 1).map(String.init)
            guard let verb = words.first else { return .keep }
            if words.count == 1 {
                if "keep".hasPrefix(verb) { return .keep }
                if "skip".hasPrefix(verb) { return .skip(reason: "Bank holiday: \(holiday)") }
            }
            guard "move".hasPrefix(verb) else { return nil }
            if words.count == 2 { return (try? DateEntry.day(words[1], today: today)).map { .move(to: $0) } }
            return suggestion.map { .move(to: $0) }
        }
    }
}
