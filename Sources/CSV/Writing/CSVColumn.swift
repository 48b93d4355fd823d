/// One column of an export: its name, and how a row fills it.
package struct CSVColumn<Row>: Sendable {
    package let name: String
    let cell: @Sendable (Row) -> CSVCell

    package init<Value: CSVValue>(_ name: String, _ value: @escaping @Sendable (Row) -> Value) {
        self.name = name
        cell = { value($0).csvCell }
    }
}
