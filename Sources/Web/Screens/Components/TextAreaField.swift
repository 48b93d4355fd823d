import HTML

/// Several lines to type into. With a limit it says how many characters there may be; the script counts them down.
struct TextAreaField: Component {
    var name: String
    var label: String
    var hint: String?
    var value = ""
    var error: String?
    var rows = 5
    /// The greatest number of characters; the server is the one that checks it.
    var limit: Int?
    /// The greatest number of words, where they are counted instead.
    var words: Int?

    var body: Markup {
        FieldFrame(name: name, label: label, hint: hint, error: error, control: control)
    }

    private var control: Markup {
        let notes = FieldNotes(name: name, hint: hint, error: error)
        let countID = (limit ?? words).map { _ in name + "-count" }
        let described = [notes.ids, countID].compactMap { $0 }.joined(separator: " ")
        return Markup {
            Textarea(
                name: name, value: value, .id(name), .class("input textarea"), .rows(rows),
                .aria(.describedby, described.isEmpty ? nil : described), .when(error != nil, .aria(.invalid, true)),
                .data("limit", (limit ?? words).map(String.init)), .data("words", words.map { _ in "" }))
            if let words {
                P("You can write up to \(words) words.", .class("hint"), .id(countID), .data("count-for", name))
            }
            if let limit {
                P("You can enter up to \(limit) characters.", .class("hint"), .id(countID), .data("count-for", name))
            }
        }
    }
}
