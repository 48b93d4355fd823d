/// How the pages are served: where to listen, and the limits that keep one client from hurting the others.
package struct WebSettings: Sendable {
    /// Somebody whom a demonstration lets one be with one press.
    package struct Persona: Sendable {
        package var email: String
        package var title: String
        package var blurb: String

        package init(email: String, title: String, blurb: String) {
            self.email = email
            self.title = title
            self.blurb = blurb
        }
    }

    package var host: String
    /// 0 takes a free one.
    package var port: Int
    /// What whole addresses begin with, without a slash at the end; nil: where this server listens.
    package var baseURL: String?
    /// Where the figures for whoever watches the server are given, apart from the pages; nil: on the pages' own port.
    package var metricsPort: Int?
    /// Shown on the sign-in page of a demo database only.
    package var personas: [Persona]
    /// Where WeasyPrint is looked for; nil: where the environment's `PATH` says.
    package var printerPath: String?
    package var mostConnections = 4096
    package var mostHeadBytes = 16 * 1024
    package var mostBodyBytes = 2 * 1024 * 1024
    /// A form that brings a file to import: the file's own limit, and what stands around it.
    package var mostUploadBytes = 5 * 1024 * 1024 + 64 * 1024
    /// From the request's head to the last byte of its answer.
    package var requestSeconds = 30
    package var idleSeconds = 60
    /// Requests for codes, codes typed, and sessions offered, each, from one client address in a quarter of an hour.
    package var mostAnonymousTries = 60

    package init(
        host: String = "127.0.0.1", port: Int = 8080, baseURL: String? = nil, metricsPort: Int? = nil,
        personas: [Persona] = []
    ) {
        self.host = host
        self.port = port
        self.baseURL = baseURL
        self.metricsPort = metricsPort
        self.personas = personas
    }

    /// Whether only this machine can reach the listener.
    package var isLoopback: Bool { AcceptedHosts.loopbackNames.contains(host.lowercased()) || host.hasPrefix("127.") }
}
