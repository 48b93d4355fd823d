/// What one field of an export holds. Absent is empty, never a word for nothing (rule 8.5).
package enum CSVCell: Sendable, Equatable {
    case empty
    case text(String)
    case number(Int)
    case boolean(Bool)
}
