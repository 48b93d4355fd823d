extension ProgrammeRefusal {
    package var message: String {
        switch self {
        case .slugMalformed(let text):
            "“\(text)” cannot be an address. Use lower-case letters, digits and hyphens, like practice-week-2018."
        case .slugTaken(let slug): "There is already one called '\(slug)'."
        case .referenceTaken(let reference): "The reference \(reference) is already used."
        case .referenceMalformed(let text): "“\(text)” is not a reference. One looks like PW18-014."
        case .datesInWrongOrder: "The last day is before the first."
        case .daysOutOfRange: "An event lies between 2000 and 2099 and lasts at most 800 days."
        case .endNotAfterStart: "The end must be after the start."
        case .halfATime: "Give both a start and an end, or neither to leave the session unplaced."
        case .tooLong: "A session lasts 14 days at most."
        case .timeNever(let local):
            "\(local.iso) does not exist in London: the clocks go forward over it. Choose another time."
        case .timeTwice(let local):
            "\(local.iso) happens twice in London: the clocks go back. Write the offset: \"\(local.iso)+01:00\" for the first, \"\(local.iso)+00:00\" for the second."
        case .dateAmbiguous(let text, let readings):
            "“\(text)” could be \(readings.map(\.long).joined(separator: " or ")). Write it as \(readings.map(\.iso).joined(separator: " or "))."
        case .dateUnreadable(let text): "“\(text)” is not a date. Write it like 2018-01-29 or 29 Jan 2018."
        case .timeUnreadable(let text): "“\(text)” is not a time. Write it like 09:30."
        case .outsideEvent(let reference, let event): "\(reference) lies outside the days of \(event)."
        case .capacityOutOfRange(let capacity): "A capacity is a whole number from 1 to 10,000; \(capacity) is not."
        case .capacityBelowTaken(let capacity, let taken):
            "\(taken == 1 ? "1 place is" : "\(taken) places are") taken, so the capacity cannot be \(capacity). Move or cancel \(taken - capacity) of them first."
        case .minutesOutOfRange(let minutes): "A length is from 1 to 20,160 minutes; \(minutes) is not."
        case .kindMalformed(let kind): "“\(kind)” cannot be a kind. Use one lower-case word, like workshop or drop_in."
        case .urlMalformed(let url): "“\(url)” is not a web address. It starts with https:// and holds no spaces."
        case .audienceUnreadable(let entry):
            "“\(entry)” is not an audience. Write role:manager, service:Early Help, team:NAME, employer:NAME or after:PW18-003, separated by “;”."
        case .audienceItself: "A session cannot ask for itself first."
        case .ruleUnreadable(let rule, let why): "“\(rule)” is not a rule that can be kept: \(why)"
        case .ruleMissesStart(let local):
            "The first date, \(local.iso), is not one that the rule gives. Start on one of its dates."
        case .ruleWithoutInstances: "The rule gives no date before it ends."
        case .ruleNeedsOneEnd: "Say when the series ends: either the last day or how many times, not both."
        case .noOccurrence(let series, let day): "\(series) has no occurrence on \(day.weekday.name) \(day.long)."
        case .cancelledAlready(let reference): "\(reference) is cancelled."
        case .releasedCannotBeUnplaced(let reference):
            "\(reference) has been released, so it keeps a time. Move it or cancel it."
        case .releasedCannotBeRemoved(let reference):
            "\(reference) has been released, so it is kept. Cancel it instead."
        case .eventNotOpen(let slug): "\(slug) is closed."
        case .reasonMissing: "Give a reason; people who booked will read it."
        case .nothingToRelease(let slug):
            "\(slug) has nothing to release: no session has a time yet, or nothing changed since the last release."
        case .cannotRelease(let clashes):
            "Nothing was released. " + Self.inWords(clashes)
        case .incomplete(let lacking): "Nothing was released, as something is missing. " + Self.inWords(lacking)
        case .stale(let reference, let changed):
            "\(reference) was changed meanwhile\(changed.isEmpty ? "" : " (\(changed.map(Self.inWords).joined(separator: ", ")))"). Yours was not saved; look at the new version and try again."
        case .noTimeYet(let reference): "\(reference) has no time yet. Give it one first."
        case .datesOutOfRange(let count): "Choose from 1 to 100 dates at a time; these are \(count)."
        case .seriesChangedOccurrence: "This date belongs to a series. Use series move or series skip."
        }
    }

    private static let mostNamed = 50

    private static func inWords(_ clashes: [Clash]) -> String {
        let named = clashes.prefix(mostNamed).map(\.reason).joined(separator: " ")
        return named + (clashes.count > mostNamed ? " And \(clashes.count - mostNamed) more." : "")
    }

    /// A field of a session, as a person calls it.
    private static func inWords(_ field: String) -> String {
        switch field {
        case "starts_at": "start"
        case "ends_at": "end"
        case "minutes": "length"
        case "online_url": "joining link"
        case let other: other.replacing("_", with: " ")
        }
    }
}
