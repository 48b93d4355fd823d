/// The starts that a rule makes, in order, by the wall clock, from the first one not before `start`. It knows neither
/// COUNT nor UNTIL nor zones: `RecurrenceRule+expansion` adds them.
///
/// It ends with the calendar, with `lastYear`, or after a hundred thousand periods in a row that hold no instance.
struct RecurrenceIterator: Sequence, IteratorProtocol {
    private static let maximumEmptyPeriods = 100_000

    private let period: RecurrencePeriod
    private let start: CalendarDateTime
    private let lastYear: Int
    private var position: Int
    private var pending: [CalendarDateTime] = []
    private var nextPending = 0
    private var isDone = false

    init(rule: RecurrenceRule, start: CalendarDateTime, lastYear: Int = 9999) {
        period = RecurrencePeriod(rule: rule, start: start)
        self.start = start
        self.lastYear = Swift.min(lastYear, 9999)
        position = period.first
    }

    mutating func next() -> CalendarDateTime? {
        var empty = 0
        while !isDone {
            while nextPending < pending.count {
                let candidate = pending[nextPending]
                nextPending += 1
                if candidate >= start { return candidate }
            }
            guard period.year(of: position) <= lastYear, empty < Self.maximumEmptyPeriods else {
                isDone = true
                break
            }
            pending = period.instances(at: position)
            nextPending = 0
            position += period.step
            empty += 1
        }
        return nil
    }
}
