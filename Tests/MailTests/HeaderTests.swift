import Foundation
import Mail
import Testing

@Suite("Mail: headers cannot be forged, rule 6.13")
struct HeaderTests {
    /// Decodes encoded words the slow and simple way.
    private func decoded(_ value: String) -> String {
        var bytes: [UInt8] = []
        for word in value.split(separator: " ") where word.hasPrefix("=?UTF-8?B?") {
            bytes += Data(base64Encoded: String(word.dropFirst(10).dropLast(2))).map { [UInt8]($0) } ?? []
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("a plain subject stays as it is")
    func plain() throws {
        #expect(Parsed(try sample(subject: "  Your place,  29 January ").bytes)["Subject"] == "Your place, 29 January")
    }

    @Test(
        "a subject with other letters, or that looks encoded, is encoded",
        arguments: ["Siân’s briefing", "=?UTF-8?B?eA==?=", String(repeating: "Ē", count: 200), "日本 👩‍🏫"])
    func encoded(subject: String) throws {
        let bytes = try sample(subject: subject).bytes
        let value = try #require(Parsed(bytes)["Subject"])
        #expect(value.hasPrefix("=?UTF-8?B?"))
        #expect(decoded(value) == subject)
        #expect(value.split(separator: " ").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test(
        "line breaks in a subject or a name make no header",
        arguments: ["\r\n", "\n", "\r", "\r\n\r\n", "\u{0}\n", "\u{85}", "\u{2028}", "\u{B}\n "])
    func injection(end: String) throws {
        var message = try sample(subject: "Hello\(end)Bcc: x@example.org")
        message.to = try MailAddress("ana.low@example.org", name: "Ana\(end)Bcc: x@example.org")
        let parsed = Parsed(message.bytes)
        let honest = Parsed(try sample().bytes)
        #expect(parsed.headers.map(\.name) == honest.headers.map(\.name))
        #expect(parsed["Subject"] == "Hello Bcc: x@example.org")
        #expect(parsed.body == honest.body)
    }

    @Test("a name with signs is quoted, one with other letters encoded")
    func names() throws {
        var message = try sample()
        message.from = try MailAddress("a@example.org", name: "O\"Neil, Sian \\ (CPP)")
        #expect(Parsed(message.bytes)["From"] == #""O\"Neil, Sian \\ (CPP)" <a@example.org>"#)
        message.from = try MailAddress("a@example.org", name: "Siân")
        #expect(Parsed(message.bytes)["From"] == "=?UTF-8?B?U2nDom4=?= <a@example.org>")
        message.from = try MailAddress("a@example.org", name: " \r\n ")
        #expect(Parsed(message.bytes)["From"] == "a@example.org")
    }

    @Test(
        "what is no address never gets into a header",
        arguments: [
            "", "x", "@example.org", "x@", "x@example.org\r\nBcc: y@example.org", "x@example.org>", "<x@example.org>",
            "x y@example.org", "x@exam ple.org", "x\u{0}@example.org", "x@example.org\n", "\"x\"@example.org",
            "x@@y.org",
            "x.@example.org", "x@example.org,y@example.org", "x@-a.org", "x@[127.0.0.1]",
        ])
    func addresses(text: String) {
        #expect(throws: MailFormatError.address) { try MailAddress(text) }
    }

    @Test("an address outside ASCII is refused for what it is")
    func notASCII() {
        #expect(throws: MailFormatError.addressNotASCII) { try MailAddress("siân@example.org") }
    }

    @Test("message ids and addresses to unsubscribe at are checked, too")
    func others() {
        for id in ["", "x", "<x@y>", "x@y\r\nz", "x y@z", "x@y@z"] {
            #expect(throws: MailFormatError.messageID) { try MailMessageID(id) }
        }
        for url in ["http://x.example.org", "https://x>y", "https://x\r\nBcc: y", "javascript:x", "https://é"] {
            #expect(throws: MailFormatError.unsubscribeAddress) { try MailUnsubscribe(url) }
        }
    }
}
