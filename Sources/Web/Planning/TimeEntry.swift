import Domain
import Foundation
import HTML

/// When a session is, as typed: a date, a start, an end or a length. A time that the clocks make ambiguous is asked, never guessed.
struct TimeEntry: Equatable, Sendable {
    var date = ""
    /// The same in three boxes, which count where anything stands in one of them.
    var boxes = DateInBoxes()
    var starts = ""
    /// A time of the same day, or a date with a time.
    var ends = ""
    var minutes = ""
    /// "+01:00" or "+00:00", where a time happens twice.
    var startsOffset = ""
    var endsOffset = ""

    struct Reading: Equatable {
        var starts: Date?
        var ends: Date?
        var minutes: Int?
    }

    init() {}

    init(_ form: FormFields, prefix: String = "") {
        func typed(_ name: String) -> String {
            (form[prefix + name] ?? "").trimmingCharacters(in: .whitespaces).prefix(100).description
        }
        date = typed("date")
        boxes = DateInBoxes(day: typed("on-day"), month: typed("on-month"), year: typed("on-year"))
        starts = typed("starts")
        ends = typed("ends")
        minutes = typed("minutes")
        startsOffset = typed("starts-offset")
        endsOffset = typed("ends-offset")
    }

    init(_ session: Session) {
        minutes = "\(session.draft?.minutes ?? 60)"
        guard let from = session.startsAt, let to = session.endsAt else { return }
        let (start, end) = (London.local(from), London.local(to))
        date = start.day.long
        starts = start.time.iso
        ends = end.day == start.day ? end.time.iso : "\(end.day.long) \(end.time.iso)"
        startsOffset = Self.offset(of: from)
        endsOffset = Self.offset(of: to)
    }

    var isUnplaced: Bool { starts.isEmpty && ends.isEmpty }

    /// The offset of an instant whose time on the wall happens twice; empty for all others.
    private static func offset(of instant: Date) -> String {
        guard case .twice = London.meaning(of: London.local(instant)) else { return "" }
        return London.offset(at: instant) == 0 ? "+00:00" : "+01:00"
    }

    /// The day typed, if it can be read.
    func day(countingFrom first: Day) -> Day? { try? typedDay(countingFrom: first) }

    private func typedDay(countingFrom first: Day) throws(ProgrammeRefusal) -> Day {
        boxes.isEmpty ? try Self.day(date, countingFrom: first) : try boxes.read(countingFrom: first)
    }

    /// Reads what was typed and names every problem by its field. Neither start nor end: unplaced.
    func read(countingFrom first: Day, errors: inout [FieldError]) -> Reading {
        var length: Int?
        if !minutes.isEmpty {
            length = wholeNumber(minutes)
            if length.map({ !(1...20_160).contains($0) }) ?? true {
                errors.append(FieldError(field: "minutes", message: "Enter the length as minutes, like 90."))
                length = nil
            }
        }
        if isUnplaced { return Reading(minutes: length) }
        var day: Day?
        do throws(ProgrammeRefusal) {
            day = try typedDay(countingFrom: first)
        } catch {
            errors.append(
                boxes.isEmpty
                    ? FieldError(field: "date", message: error.message)
                    : FieldError(
                        field: "on", message: "“\(boxes.words)” is not a date. Enter a day, a month and a year."))
        }
        if starts.isEmpty {
            errors.append(
                FieldError(
                    field: "starts",
                    message: "Enter when it starts, or leave the start and the end empty to decide later."))
            return Reading(minutes: length)
        }
        let from = Self.moment(starts, "starts", day, startsOffset, first, &errors)
        let to = ends.isEmpty ? nil : Self.moment(ends, "ends", day, endsOffset, first, &errors)
        if ends.isEmpty, length == nil, !errors.contains(where: { $0.field == "minutes" }) {
            errors.append(FieldError(field: "ends", message: "Enter when it ends, or how many minutes it lasts."))
        }
        if let from, let to, to <= from {
            errors.append(FieldError(field: "ends", message: ProgrammeRefusal.endNotAfterStart.message))
        }
        return Reading(starts: from, ends: to, minutes: length)
    }

    /// The times that happen twice and have not been told apart, by field.
    func questions(countingFrom first: Day) -> [(field: String, local: LocalTime)] {
        guard let day = day(countingFrom: first) else { return [] }
        return [("starts", starts), ("ends", ends)].compactMap { field, text in
            guard let local = try? Self.local(text, day, first), case .twice = London.meaning(of: local) else {
                return nil
            }
            return (field, local)
        }
    }

    private static func moment(
        _ text: String, _ field: String, _ day: Day?, _ offset: String, _ first: Day, _ errors: inout [FieldError]
    ) -> Date? {
        do throws(ProgrammeRefusal) {
            // A time is looked at even where the date cannot be read, so that both are named at once.
            let local = try local(text, day ?? first, first)
            guard day != nil else { return nil }
            let chosen: Int? = offset == "+01:00" ? 60 : offset == "+00:00" ? 0 : nil
            switch London.meaning(of: local) {
            case .one(let instant): return instant
            case .twice(let earlier, let later):
                guard let chosen else {
                    errors.append(
                        FieldError(
                            field: field + "-offset",
                            message:
                                "\(local.time.spoken) happens twice on \(local.day.spoken), as the clocks go back. Choose which one you mean."
                        ))
                    return nil
                }
                return chosen == 60 ? earlier : later
            case .never: throw ProgrammeRefusal.timeNever(local)
            }
        } catch {
            errors.append(FieldError(field: field, message: error.message))
            return nil
        }
    }

    /// "10:30" on the day, or "30 January 2018 10:30".
    private static func local(_ text: String, _ day: Day, _ first: Day) throws(ProgrammeRefusal) -> LocalTime {
        if let time = clock(text) { return LocalTime(day, time) }
        let words = text.split(separator: " ")
        if words.count > 1, let last = words.last, let time = clock(String(last)),
            let other = try? self.day(words.dropLast().joined(separator: " "), countingFrom: first)
        {
            return LocalTime(other, time)
        }
        throw .timeUnreadable(String(text.prefix(60)))
    }

    /// As people type a time, also "0930" and "noon".
    private static func clock(_ text: String) -> ClockTime? {
        if let time = ClockTime(text) { return time }
        let folded = text.lowercased()
        if folded == "noon" || folded == "midday" { return ClockTime(hour: 12, minute: 0) }
        guard folded.utf8.count == 4, let number = wholeNumber(folded) else { return nil }
        return ClockTime(hour: number / 100, minute: number % 100)
    }

    /// As people type a date. What has only one meaning is taken: 29/01/2018, and "29 Jan" in the plan's own year.
    static func day(_ text: String, countingFrom first: Day) throws(ProgrammeRefusal) -> Day {
        guard !text.isEmpty else { throw .dateUnreadable("") }
        let bare = text.split(separator: " ").filter { Weekday(beginning: String($0)) == nil }.joined(separator: " ")
        let typed = bare.isEmpty ? text : bare
        do {
            return try DateEntry.day(typed, today: first)
        } catch {
            if case .dateAmbiguous(_, let readings) = error, readings.count == 1 { return readings[0] }
            for year in [first.year, first.year + 1] {
                if let day = try? DateEntry.day("\(typed) \(year)", today: first), day >= first { return day }
            }
            throw error
        }
    }
}

extension TimeEntry {
    /// The questions about times that happen twice, as radios below their field.
    func offsetFields(countingFrom first: Day, errors: [FieldError]) -> [ChoiceGroup] {
        questions(countingFrom: first).map { field, local in
            let chosen = field == "starts" ? startsOffset : endsOffset
            return ChoiceGroup(
                kind: .radios, name: field + "-offset", legend: "Which \(local.time.spoken)?",
                hint: "The clocks go back on \(local.day.spoken), so this time happens twice.",
                error: errors.message(for: field + "-offset"),
                choices: [
                    Choice(
                        value: "+01:00", label: "The first, in summer time (British Summer Time)",
                        isChosen: chosen == "+01:00"),
                    Choice(
                        value: "+00:00", label: "The second, in winter time (Greenwich Mean Time)",
                        isChosen: chosen == "+00:00"),
                ])
        }
    }
}
