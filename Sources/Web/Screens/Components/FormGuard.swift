import HTML

/// What makes a form ours, and sent once: the token of this browser's session and the key of this page's form.
struct FormGuard {
    static let tokenName = "csrf"
    static let keyName = "idempotency_key"

    var token: String
    /// Nil where sending twice does no harm.
    var key: String?
}

/// A form that changes something.
struct PostForm: Component {
    var address: WebAddress
    var formGuard: FormGuard
    var isInline: Bool
    var content: Markup

    init(
        to address: WebAddress, guard formGuard: FormGuard, isInline: Bool = false, @MarkupBuilder content: () -> Markup
    ) {
        self.address = address
        self.formGuard = formGuard
        self.isInline = isInline
        self.content = content()
    }

    var body: Markup {
        Form(.post, to: address, .novalidate(), .class(isInline ? "form-inline" : nil)) {
            Input(.hidden, name: FormGuard.tokenName, .value(formGuard.token))
            if let key = formGuard.key {
                Input(.hidden, name: FormGuard.keyName, .value(key))
            }
            content
        }
    }
}
