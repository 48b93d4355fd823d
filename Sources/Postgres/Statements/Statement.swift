/// One SQL statement as a Swift type: its text, its parameters and its rows. It is prepared once per connection.
package protocol Statement: Sendable {
    /// Void for statements whose rows, if any, are of no interest.
    associatedtype Row: Sendable = Void

    /// Constant text with `$1`, `$2` …; values only ever travel as parameters.
    static var sql: String { get }

    /// Appends the parameters in order.
    func bind(to parameters: inout Parameters)

    /// Takes the columns in order.
    static func decode(_ row: inout RowReader) throws -> Row
}

extension Statement {
    package func bind(to parameters: inout Parameters) {}
}

extension Statement where Row == Void {
    package static func decode(_ row: inout RowReader) throws {}
}
