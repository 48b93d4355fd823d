/// Printing a server, or a destination that holds one, shows neither user nor password.
extension SMTPServer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { url }

    package var debugDescription: String { url }

    package var customMirror: Mirror {
        Mirror(self, children: ["url": url, "tls": tls.rawValue])
    }
}
