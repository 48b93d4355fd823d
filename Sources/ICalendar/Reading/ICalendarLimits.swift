/// How much a file may ask of the reader before it is refused.
package struct ICalendarLimits: Hashable, Sendable {
    /// Of the whole file.
    package var octets = 16 * 1024 * 1024
    /// Of one content line after unfolding.
    package var lineOctets = 1024 * 1024
    /// Of all components together.
    package var properties = 500_000
    /// Of all kinds together.
    package var components = 100_000
    /// How deep components may nest; a real file has at most four levels.
    package var depth = 8

    package init() {}
}
