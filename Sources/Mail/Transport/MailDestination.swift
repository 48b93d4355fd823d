/// Where mail goes, as said by a setting: `smtp://…`, `smtps://…` or `file:DIRECTORY`.
package enum MailDestination: Sendable, Equatable {
    case server(SMTPServer)
    case directory(String)

    package init(_ url: String) throws(MailDestinationError) {
        guard let colon = url.firstIndex(of: ":") else { throw .unknownScheme }
        let rest = url[url.index(after: colon)...]
        switch url[..<colon].lowercased() {
        case "smtp": self = .server(try SMTPServer(rest, isImplicitTLS: false))
        case "smtps": self = .server(try SMTPServer(rest, isImplicitTLS: true))
        case "file": self = .directory(try Self.directory(rest))
        default: throw .unknownScheme
        }
    }

    /// The transport for it. Nothing is opened or created before the first message.
    package func transport() -> any MailTransport {
        switch self {
        case .server(let server): SMTPTransport(server)
        case .directory(let path): FileTransport(directory: path)
        }
    }

    /// The path as it stands: nothing is decoded, so that `file:` and a path are all it takes.
    private static func directory(_ rest: Substring) throws(MailDestinationError) -> String {
        var path = rest
        if path.hasPrefix("//") {
            path = path.dropFirst(2)
            guard path.hasPrefix("/") else { throw .directoryOnHost }
        }
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .noDirectory }
        return String(path)
    }
}
