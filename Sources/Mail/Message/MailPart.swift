/// One part of a body with its own headers, ready to be written. Every part is quoted-printable or base64.
struct MailPart {
    var bytes: [UInt8]

    private init(_ headers: MailHeaders, _ content: [UInt8]) {
        bytes = headers.bytes + [0x0D, 0x0A] + content
    }

    static func text(_ text: String, subtype: String) -> MailPart {
        var headers = MailHeaders()
        headers.add("Content-Type", "text/\(subtype); charset=UTF-8")
        headers.add("Content-Transfer-Encoding", "quoted-printable")
        return MailPart(headers, QuotedPrintable.encode(text))
    }

    /// Base64 keeps the object's CRLF and folds intact (rule 6.9); no Content-Disposition, or Outlook sees a mere file.
    static func calendar(_ calendar: MailCalendar) -> MailPart {
        var headers = MailHeaders()
        headers.add("Content-Type", "text/calendar; method=\(calendar.method); charset=UTF-8")
        headers.add("Content-Transfer-Encoding", "base64")
        return MailPart(headers, Base64.lines(calendar.content))
    }

    static func attachment(_ attachment: MailAttachment) -> MailPart {
        var headers = MailHeaders()
        headers.add("Content-Type", "\(attachment.mediaType);\r\n name=\"\(attachment.fileName)\"")
        headers.add("Content-Transfer-Encoding", "base64")
        headers.add("Content-Disposition", "attachment;\r\n filename=\"\(attachment.fileName)\"")
        return MailPart(headers, Base64.lines(attachment.content))
    }

    static func multipart(_ subtype: String, _ parts: [MailPart], _ boundary: String) -> MailPart {
        var headers = MailHeaders()
        headers.add("Content-Type", "multipart/\(subtype);\r\n boundary=\"\(boundary)\"")
        var content: [UInt8] = []
        for part in parts {
            content.append(contentsOf: "--\(boundary)\r\n".utf8)
            content.append(contentsOf: part.bytes)
            content.append(contentsOf: [0x0D, 0x0A])
        }
        content.append(contentsOf: "--\(boundary)--\r\n".utf8)
        return MailPart(headers, content)
    }
}
