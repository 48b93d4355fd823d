internal import CLibCurl

/// What goes out to the server and how far the conversation came. Of what is said it keeps the verb and the last reply
/// only, so that no password can get into an error.
final class SMTPExchange {
    private let message: [UInt8]
    private var sent = 0
    /// The last command we gave but for QUIT, which follows a refusal; nil before the greeting.
    private(set) var verb: String?
    private(set) var code = 0
    private(set) var reply = ""
    private var isOver = false

    private static let verbs: Set<String> = ["EHLO", "HELO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA"]

    init(_ message: [UInt8]) {
        self.message = message
    }

    var length: Int { message.count }

    /// Whether what the server refused is this message, rather than us.
    var isAboutMessage: Bool {
        verb == "MAIL" || verb == "RCPT" || verb == "DATA"
    }

    static func read(
        _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ exchange: UnsafeMutableRawPointer?
    ) -> Int {
        guard let buffer, let exchange else { return 0 }
        let this = Unmanaged<SMTPExchange>.fromOpaque(exchange).takeUnretainedValue()
        let length = min(size &* count, this.message.count - this.sent)
        guard length > 0 else { return 0 }
        this.message[this.sent..<(this.sent + length)].withUnsafeBytes { bytes in
            UnsafeMutableRawBufferPointer(start: buffer, count: length).copyMemory(from: bytes)
        }
        this.sent += length
        return length
    }

    static func observe(
        _ kind: curl_infotype, _ data: UnsafeMutablePointer<CChar>?, _ count: Int, _ exchange: UnsafeMutableRawPointer?
    ) -> CInt {
        guard let data, let exchange, count > 0 else { return 0 }
        let this = Unmanaged<SMTPExchange>.fromOpaque(exchange).takeUnretainedValue()
        let bytes = UnsafeRawBufferPointer(start: data, count: count)
        switch kind {
        case CURLINFO_HEADER_OUT: this.note(command: bytes)
        case CURLINFO_HEADER_IN: this.note(reply: bytes)
        default: break
        }
        return 0
    }

    private func note(command: UnsafeRawBufferPointer) {
        let word = String(decoding: command.prefix(8).prefix { $0 > 0x20 }, as: UTF8.self).uppercased()
        if Self.verbs.contains(word) { verb = word }
        isOver = word == "QUIT"
    }

    private func note(reply bytes: UnsafeRawBufferPointer) {
        let text = String(decoding: bytes.prefix(400), as: UTF8.self)
        guard !isOver, let number = Int(text.prefix(3)), (200..<600).contains(number) else { return }
        code = number
        reply = String(MailToken.line(text).prefix(200))
    }
}
