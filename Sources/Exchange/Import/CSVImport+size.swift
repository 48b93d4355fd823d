import CSV

extension CSVImport {
    /// Says that a file is too large to be imported, and what to do; nil when it is not. Asked before a file is kept, as
    /// nobody can look at the rest of it either.
    package static func excess(_ bytes: [UInt8], _ kind: CSVKind) -> String? {
        CSVLimits.standard.excess(bytes, expecting: kind.expectation(withEvent: true)).map {
            "\($0) Repeat the row that names the columns at the top of each. Nothing was kept."
        }
    }

    /// Says the same of a file that was not read to its end.
    package static let tooMuch = """
        The file is larger than the 5 MB that an import may have. Split it into several files. Repeat the row that names \
        the columns at the top of each. Nothing was kept.
        """
}
