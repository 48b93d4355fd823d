import HTML

/// Where somebody who reads about a nominee says that it worries them, without leaving the page.
struct WorryPart: Component {
    static let backName = "back"

    var address: WebAddress
    /// Where to go on afterwards; nil is where that route leads.
    var back: WebAddress?
    var formGuard: FormGuard

    var body: Markup {
        Disclosure("Something about this worries me") {
            P("The safeguarding lead is told at once, and reads here what you write. Nobody else does.")
            P("If somebody is in danger now, ring 999 first.")
            PostForm(to: address, guard: formGuard) {
                if let back { Input(.hidden, name: Self.backName, .value(back.text)) }
                TextAreaField(name: "words", label: "What worries you (you can leave this empty)", rows: 3, limit: 2000)
                ActionButton("Tell the safeguarding lead", .secondary)
            }
        }
    }

    /// Where a form of this part asks to go on, or else there.
    static func next(_ form: FormFields, else usual: WebAddress) -> WebAddress {
        (WebAddress.returning(to: form[backName]) ?? usual).adding("done", "worry")
    }
}
