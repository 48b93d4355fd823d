import Foundation

/// A mail server and how to talk to it:
/// `smtp://[USER:PASSWORD@]HOST[:PORT][/CLIENT-NAME][?tls=required|offered|off]`.
///
/// Ports: 465 for smtps, 587 with a user, else 25. STARTTLS is required with a user unless the host is this machine,
/// else taken when it is offered. Certificates are always checked.
package struct SMTPServer: Sendable, Equatable {
    package enum TLS: String, Sendable {
        /// STARTTLS or nothing.
        case required
        /// STARTTLS if the server has it.
        case offered
        case off
        /// From the first byte (smtps).
        case implicit
    }

    package var host: String
    package var port: Int
    package var user: String?
    package var password: String?
    /// The name to say EHLO with; nil for the host name of this machine.
    package var clientName: String?
    package var tls: TLS
    /// Seconds for reaching the server.
    package var connectTimeout = 10
    /// Seconds for a whole message.
    package var timeout = 60

    /// - Parameter rest: what follows the scheme and its colon.
    init(_ rest: Substring, isImplicitTLS: Bool) throws(MailDestinationError) {
        guard rest.hasPrefix("//") else { throw .noHost }
        let (main, query) = Self.cut(rest.dropFirst(2), at: "?")
        let (authority, path) = Self.cut(main, at: "/")
        var place = authority
        if let sign = authority.lastIndex(of: "@") {
            place = authority[authority.index(after: sign)...]
            let (name, secret) = Self.cut(authority[..<sign], at: ":")
            user = try Self.decoded(name)
            if let secret { password = try Self.decoded(secret) }
            if user == nil, password != nil { throw .passwordWithoutUser }
        }
        let (host, portText) = try Self.place(place)
        self.host = host
        if let portText {
            guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(portText),
                (1...65_535).contains(number)
            else { throw .badPort }
            port = number
        } else {
            port = isImplicitTLS ? 465 : user == nil ? 25 : 587
        }
        if let path, !path.isEmpty {
            guard path.utf8.count <= 255, MailToken.isDomain(path.utf8) else { throw .badClientName }
            clientName = String(path)
        }
        let isHere = ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
        tls = isImplicitTLS ? .implicit : user != nil && !isHere ? .required : .offered
        if let query, !query.isEmpty {
            guard query.hasPrefix("tls="), let wish = TLS(rawValue: String(query.dropFirst(4))), wish != .implicit
            else { throw .unknownOption(String(query.prefix { $0 != "=" }.prefix(20))) }
            if !isImplicitTLS { tls = wish }
        }
    }

    /// The address for libcurl, without user and password.
    var url: String {
        "\(tls == .implicit ? "smtps" : "smtp")://\(host):\(port)/\(clientName ?? "")"
    }

    private static func cut(_ text: Substring, at sign: Character) -> (Substring, Substring?) {
        guard let index = text.firstIndex(of: sign) else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    private static func place(_ text: Substring) throws(MailDestinationError) -> (String, Substring?) {
        guard !text.isEmpty else { throw .noHost }
        if text.hasPrefix("[") {
            let (address, rest) = cut(text, at: "]")
            guard let rest, address.count > 1,
                address.dropFirst().utf8.allSatisfy({ MailToken.isAlphanumeric($0) || $0 == 0x3A || $0 == 0x2E }),
                rest.isEmpty || rest.hasPrefix(":")
            else { throw .badHost }
            return ("\(address)]", rest.isEmpty ? nil : rest.dropFirst())
        }
        let (host, port) = cut(text, at: ":")
        guard !host.isEmpty else { throw .noHost }
        guard host.utf8.count <= 253, MailToken.isDomain(host.utf8) else { throw .badHost }
        return (String(host), port)
    }

    /// Percent-decoded; nil for nothing. Control characters are refused, as SMTP cannot say them.
    private static func decoded(_ text: Substring) throws(MailDestinationError) -> String? {
        guard !text.isEmpty else { return nil }
        guard let plain = text.removingPercentEncoding,
            !plain.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .badCredentials }
        return plain
    }
}
