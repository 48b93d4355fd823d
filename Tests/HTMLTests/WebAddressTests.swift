import HTML
import Testing

@Suite("Addresses")
struct WebAddressTests {
    @Test(
        "Schemes that could run something, or that nobody knows, go nowhere",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
            "java\tscript:alert(1)", "java\nscript:alert(1)", "java\u{0}script:alert(1)", "java\u{FFFE}script:alert(1)",
            "\u{1}javascript:alert(1)", "\u{FEFF}javascript:alert(1)", "data:text/html,<script>", "vbscript:x",
            "file:///etc/passwd", "blob:x", "about:blank", "x:y", ":", "http\u{301}:x", "javascript\u{301}:alert(1)",
            "\\javascript:x", "feed:javascript:alert(1)",
        ])
    func inert(text: String) {
        #expect(A("x", href: WebAddress(text)).markup.text == "<a href=\"#\">x</a>")
    }

    @Test(
        "The allowed schemes and relative addresses stay as they are",
        arguments: [
            "https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org", "webcal://example.org/x.ics",
            "/sessions/PW18-014", "sessions", "?day=2018-01-29", "#main", "", "/a:b", "a&#58;b:c", "?at=10:30", "#t:1",
            "./x:y",
        ])
    func allowed(text: String) {
        #expect(WebAddress(text).text == text)
    }

    @Test("What is put into a literal is one segment or one value")
    func interpolation() {
        let hostile = "../a?b=c&d#e é\"<"
        let address: WebAddress = "/sessions/\(hostile)?page=\(2)"
        #expect(address.text == "/sessions/..%2Fa%3Fb%3Dc%26d%23e%20%C3%A9%22%3C?page=2")
    }

    @Test("A value at the beginning of a literal cannot bring a scheme")
    func interpolatedScheme() {
        let text = "javascript:alert(1)"
        let address: WebAddress = "\(text)"
        #expect(address.text == "javascript%3Aalert%281%29")
    }

    @Test("A parameter is added before the fragment, and nil adds none")
    func parameters() {
        let address = WebAddress("/#list").adding("day", "mon & tue").adding("site", nil).adding("q", "a=b")
        #expect(address.text == "/?day=mon%20%26%20tue&q=a%3Db#list")
    }

    @Test("A mail address keeps its sign and nothing else that could add a header")
    func mail() {
        #expect(WebAddress.mail(to: "a+b@example.org?cc=x").text == "mailto:a%2Bb@example.org%3Fcc%3Dx")
    }

    @Test("Only a path of this site is a place to go back to")
    func onThisSite() {
        #expect(WebAddress("/me").isOnThisSite)
        #expect(WebAddress("/").isOnThisSite)
        for text in ["//example.org", "/\\example.org", "https://example.org", "me", "", "/\t/example.org", "#"] {
            #expect(!WebAddress(text).isOnThisSite)
        }
    }
}
