/// Something in a file that is not as the standards have it, and what the reader made of it.
package struct ICalendarNote: Hashable, Sendable {
    /// The physical line, from 1.
    package let line: Int
    package let sentence: String
}
