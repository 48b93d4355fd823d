import Foundation
import Mail
import Testing

@Suite("Mail: over SMTP")
struct SMTPTransportTests {
    private func transport(_ server: SMTPTestServer, user: String = "", options: String = "") throws
        -> any MailTransport
    {
        try MailDestination("smtp://\(user)127.0.0.1:\(server.port)/week.example.org\(options)").transport()
    }

    /// Sends one message to a server in that mood and hands back the error.
    private func failure(_ mood: SMTPTestServer.Mood) async throws -> MailError? {
        let server = try SMTPTestServer(mood)
        defer { server.stop() }
        let transport = try transport(server)
        let message = try sample()
        return await #expect(throws: MailError.self) { try await transport.send(message) }
    }

    @Test("a message arrives byte for byte, with sender and recipient on the envelope")
    func arrives() async throws {
        let server = try SMTPTestServer()
        defer { server.stop() }
        var message = try sample(subject: "Siân’s briefing", text: String(repeating: "Hello, café.\n", count: 9000))
        message.html = "<p>Hello.</p>"
        try await transport(server).send(message)
        let record = server.record
        #expect(record.messages == [message.bytes])
        #expect(record.commands.prefix(1) == ["EHLO week.example.org"])
        #expect(record.commands.contains { $0.hasPrefix("MAIL FROM:<practice.week@example.org>") })
        #expect(record.commands.contains("RCPT TO:<ana.low@example.org>"))
    }

    @Test("lines that start with a dot are stuffed on the line and whole on arrival")
    func dots() async throws {
        let server = try SMTPTestServer()
        defer { server.stop() }
        let message = try sample(text: "first\n.\n..\n.hidden\nlast\n.")
        try await transport(server).send(message)
        let record = server.record
        #expect(record.messages == [message.bytes])
        #expect(record.raw.first.map { String(decoding: $0, as: UTF8.self) }?.contains("\r\n..hidden\r\n") == true)
    }

    @Test("several messages share a connection")
    func reuse() async throws {
        let server = try SMTPTestServer()
        defer { server.stop() }
        let transport = try transport(server)
        for number in 1...5 {
            try await transport.send(try sample(text: "Message \(number)"))
        }
        #expect(server.record.messages.count == 5)
        #expect(server.record.connections == 1)
    }

    @Test("messages sent at once all arrive")
    func parallel() async throws {
        let server = try SMTPTestServer()
        defer { server.stop() }
        let transport = try transport(server)
        let messages = try (1...8).map { try sample(text: "Message \($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for message in messages {
                group.addTask { try await transport.send(message) }
            }
            try await group.waitForAll()
        }
        #expect(Set(server.record.messages) == Set(messages.map(\.bytes)))
    }

    @Test("a recipient refused with 550 is permanent, with the server's words")
    func noSuchUser() async throws {
        let error = try await failure(.refusing("RCPT", with: "550 5.1.1 No such user here"))
        #expect(error?.isPermanent == true && error?.code == 550)
        #expect(error?.description.hasSuffix("refused: 550 5.1.1 No such user here") == true)
    }

    @Test("a recipient refused with 451 is temporary")
    func greylisted() async throws {
        let error = try await failure(.refusing("RCPT", with: "451 4.7.1 Try again later"))
        #expect(error?.isPermanent == false && error?.code == 451)
    }

    @Test(
        "a refusal of sender or content tells permanent from temporary, too",
        arguments: [
            ("MAIL", "553 5.1.8 Sender not allowed", true), ("MAIL", "452 4.3.1 Full", false),
            ("DATA", "554 5.5.1 No", true), ("DATA", "421 4.3.2 Closing", false),
            ("DATA.", "554 5.7.1 Looks like spam", true), ("DATA.", "451 4.3.0 Later", false),
        ])
    func refusals(verb: String, reply: String, isPermanent: Bool) async throws {
        let error = try await failure(.refusing(verb, with: reply))
        #expect(error?.isPermanent == isPermanent)
        #expect(error?.code.map { "\($0)" } == reply.prefix(3).description)
    }

    @Test("a server that refuses us as such, and not the message, is temporary even with a 5xx")
    func refusedGreeting() async throws {
        let error = try await failure(.refusing("GREETING", with: "554 No SMTP service here"))
        #expect(error?.isPermanent == false)
    }

    @Test("a line that drops in the middle of a message is temporary")
    func dropped() async throws {
        let error = try await failure(.hangingUp(afterLines: 4))
        #expect(error?.isPermanent == false && error?.code == nil)
    }

    @Test("a transport goes on working after a failure")
    func recovers() async throws {
        let server = try SMTPTestServer(.hangingUp(afterLines: 14))
        defer { server.stop() }
        let transport = try transport(server)
        let (long, short) = (try sample(text: String(repeating: "x\n", count: 50)), try sample())
        await #expect(throws: MailError.self) { try await transport.send(long) }
        try await transport.send(short)
        #expect(server.record.messages == [short.bytes])
    }

    @Test("a server that is not there is temporary, and named")
    func away() async throws {
        let server = try SMTPTestServer()
        let transport = try transport(server)
        server.stop()
        let message = try sample()
        let error = await #expect(throws: MailError.self) { try await transport.send(message) }
        #expect(error?.isPermanent == false)
        #expect(error?.description.contains("127.0.0.1:\(server.port)") == true)
    }

    @Test("a server that says nothing is given up after the timeout")
    func silent() async throws {
        let server = try SMTPTestServer(.silentGreeting)
        defer { server.stop() }
        guard case .server(var settings) = try MailDestination("smtp://127.0.0.1:\(server.port)") else { return }
        settings.timeout = 1
        let (transport, message) = (SMTPTransport(settings), try sample())
        let error = await #expect(throws: MailError.self) { try await transport.send(message) }
        #expect(error?.isPermanent == false)
        #expect(error?.description.contains("too long") == true)
    }

    @Test("user and password are used to sign in, and are percent-decoded")
    func signsIn() async throws {
        let server = try SMTPTestServer(extensions: ["AUTH PLAIN"])
        defer { server.stop() }
        try await transport(server, user: "week:p%40ss@").send(try sample())
        #expect(server.record.secrets == [Data("\0week\0p@ss".utf8).base64EncodedString()])
        #expect(server.record.messages.count == 1)
    }

    @Test("a refused sign-in is temporary and prints no password", arguments: ["AUTH", "SECRET"])
    func signInRefused(step: String) async throws {
        let server = try SMTPTestServer(.refusing(step, with: "535 5.7.8 bad: week p@ss"), extensions: ["AUTH PLAIN"])
        defer { server.stop() }
        let (transport, message) = (try transport(server, user: "week:p%40ss@"), try sample())
        let error = await #expect(throws: MailError.self) { try await transport.send(message) }
        #expect(error?.isPermanent == false && error?.code == 535)
        #expect(error.map { "\($0)".contains("p@ss") || "\($0)".contains("p%40ss") } == false)
    }

    @Test("where encryption is required and not offered, neither password nor message is sent")
    func encryptionRequired() async throws {
        let server = try SMTPTestServer(extensions: ["AUTH PLAIN"])
        defer { server.stop() }
        let (transport, message) = (try transport(server, user: "week:x@", options: "?tls=required"), try sample())
        let error = await #expect(throws: MailError.self) { try await transport.send(message) }
        #expect(error?.isPermanent == false)
        #expect(error?.description.contains("encryption") == true)
        #expect(!server.record.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test("where encryption is offered it is asked for, unless it is off", arguments: ["", "?tls=off"])
    func encryptionOffered(options: String) async throws {
        let server = try SMTPTestServer(.refusing("STARTTLS", with: "454 not now"), extensions: ["STARTTLS"])
        defer { server.stop() }
        let (transport, message) = (try transport(server, options: options), try sample())
        try? await transport.send(message)
        #expect(server.record.commands.contains("STARTTLS") == options.isEmpty)
    }
}
