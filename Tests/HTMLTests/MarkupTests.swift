import HTML
import Testing

@Suite("Markup")
struct MarkupTests {
    @Test("A small page is written to the byte")
    func smallPage() {
        let page = Document {
            Head {
                Meta.utf8
                Meta(name: "viewport", content: "width=device-width")
                Title("Practice Week")
                Link(.stylesheet, href: "/style.css")
                Script(module: "/app.js")
            }
            Body(.class("page")) {
                H1("Programme")
                P {
                    "Book "
                    A("a place", href: "/sessions/PW18-014", .class("link"))
                    "."
                    Br()
                    3
                }
            }
        }
        #expect(
            page.markup.text == """
                <!DOCTYPE html>
                <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
                <title>Practice Week</title><link rel="stylesheet" href="/style.css">\
                <script type="module" src="/app.js"></script></head><body class="page"><h1>Programme</h1>\
                <p>Book <a href="/sessions/PW18-014" class="link">a place</a>.<br>3</p></body></html>

                """)
    }

    @Test("A form is written to the byte")
    func form() {
        let form = Form(.post, to: "/sign-in", .novalidate()) {
            Input(.hidden, name: "csrf", .value("t"))
            Label("Email", for: "email")
            Input(.email, name: "email", .id("email"), .autocomplete(.email), .required(), .disabled(false))
            Select(name: "day") {
                Option("Monday", value: "mon", selected: true)
                Optgroup(label: "Later") { Option("Tuesday", value: "tue") }
            }
            Textarea(name: "reason", value: "\nfirst", .rows(3))
            Button(.submit, "Send")
        }
        #expect(
            form.markup.text == """
                <form method="post" action="/sign-in" novalidate><input type="hidden" name="csrf" value="t">\
                <label for="email">Email</label>\
                <input type="email" name="email" id="email" autocomplete="email" required>\
                <select name="day"><option value="mon" selected>Monday</option>\
                <optgroup label="Later"><option value="tue">Tuesday</option></optgroup></select>\
                <textarea name="reason" rows="3">\n\nfirst</textarea><button type="submit">Send</button></form>
                """)
    }

    @Test("Void elements have no end tag, and empty ones have")
    func voidElements() {
        #expect(
            Markup {
                Br(); Hr(); Wbr()
            }.text == "<br><hr><wbr>")
        #expect(Img(src: "/a.svg", alt: "").markup.text == "<img src=\"/a.svg\" alt=\"\">")
        #expect(Div().markup.text == "<div></div>")
        #expect(Td(.colspan(2)).markup.text == "<td colspan=\"2\"></td>")
    }

    @Test("Attributes stand in the order in which they were given")
    func order() {
        #expect(Div(.id("a"), .class("b"), .title("c")).markup.text == "<div id=\"a\" class=\"b\" title=\"c\"></div>")
        #expect(Div(.title("c"), .class("b"), .id("a")).markup.text == "<div title=\"c\" class=\"b\" id=\"a\"></div>")
    }

    @Test("Attributes that do not hold are not written")
    func omitted() {
        let attributes: [Attribute] = [
            .hidden(false), .id(nil), .class(nil, nil), .aria(.current, nil), .data("x", nil), .none,
            .when(false, .title("x")),
        ]
        #expect(Div(attributes: attributes) { "x" }.markup.text == "<div>x</div>")
    }

    @Test("Classes are joined, and a nil among them is left out")
    func classes() {
        #expect(Div(.class("a", nil, "b")).markup.text == "<div class=\"a b\"></div>")
    }

    @Test("States of assistive technology are words")
    func aria() {
        let html = Div(.aria(.hidden, true), .aria(.invalid, false), .aria(.describedby, "x-hint")).markup.text
        #expect(html == "<div aria-hidden=\"true\" aria-invalid=\"false\" aria-describedby=\"x-hint\"></div>")
    }

    @Test("A data attribute has one name whatever was written")
    func dataName() {
        #expect(Div(.data("a b\"=x", "1"), .data("copy")).markup.text == "<div data-a-b--x=\"1\" data-copy=\"\"></div>")
    }

    @Test("Blocks may branch, repeat and be empty", arguments: [0, 1, 2])
    func control(number: Int) {
        let markup = Markup {
            if number == 0 { Em("none") } else { Strong("some") }
            if number == 1 { "one" }
            switch number {
            case 2: "two"
            default: Markup.empty
            }
            for each in 0..<number { each }
            Optional<String>.none
            ["a", "b"]
        }
        let expected = ["<em>none</em>ab", "<strong>some</strong>one0ab", "<strong>some</strong>two01ab"]
        #expect(markup.text == expected[number])
    }

    @Test("A component stands in a block as what it shows")
    func component() {
        #expect(Div { Greeting(name: "A & B") }.markup.text == "<div><p>Hello A &amp; B</p></div>")
    }

    @Test("A literal of markup is a text like any other")
    func literal() {
        let name = "<b>"
        let markup: Markup = "Hello \(name) & all"
        #expect(markup.text == "Hello &lt;b&gt; &amp; all")
    }

    @Test("A drawing keeps its numbers short and within reason")
    func drawing() {
        let svg = SVG.Svg(width: 10, height: 5, label: nil) {
            SVG.Rect(.geometry(.x, 1.005), .geometry(.y, 2), .geometry(.width, .infinity), .geometry(.height, 1e300))
            SVG.Polyline(.points([(x: 0, y: 1.5), (x: .nan, y: -2)]))
        }
        #expect(
            svg.markup.text == """
                <svg viewBox="0 0 10 5" focusable="false" aria-hidden="true">\
                <rect x="1" y="2" width="0" height="0"></rect><polyline points="0,1.5 0,-2"></polyline></svg>
                """)
    }
}

private struct Greeting: Component {
    var name: String
    var body: Markup { P("Hello \(name)") }
}
