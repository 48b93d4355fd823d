import Exchange

extension CSVKind {
    /// The kind that somebody named on the command line.
    static func asked(_ name: String) throws -> CSVKind {
        do {
            return try CSVKind(named: name)
        } catch {
            throw ProgramFailure.usage(error.message)
        }
    }
}
