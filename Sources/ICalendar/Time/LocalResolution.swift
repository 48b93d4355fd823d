package import Foundation

/// What a wall clock reading means in a zone.
package enum LocalResolution: Hashable, Sendable {
    case once(Date)
    /// The hour that autumn repeats; the first is meant (rule 3.11).
    case twice(first: Date, second: Date)
    /// The hour that spring skips. `after` is where the reading would fall had the clock not yet been moved.
    case never(after: Date)
}
