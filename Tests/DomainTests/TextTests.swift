import Domain
import Testing

@Suite("Free text")
struct FreeTextTests {
    @Test("A line is trimmed and composed")
    func clean() throws {
        #expect(try FreeText.line("  Cafe\u{301} ", "a name").unicodeScalars.count == 4)
    }

    @Test(
        "Control characters and hidden directions are refused",
        arguments: ["a\u{0}b", "a\u{7}b", "a\u{202E}b", "a\u{2066}b", "a\nb"])
    func hidden(_ text: String) {
        #expect(throws: TextProblem.self) { try FreeText.line(text, "a name") }
    }

    @Test("A megabyte is refused at once")
    func megabyte() {
        #expect(throws: TextProblem.tooLong("a name", longest: 200)) {
            try FreeText.line(String(repeating: "x", count: 1_000_000), "a name")
        }
    }

    @Test(
        "Case numbers and NHS numbers are refused",
        arguments: ["Case 1234", "case no. 7", "see CASE #12", "943 476 5919", "9434765919", "９４３４７６５９１９", "case ７"])
    func caseData(_ text: String) {
        #expect(throws: TextProblem.caseData("a title")) { try FreeText.line(text, "a title") }
    }

    @Test(
        "Ordinary words and numbers pass",
        arguments: ["Case discussion", "Room 12", "01384 812345", "9434765918", "Showcase 2018", "مرحبا"])
    func ordinary(_ text: String) throws {
        #expect(try FreeText.line(text, "a title") == text)
    }
}

@Suite("Finding by name")
struct NameMatchTests {
    private let rooms = ["Corbyn Road/Room 1", "Corbyn Road/Room 12", "Himley Hall/Great Hall"].map {
        (name: $0, value: $0)
    }

    @Test("An exact name beats a prefix")
    func exact() throws {
        #expect(try NameMatch.find("Corbyn Road/Room 1", kind: "room", among: rooms) == "Corbyn Road/Room 1")
    }

    @Test("A unique beginning will do, in any case")
    func prefix() throws {
        #expect(try NameMatch.find("him", kind: "room", among: rooms) == "Himley Hall/Great Hall")
    }

    @Test("Several beginnings are listed")
    func several() {
        #expect(
            throws: PeopleRefusal.severalNamed(
                kind: "room", name: "cor", candidates: ["Corbyn Road/Room 1", "Corbyn Road/Room 12"])
        ) {
            try NameMatch.find("cor", kind: "room", among: rooms)
        }
    }

    @Test("A miss says what is near")
    func near() {
        #expect {
            try NameMatch.find("Corbyn Road/Rom 1", kind: "room", among: rooms)
        } throws: { error in
            (error as? PeopleRefusal)?.message == "No room 'Corbyn Road/Rom 1'. Did you mean 'Corbyn Road/Room 1'?"
        }
    }

    @Test("Addresses are folded, and shapes that no mail server takes are refused")
    func email() throws {
        #expect(try EmailAddress(" Amara.Okafor@Example.ORG ").text == "amara.okafor@example.org")
        for bad in [
            "", "a", "a@b", "a@@example.org", "a b@example.org", "a@.org", "a@example..org", "a\u{0}@example.org",
            "<a@example.org>",
        ] {
            #expect(throws: PeopleRefusal.self) { try EmailAddress(bad) }
        }
    }
}
