import Foundation
import Mail

/// A message with something of everything that a test may then change.
func sample(subject: String = "Your place on 29 January", text: String = "Hello.\n") throws -> MailMessage {
    try MailMessage(
        id: MailMessageID("booking-17@practice.example.org"), date: Date(timeIntervalSince1970: 1_517_218_200),
        from: MailAddress("practice.week@example.org", name: "Practice Week"),
        to: MailAddress("ana.low@example.org", name: "Ana Low"), subject: subject, text: text)
}

/// A message taken apart in the simplest way: unfolded headers, and the bytes after the blank line.
struct Parsed {
    var headers: [(name: String, value: String)] = []
    var body: String

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let cut = text.range(of: "\r\n\r\n")
        let head = cut.map { String(text[..<$0.lowerBound]) } ?? text
        body = cut.map { String(text[$0.upperBound...]) } ?? ""
        for line in head.components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), let last = headers.indices.last {
                headers[last].value += line
            } else if let colon = line.range(of: ": ") {
                headers.append((String(line[..<colon.lowerBound]), String(line[colon.upperBound...])))
            } else {
                headers.append((line, ""))
            }
        }
    }

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }

    /// The parts of a multipart body, by the boundary that the headers name.
    var parts: [Parsed] {
        guard let type = self["Content-Type"], let start = type.range(of: "boundary=\"") else { return [] }
        let boundary = type[start.upperBound...].prefix { $0 != "\"" }
        return body.components(separatedBy: "--\(boundary)").dropFirst().dropLast().map { piece in
            Parsed(Array(String(piece.dropFirst(1).dropLast(1)).utf8))
        }
    }
}
