import Mail
import Testing

@Suite("Mail: where it goes")
struct DestinationTests {
    private func server(_ url: String) throws -> SMTPServer? {
        guard case .server(let server) = try MailDestination(url) else { return nil }
        return server
    }

    @Test("a server alone: port 25, encryption if it is offered")
    func plain() throws {
        let server = try #require(try server("smtp://mail.example.org"))
        #expect(server.host == "mail.example.org" && server.port == 25)
        #expect(server.user == nil && server.password == nil && server.clientName == nil)
        #expect(server.tls == .offered)
    }

    @Test("with a user: port 587, encryption required, except on this machine")
    func user() throws {
        let away = try #require(try server("smtp://week:p%40ss%3A%2F@mail.example.org"))
        #expect(away.port == 587 && away.user == "week" && away.password == "p@ss:/" && away.tls == .required)
        #expect(try server("smtp://week:x@127.0.0.1:2525")?.tls == .offered)
    }

    @Test("smtps: port 465, encrypted from the start, whatever the options")
    func implicit() throws {
        let server = try #require(try server("SMTPS://mail.example.org?tls=off"))
        #expect(server.port == 465 && server.tls == .implicit)
    }

    @Test("port, client name and encryption can be said")
    func options() throws {
        let server = try #require(try server("smtp://[::1]:2525/week.example.org?tls=off"))
        #expect(server.host == "[::1]" && server.port == 2525)
        #expect(server.clientName == "week.example.org" && server.tls == .off)
    }

    @Test(
        "directories",
        arguments: [
            ("file:/var/mail", "/var/mail"), ("file:///var/mail", "/var/mail"), ("file:state/mail", "state/mail"),
            ("file:/a b%20c", "/a b%20c"),
        ])
    func directories(url: String, path: String) throws {
        #expect(try MailDestination(url) == .directory(path))
    }

    @Test(
        "each mistake has its own sentence",
        arguments: [
            ("", .unknownScheme), ("mail.example.org", .unknownScheme), ("http://x", .unknownScheme),
            ("smtp:x", .noHost),
            ("smtp://", .noHost), ("smtp://:25", .noHost), ("smtp://a b", .badHost), ("smtp://x\r\ny", .badHost),
            ("smtp://[::1", .badHost), ("smtp://[]", .badHost), ("smtp://x:0", .badPort), ("smtp://x:65536", .badPort),
            ("smtp://x:+25", .badPort), ("smtp://x:", .badPort), ("smtp://x:99999999999999999999", .badPort),
            ("smtp://u:%zz@x", .badCredentials), ("smtp://u:a%0Db@x", .badCredentials),
            ("smtp://:secret@x", .passwordWithoutUser), ("smtp://x/a/b", .badClientName),
            ("smtp://x?tls=maybe", .unknownOption("tls")), ("smtp://x?ssl=1", .unknownOption("ssl")),
            ("smtp://x?tls=implicit", .unknownOption("tls")), ("file:", .noDirectory),
            ("file://host/x", .directoryOnHost),
        ] as [(String, MailDestinationError)])
    func mistakes(url: String, error: MailDestinationError) {
        #expect(throws: error) { try MailDestination(url) }
    }

    @Test("no mistake repeats the password")
    func secret() throws {
        for url in ["smtp://u:secret@x:y", "smtp://u:secret@", "smtp://u:secret%zz@x", "smtp://:secret@x", "u:secret"] {
            let error = try #require(throws: MailDestinationError.self) { try MailDestination(url) }
            #expect(!error.description.contains("secret"))
        }
    }

    @Test("a destination that is printed, or dumped, shows no password")
    func printed() throws {
        let destination = try MailDestination("smtp://week:secret@mail.example.org")
        var dumped = ""
        dump(destination, to: &dumped)
        #expect("\(destination)".contains("smtp://mail.example.org:587/"))
        #expect(!"\(destination) \(String(reflecting: destination)) \(dumped)".contains("secret"))
    }
}
