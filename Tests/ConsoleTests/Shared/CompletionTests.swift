import Testing

@testable import Console

@Suite("Completion")
struct CompletionTests {
    let completer: Completer

    init() throws {
        completer = try #require(
            Completer { value in
                switch value {
                case .event: ["practice-week-2018", "practice-week-2019", "briefings-2018"]
                case .reference: ["PW18-001", "PW18-002", "PW18-011"]
                case .room: ["Corbyn Road/Room 1", "Corbyn Road/Room 2", "Himley Hall/Great Hall"]
                case .email: ["ada@example.org", "ida@example.org"]
                default: []
                }
            })
    }

    @Test(
        "Tab puts in what can only be meant",
        arguments: [
            ("ses", "sion "), ("session mo", "ve "), ("session list --ev", "ent "), ("event show b", "riefings-2018 "),
            ("event show prac", "tice-week-201"), ("book PW18-01", "1 "), ("book pw18-01", "1 "),
            ("book PW18-001 a", "da@example.org "),
            ("session list --event b", "riefings-2018 "), ("help wait", "list "), ("help session mo", "ve "),
            ("room change him", #"ley\ Hall/Great\ Hall "#), (#"room change "him"#, #"ley Hall/Great Hall" "#),
            ("room change 'Himley H", "all/Great Hall' "), (#"room change Corbyn\ Road/Ro"#, #"om\ "#),
            ("session move PW18-002 --room him", #"ley\ Hall/Great\ Hall "#),
            ("session add --facilitator a", "da@example.org "),
        ])
    func inserts(_ typed: String, _ insertion: String) {
        #expect(completer.complete(typed) == Completion(insertion: insertion, choices: []))
    }

    @Test(
        "Tab lists what could be meant",
        arguments: [
            ("se", ["session", "series", "seat"]), ("event ", ["add", "list", "show", "change"]),
            ("book PW18-00", ["PW18-001", "PW18-002"]),
            (#"room change "Corbyn Road/Room "#, ["Corbyn Road/Room 1", "Corbyn Road/Room 2"]),
        ])
    func lists(_ typed: String, _ choices: [String]) {
        #expect(completer.complete(typed) == Completion(insertion: "", choices: choices))
    }

    @Test(
        "Tab does nothing where nothing is known",
        arguments: ["zzz", "session add --title ", "quit x", "book PW18-001 a b", "site\\"])
    func nothing(_ typed: String) {
        #expect(completer.complete(typed) == .nothing)
    }

    @Test("After a verb without arguments its options are offered")
    func options() {
        #expect(completer.complete("session list ").insertion == "--")
        let choices = completer.complete("session list --").choices
        #expect(choices.starts(with: ["--event", "--site", "--from", "--to"]))
    }

    @Test("A long list is cut, with how many more there are")
    func longList() {
        let listing = Completion(insertion: "", choices: (1...100).map { "PW18-\($0)" }).listing(width: 80)
        #expect(listing.hasSuffix("… and 40 more\n"))
        #expect(listing.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
