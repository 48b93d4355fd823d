import HTML

/// Questions that narrow a list down. It works as a form with a button; the script sends it as soon as an answer
/// changes and puts the new list in place of the old one (`results` is the id of the list, with the ids of what else follows it).
struct FilterForm: Component {
    var address: WebAddress
    var results: String
    /// What the address already asks for and has to go on asking for, such as the day.
    var kept: [(name: String, value: String)] = []
    var lists: [(name: String, label: String, choices: [Choice])] = []
    var texts: [(name: String, label: String, value: String)] = []
    var boxes: [(name: String, label: String, isChosen: Bool)] = []
    /// Where all questions are taken back; nil when none is asked.
    var clear: WebAddress?
    var button = "Show"

    var body: Markup {
        Form(.get, to: address, .class("filters"), .role(.search), .aria(.label, "Filter"), .data("filter", results)) {
            for (name, value) in kept { Input(.hidden, name: name, .value(value)) }
            for (name, label, choices) in lists {
                Div(.class("filters__field")) {
                    Label(label, for: "filter-" + name)
                    Select(name: name, .id("filter-" + name), .class("input select")) {
                        for choice in choices { Option(choice.label, value: choice.value, selected: choice.isChosen) }
                    }
                }
            }
            for (name, label, value) in texts {
                Div(.class("filters__field")) {
                    Label(label, for: "filter-" + name)
                    Input(.search, name: name, .id("filter-" + name), .class("input"), .value(value))
                }
            }
            for (name, label, isChosen) in boxes {
                CheckboxField(name: name, label: label, isChosen: isChosen)
            }
            Div(.class("filters__actions")) {
                ActionButton(button, .secondary)
                if let clear { A("Clear filters", href: clear) }
            }
        }
    }
}
