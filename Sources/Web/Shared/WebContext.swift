import Domain
import Hummingbird
import Logging
import NIOCore
import Services

/// One request on its way: who asks, as far as it is known, and from where.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address that the client connected from, or that a proxy on this machine names. Never logged.
    var client: String
    /// Plain HTTP on this machine, where cookies cannot be Secure.
    var usesPlainCookies = false
    /// The secret of the browser's session, proven or not.
    var session: String?
    /// The secret of a browser that has asked to sign in.
    var browser: String?
    /// Who has been proven, by a session or a token.
    var person: SignedIn?
    /// The door that the request came in by.
    var door = Domain.Channel.web

    private let connection: (any NIOCore.Channel)?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        connection = source.channel
        client = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// A request that came by no network, for tests.
    init(logger: Logger, client: String) {
        coreContext = CoreRequestContextStorage(source: Loose(logger: logger))
        connection = nil
        self.client = client
    }

    private struct Loose: RequestContextSource {
        let logger: Logger
    }

    /// Who asks; rights are decided by the database.
    var actor: Actor { person?.actor(door) ?? Actor(.visitor, channel: door) }

    /// A part of the path, decoded; nothing that could not be one gets through.
    func part(_ name: String) throws -> String {
        guard let raw = coreContext.parameters.get(name), let text = PercentEncoding.decode(raw),
            text.utf8.count <= 300,
            !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
        else { throw AccessRefusal.notFound("page") }
        return text
    }

    /// Starts the clock of this request anew, for an answer that goes on for as long as somebody reads it.
    func carryOn(_ deadlines: Deadlines, for longest: Duration? = nil) {
        if let connection { deadlines.begin(connection, for: longest) }
    }

    /// Ends the connection soon after the answer, where more may come than anybody wants to read.
    func closeSoon() {
        guard let connection else { return }
        connection.eventLoop.scheduleTask(in: .seconds(2)) { connection.close(promise: nil) }
    }
}
