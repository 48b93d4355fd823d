/// Whose name a request may call us by: the base address's host on any port; on a loopback listener also the machine's own
/// names. Everything else is somebody who made a foreign name point here.
struct AcceptedHosts: Sendable {
    static let loopbackNames: Set = ["127.0.0.1", "localhost", "[::1]", "::1"]

    private let names: Set<String>
    private let isLoopback: Bool

    init(baseURL: String, isLoopback: Bool) {
        var names: Set<String> = []
        if let start = baseURL.firstRange(of: "://") {
            let authority = baseURL[start.upperBound...].prefix { $0 != "/" }
            names.insert(Self.host(of: String(authority)))
        }
        self.names = isLoopback ? names.union(Self.loopbackNames) : names
        self.isLoopback = isLoopback
    }

    func accepts(_ authority: String) -> Bool { names.contains(Self.host(of: authority)) }

    /// Whether a request under this name came over plain HTTP on this machine.
    func isPlain(_ authority: String) -> Bool { isLoopback && Self.loopbackNames.contains(Self.host(of: authority)) }

    /// The host without its port, in lower case.
    static func host(of authority: String) -> String {
        let bytes = authority.utf8
        guard bytes.count <= 260 else { return "" }
        if bytes.first == 0x5B, let end = authority.firstIndex(of: "]") { return authority[...end].lowercased() }
        return authority.prefix { $0 != ":" }.lowercased()
    }
}
