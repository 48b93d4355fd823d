/// A CSV file as read: its records, and everything that is wrong with it. Nothing of it should be used for a change
/// while `problems` has any; the good records are there so that a caller can look for more problems.
package struct CSVDocument: Sendable {
    /// Normalised names in the file's order; an unnamed column is empty.
    package internal(set) var columns: [String] = []
    package internal(set) var records: [CSVRecord] = []
    package internal(set) var problems: [CSVProblem] = []
    package internal(set) var warnings: [CSVProblem] = []
    /// What a person should know about how the file was read (its encoding, its delimiter).
    package internal(set) var notes: [String] = []

    init() {}

    /// Reads a whole file and gathers all problems instead of stopping at the first.
    package static func read(
        _ bytes: [UInt8], expecting expectation: CSVExpectation = .anything, limits: CSVLimits = .standard
    ) -> CSVDocument {
        var reader = CSVReader(expectation: expectation, limits: limits)
        do {
            try reader.read(bytes)
        } catch {
            reader.document.problems.append(CSVProblem(line: error.line, message: error.message))
        }
        return reader.document
    }
}
