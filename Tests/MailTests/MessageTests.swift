import Foundation
import Mail
import Testing

@Suite("Mail: messages")
struct MessageTests {
    private let invitation = Array(
        "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Café\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
            .utf8)

    @Test("the same message makes the same bytes")
    func stable() throws {
        var message = try sample()
        message.html = "<p>Hello.</p>"
        let copy = message
        #expect(message.bytes == copy.bytes)
        #expect(try sample().bytes == sample().bytes)
    }

    @Test("headers say who, to whom, when, and that a machine wrote it")
    func headers() throws {
        var message = try sample()
        message.replyTo = try MailAddress("cpp@example.org")
        message.unsubscribe = try MailUnsubscribe("https://week.example.org/stop/x", isOneClick: true)
        let parsed = Parsed(message.bytes)
        #expect(
            parsed.headers.map(\.name) == [
                "Date", "From", "To", "Reply-To", "Message-ID", "Subject", "Auto-Submitted", "List-Unsubscribe",
                "List-Unsubscribe-Post", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
            ])
        #expect(parsed["Date"] == "Mon, 29 Jan 2018 09:30:00 +0000")
        #expect(parsed["From"] == "Practice Week <practice.week@example.org>")
        #expect(parsed["To"] == "Ana Low <ana.low@example.org>")
        #expect(parsed["Reply-To"] == "cpp@example.org")
        #expect(parsed["Message-ID"] == "<booking-17@practice.example.org>")
        #expect(parsed["Auto-Submitted"] == "auto-generated")
        #expect(parsed["List-Unsubscribe"] == "<https://week.example.org/stop/x>")
        #expect(parsed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click")
    }

    @Test(
        "dates are right at the edges of years and leap days",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (951_868_799, "Tue, 29 Feb 2000 23:59:59 +0000"), (951_868_800, "Wed, 01 Mar 2000 00:00:00 +0000"),
            (1_514_764_799, "Sun, 31 Dec 2017 23:59:59 +0000"), (1_514_764_800, "Mon, 01 Jan 2018 00:00:00 +0000"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000"), (.infinity, "Fri, 31 Dec 9999 23:59:59 +0000"),
            (-.infinity, "Thu, 01 Jan 1970 00:00:00 +0000"),
        ] as [(Double, String)])
    func dates(seconds: Double, text: String) throws {
        var message = try sample()
        message.date = Date(timeIntervalSince1970: seconds)
        #expect(Parsed(message.bytes)["Date"] == text)
    }

    @Test("a message without HTML, calendar and files is one part")
    func single() throws {
        let parsed = Parsed(try sample(text: "Café = 5 £\n").bytes)
        #expect(parsed["Content-Type"] == "text/plain; charset=UTF-8")
        #expect(parsed.body == "Caf=C3=A9 =3D 5 =C2=A3\r\n")
    }

    @Test("alternatives stand in rising order: text, HTML, calendar, rule 6.8")
    func alternatives() throws {
        var message = try sample()
        message.html = "<p>Hello.</p>\n"
        message.calendar = try MailCalendar(invitation)
        let parsed = Parsed(message.bytes)
        #expect(parsed["Content-Type"]?.hasPrefix("multipart/alternative; boundary=\"=_a_") == true)
        #expect(
            parsed.parts.map { $0["Content-Type"] } == [
                "text/plain; charset=UTF-8", "text/html; charset=UTF-8",
                "text/calendar; method=REQUEST; charset=UTF-8",
            ])
    }

    @Test("the calendar part is base64 of the same bytes and no attachment, rules 6.7 to 6.9")
    func calendar() throws {
        var message = try sample()
        message.calendar = try MailCalendar(invitation)
        let part = try #require(Parsed(message.bytes).parts.last)
        #expect(part["Content-Transfer-Encoding"] == "base64")
        #expect(part["Content-Disposition"] == nil)
        let decoded = Data(base64Encoded: part.body, options: .ignoreUnknownCharacters)
        #expect(decoded.map { [UInt8]($0) } == invitation)
    }

    @Test("the method of the part is the object's own; without one, or with two, there is no part, rule 6.7")
    func method() throws {
        #expect(try MailCalendar(Array("BEGIN:VCALENDAR\r\nMETHOD:cancel\r\n".utf8)).method == "CANCEL")
        #expect(throws: MailFormatError.calendarWithoutMethod) { try MailCalendar(Array("VERSION:2.0\r\n".utf8)) }
        #expect(throws: MailFormatError.calendarWithoutMethod) {
            try MailCalendar(Array("METHOD:REQUEST\r\nMETHOD:CANCEL\r\n".utf8))
        }
        #expect(throws: MailFormatError.calendarWithoutMethod) {
            try MailCalendar(Array("METHOD:REQUEST; x=\"\r\n".utf8))
        }
    }

    @Test("attachments come after the content in multipart/mixed, with ASCII names, rule 6.13")
    func attachments() throws {
        var message = try sample()
        message.html = "<p>Hello.</p>"
        let bytes = (0...255).map { UInt8($0) }
        message.attachments = [
            MailAttachment(fileName: "Siân's \"list\"\r\n.csv", mediaType: "text/csv", content: bytes),
            MailAttachment(fileName: "../../日", mediaType: "x\r\ny: z", content: []),
        ]
        let parts = Parsed(message.bytes).parts
        #expect(parts.count == 3)
        #expect(parts.first?.parts.count == 2)
        #expect(parts[1]["Content-Disposition"] == "attachment; filename=\"Sian_s__list___.csv\"")
        #expect(Data(base64Encoded: parts[1].body, options: .ignoreUnknownCharacters) == Data(bytes))
        #expect(parts[2]["Content-Disposition"] == "attachment; filename=\"_..__\"")
        #expect(parts[2]["Content-Type"]?.hasPrefix("application/octet-stream;") == true)
    }

    @Test("boundaries come from the message id and cannot occur in any content")
    func boundaries() throws {
        var message = try sample(text: "--=_a_0123456789abcdef\n=_m_\n")
        message.html = "--=_a_0123456789abcdef--"
        let one = Parsed(message.bytes)
        #expect(one.parts.count == 2)
        #expect(one.parts.allSatisfy { !$0.body.contains("=_") })
        message.id = try MailMessageID("other@example.org")
        #expect(Parsed(message.bytes)["Content-Type"] != one["Content-Type"])
    }

    @Test("every byte is ASCII, every line ends CRLF and none is too long, whatever the text")
    func lines() throws {
        let long = String(repeating: "é€👩‍🏫x", count: 700)
        var message = try sample(subject: long, text: long + "\r\r\n\n\0\u{7F}end   ")
        message.from = try MailAddress("a@example.org", name: long)
        message.html = String(repeating: "<b>", count: 2000)
        let bytes = message.bytes
        #expect(bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || [0x0D, 0x0A, 0x09].contains($0)) })
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 79 && !$0.dropLast().contains(0x0D) })
        #expect(bytes.suffix(2) == [0x0D, 0x0A])
    }

    @Test("quoted-printable keeps white space at the end of a line, and a character's bytes on one line")
    func quotedPrintable() throws {
        #expect(Parsed(try sample(text: "a \nb\t\n").bytes).body == "a=20\r\nb=09\r\n")
        let body = Parsed(try sample(text: String(repeating: "€", count: 30)).bytes).body
        let lines = body.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { $0.count <= 76 && $0.hasPrefix("=E2=82=AC") })
    }
}
