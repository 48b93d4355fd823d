import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle
package import Services

/// The HTTP server: binds, says where, serves until it is told to drain.
///
/// A graceful shutdown lets the requests under way finish.
package struct WebServer: Service {
    let services: Services
    let settings: WebSettings
    let logger: Logger
    private let onListening: @Sendable (_ port: Int) async -> Void

    /// - Parameter onListening: called once with the port, when requests are taken.
    package init(
        services: Services, settings: WebSettings, logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.services = services
        self.settings = settings
        self.logger = logger
        self.onListening = onListening
    }

    package func run() async throws {
        let site = WebSite(services: services, settings: settings)
        _ = try? await site.isDemo()
        let application = Application(
            responder: AppRouter.build(site).buildResponder(), server: builder(site.deadlines),
            configuration: configuration,
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? settings.port
                site.listens(on: port)
                await onListening(port)
            }, logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await site.deadlines.watch() }
            group.addTask { try await application.run() }
            group.addTask {
                await site.places.run(services)
                try await Self.untilCancelled()
            }
            group.addTask { try await site.printShop.run() }
            if let port = settings.metricsPort {
                group.addTask {
                    try await metrics(of: site, on: port).run()
                    try await Self.untilCancelled()
                }
            }
            // All but the server only end when they are cancelled, so the first to end is the server, or a failure.
            try await group.next()
            group.cancelAll()
            while let result = await group.nextResult() {
                if case .failure(let error) = result, !(error is CancellationError) { throw error }
            }
        }
    }

    /// For what ends by itself when the server drains, and must not be the first to end.
    private static func untilCancelled() async throws {
        while true { try await Task.sleep(for: .seconds(3600)) }
    }

    /// The figures on a port of their own, which nobody but whoever watches the server should reach.
    private func metrics(of site: WebSite, on port: Int) -> some Service {
        let router = Router(context: WebContext.self)
        MetricsRoutes(site: site).add(to: router)
        return Application(
            responder: router.buildResponder(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: port),
                availableConnectionsDelegate: .maximum(64, logger: logger)),
            logger: logger)
    }

    private var configuration: ApplicationConfiguration {
        ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port), backlog: 4096,
            availableConnectionsDelegate: .maximum(settings.mostConnections, logger: logger))
    }

    /// HTTP/1.1 with our limits, every request on the clock.
    private func builder(_ deadlines: Deadlines) -> HTTPServerBuilder {
        let head = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: settings.mostHeadBytes, maxHeaderListSize: settings.mostHeadBytes,
            maxHeaderFieldCount: 100)
        let limits = HTTP1Channel.Configuration(
            idleTimeout: .seconds(Int64(settings.idleSeconds)), httpDecoderConfiguration: head)
        return HTTPServerBuilder { responder in
            HTTP1Channel(
                responder: { request, writer, channel in
                    deadlines.begin(channel)
                    defer { deadlines.end(channel) }
                    try await responder(request, writer, channel)
                }, configuration: limits)
        }
    }
}
