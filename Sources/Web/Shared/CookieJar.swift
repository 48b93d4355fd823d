import Hummingbird

/// The cookies in use. Over plain HTTP on this machine they are unprefixed and not Secure; anywhere else they are
/// `__Host-` (RFC 6265bis): Secure, without a domain, for the whole site.
enum CookieJar: String {
    /// The secret of a session of somebody signed in.
    case session = "pw_session"
    /// The secret of a browser that asked to sign in.
    case browser = "pw_browser"
    /// Which address asked for a code and where it was going, until the code is typed.
    case signingIn = "pw_signing_in"

    func name(plain: Bool) -> String { plain ? rawValue : "__Host-\(rawValue)" }

    /// The value that a request brings. Of two that differ one was planted by a neighbour of ours: neither counts.
    func value(in headers: HTTPFields, plain: Bool) -> String? {
        let start = name(plain: plain) + "="
        var found: String?
        for header in headers[values: .cookie] {
            for part in header.utf8.split(separator: 0x3B) {
                guard let text = Substring(part.drop { $0 == 0x20 }).droppingPrefix(start) else { continue }
                let isSafe = text.utf8.count <= 1000 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
                guard isSafe, !text.isEmpty, found == nil || found == String(text) else { return nil }
                found = String(text)
            }
        }
        return found
    }

    /// A `Set-Cookie`. Without seconds it lasts as long as the browser; with 0 it ends at once. The value is URL-safe.
    func set(_ value: String, seconds: Int? = nil, plain: Bool) -> String {
        "\(name(plain: plain))=\(value); Path=/; HttpOnly; SameSite=Lax"
            + (seconds.map { "; Max-Age=\($0)" } ?? "") + (plain ? "" : "; Secure")
    }
}

extension Substring {
    fileprivate func droppingPrefix(_ prefix: String) -> Substring? {
        utf8.starts(with: prefix.utf8) ? Substring(utf8.dropFirst(prefix.utf8.count)) : nil
    }
}
