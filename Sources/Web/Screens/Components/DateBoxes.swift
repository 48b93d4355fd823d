import HTML

/// A date that one knows by heart, in three boxes named `name-day`, `name-month` and `name-year`.
struct DateBoxes: Component {
    var name: String
    var legend: String
    var hint: String?
    var day = ""
    var month = ""
    var year = ""
    var error: String?

    var body: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        Div(.class("field", error == nil ? nil : "field--error")) {
            Fieldset(.class("fieldset"), .aria(.describedby, notes.ids)) {
                Legend(legend, .class("field__label"))
                notes
                Div(.class("date-boxes"), .id(name)) {
                    box("Day", "day", day, .two)
                    box("Month", "month", month, .two)
                    box("Year", "year", year, .four)
                }
            }
        }
    }

    private func box(_ label: String, _ part: String, _ value: String, _ width: FieldWidth) -> Markup {
        let id = "\(name)-\(part)"
        return Div {
            Label(label, for: id)
            Input(
                .text, name: id, .id(id), .class("input input--\(width.rawValue)"), .value(value), .inputmode(.numeric),
                .autocomplete(.off), .when(error != nil, .aria(.invalid, true)))
        }.markup
    }
}
