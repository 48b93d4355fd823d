/// One record as the scanner found it, before any column has a name.
struct CSVRawRecord {
    /// Something that is not CSV, or too long, at one field.
    struct Fault {
        enum Kind {
            case textAfterQuote
            /// With the line on which the quote opened.
            case unclosedQuote(line: Int)
            case tooLong
        }

        var kind: Kind
        /// Position of the field in the record, from 0.
        var field: Int
        var value: String
    }

    /// Physical line on which the record starts.
    var line: Int
    /// The first fields, as many as were asked for.
    var fields: [String] = []
    /// How many fields there are, kept or not.
    var count = 0
    /// Whether nothing but white space stands in any field.
    var isBlank = true
    var faults: [Fault] = []
}
