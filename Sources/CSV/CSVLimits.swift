/// How much one import may hold. Every limit that is passed is a problem with its own sentence, never a silent cut.
package struct CSVLimits: Sendable, Equatable {
    /// Size of the file as it came, in bytes.
    package var bytes: Int
    /// Records after the header; skipped rows do not count.
    package var rows: Int
    /// Columns in the header.
    package var columns: Int
    /// Length of one field, in Unicode scalars.
    package var characters: Int

    package init(bytes: Int = 5_242_880, rows: Int = 20_000, columns: Int = 200, characters: Int = 10_000) {
        self.bytes = bytes
        self.rows = rows
        self.columns = columns
        self.characters = characters
    }

    package static let standard = CSVLimits()
}
