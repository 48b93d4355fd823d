/// What came of reading a file.
package struct ICalendarReading: Hashable, Sendable {
    package let calendar: ICalendarObject
    /// In the order of their lines within each step of reading; no more than a thousand are kept.
    package let notes: [ICalendarNote]
}
