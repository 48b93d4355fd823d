extension MailMessage {
    /// The message as RFC 5322 and MIME bytes: ASCII throughout, CRLF, no line over 998 octets.
    package var bytes: [UInt8] {
        var headers = MailHeaders()
        headers.add("Date", MailDate.text(date))
        headers.add("From", from)
        headers.add("To", to)
        if let replyTo { headers.add("Reply-To", replyTo) }
        headers.add("Message-ID", "<\(id.value)>")
        headers.add("Subject", words: MailWords.text(subject))
        if let origin { headers.add("Auto-Submitted", origin.rawValue) }
        if let unsubscribe {
            headers.add("List-Unsubscribe", "<\(unsubscribe.url)>")
            if unsubscribe.isOneClick { headers.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click") }
        }
        headers.add("MIME-Version", "1.0")
        return headers.bytes + body.bytes
    }

    /// Alternatives in rising order of preference, the calendar last (rule 6.8); attachments around them.
    private var body: MailPart {
        var alternatives = [MailPart.text(text, subtype: "plain")]
        if let html { alternatives.append(.text(html, subtype: "html")) }
        if let calendar { alternatives.append(.calendar(calendar)) }
        let content = alternatives.count == 1 ? alternatives[0] : .multipart("alternative", alternatives, boundary("a"))
        guard !attachments.isEmpty else { return content }
        return .multipart("mixed", [content] + attachments.map { .attachment($0) }, boundary("m"))
    }

    /// `=_` occurs in neither quoted-printable nor base64, so that no content can look like a boundary.
    private func boundary(_ level: String) -> String {
        "=_\(level)_\(id.digest)"
    }
}
