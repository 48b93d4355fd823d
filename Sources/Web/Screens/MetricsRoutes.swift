import Domain
import Foundation
import Hummingbird
import Services

/// The figures for whoever watches the server, in Prometheus' text format.
struct MetricsRoutes {
    let site: WebSite

    func add(to router: Router<WebContext>) {
        router.get(SiteURL.metrics.route) { _, _ in
            var response = Response.plain(await text())
            response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            return response
        }
    }

    private func text() async -> String {
        var text = MetricsText()
        text.requests(site.metrics.snapshot)
        text.single("requests_under_way", .gauge, "Requests being answered.", site.deadlines.underWay)
        text.single("live_streams", .gauge, "Open streams of places left.", site.places.listening)
        await database(into: &text)
        if let bytes = Self.residentBytes() {
            text.single("resident_memory_bytes", .gauge, "Memory of the process that is in use.", bytes)
        }
        return text.text
    }

    /// A database that does not answer is a figure too.
    private func database(into text: inout MetricsText) async {
        let load = await site.services.load()
        text.single("database_up", .gauge, "Whether the database answered.", load.bookings == nil ? 0 : 1)
        if let pool = load.pool {
            text.single("pool_leases_in_use", .gauge, "Connections on which a transaction runs.", pool.inUse)
            text.single("pool_leases_waiting", .gauge, "Transactions that wait for a connection.", pool.waiting)
            text.single("pool_connections", .gauge, "Connections that transactions may have at most.", pool.capacity)
            text.single("pool_reads_under_way", .gauge, "Single reads under way on shared connections.", pool.reads)
        }
        if let bookings = load.bookings {
            text.about("bookings", .gauge, "Bookings, by their state.")
            for (state, count) in bookings.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                text.line("bookings", [("state", state.rawValue)], count)
            }
        }
    }

    /// From the second figure of `/proc/self/statm`, which counts pages.
    private static func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return nil }
        return pages.multipliedReportingOverflow(by: Int(sysconf(Int32(_SC_PAGESIZE)))).partialValue
    }
}
