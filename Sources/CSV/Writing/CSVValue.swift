/// A value that a column can write.
package protocol CSVValue: SendableMetatype {
    var csvCell: CSVCell { get }
}

extension CSVCell: CSVValue {
    package var csvCell: CSVCell { self }
}

extension String: CSVValue {
    package var csvCell: CSVCell { .text(self) }
}

extension Int: CSVValue {
    package var csvCell: CSVCell { .number(self) }
}

extension Bool: CSVValue {
    package var csvCell: CSVCell { .boolean(self) }
}

extension CSVDate: CSVValue {
    package var csvCell: CSVCell { .text(description) }
}

extension CSVTime: CSVValue {
    package var csvCell: CSVCell { .text(description) }
}

extension CSVDateTime: CSVValue {
    package var csvCell: CSVCell { .text(description) }
}

extension Optional: CSVValue where Wrapped: CSVValue {
    package var csvCell: CSVCell { self?.csvCell ?? .empty }
}
