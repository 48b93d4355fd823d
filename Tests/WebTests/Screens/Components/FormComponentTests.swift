import HTML
import Testing

@testable import Web

@Suite("Form components")
struct FormComponentTests {
    @Test("A field's control points to its hint and its error, and says that it is wrong")
    func describedBy() {
        let html = TextField(name: "title", label: "Title", hint: "Short", error: "Enter a title").markup.text
        #expect(html.contains("<label for=\"title\" class=\"field__label\">Title</label>"))
        #expect(html.contains("aria-describedby=\"title-hint title-error\" aria-invalid=\"true\""))
        #expect(html.contains("id=\"title-hint\">Short</p>"))
        #expect(html.contains("id=\"title-error\"><span class=\"visually-hidden\">Error: </span>Enter a title</p>"))
    }

    @Test("A field without a hint or an error points to nothing")
    func plainField() {
        let html = TextField(name: "title", label: "Title", value: "a \"b\"").markup.text
        #expect(!html.contains("aria-"))
        #expect(html.contains("value=\"a &quot;b&quot;\""))
    }

    @Test("The error summary takes the focus and leads to the fields")
    func summary() {
        let html = ErrorSummary([FieldError(field: "title", message: "Enter a title")]).markup.text
        #expect(html.contains("There is a problem"))
        #expect(html.contains("role=\"alert\" tabindex=\"-1\" autofocus"))
        #expect(html.contains("<a href=\"#title\">Enter a title</a>"))
    }

    @Test("Without an error there is no summary")
    func noSummary() {
        #expect(ErrorSummary([]).markup.isEmpty)
    }

    @Test("A form that changes something carries the token and the key")
    func guarded() {
        let form = PostForm(to: "/sign-out", guard: FormGuard(token: "t", key: "k")) { "x" }
        #expect(form.markup.text.contains("<input type=\"hidden\" name=\"csrf\" value=\"t\">"))
        #expect(form.markup.text.contains("<input type=\"hidden\" name=\"idempotency_key\" value=\"k\">"))
        #expect(form.markup.text.hasPrefix("<form method=\"post\" action=\"/sign-out\" novalidate>"))
    }

    @Test("The first choice has the field's own id, where the error summary leads, and no id comes twice")
    func choiceIdentifiers() {
        let group = ChoiceGroup(
            kind: .checkboxes, name: "for", legend: "For", hint: "Any", error: "Choose one",
            choices: [Choice(value: "a", label: "A", hint: "x"), Choice(value: "b", label: "B", isChosen: true)])
        let html = group.markup.text
        let ids = html.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
        #expect(ids == ["for-hint", "for-error", "for", "for-item-hint", "for-2"])
        #expect(html.contains("id=\"for-2\" class=\"choice__input\" value=\"b\" checked>"))
    }

    @Test("A field with a limit says so, and its control points there")
    func limit() {
        let html = TextAreaField(name: "about", label: "About", limit: 500).markup.text
        #expect(html.contains("aria-describedby=\"about-count\""))
        #expect(html.contains("id=\"about-count\" data-count-for=\"about\">You can enter up to 500 characters.</p>"))
    }

    @Test("A button says what it is about to those who cannot see it")
    func subject() {
        let html = ActionButton("Book", subject: "Life story work").markup.text
        #expect(html.contains("Book<span class=\"visually-hidden\">: Life story work</span></button>"))
        #expect(!html.contains("name="))
    }
}
