/// Why a rule cannot be had or followed.
package enum RecurrenceError: Error, Hashable, Sendable {
    /// What is wrong, as a sentence for people.
    case malformed(String)
    /// Hourly and shorter rules: no client of ours shows them.
    case unsupported(RecurrenceFrequency)
}

extension RecurrenceError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed(let sentence): sentence
        case .unsupported(let frequency): "Rules with FREQ=\(frequency.rawValue) are not followed."
        }
    }
}
