/// Figures in Prometheus' text format, version 0.0.4.
struct MetricsText {
    private(set) var text = ""

    enum Kind: String {
        case counter, gauge, histogram
    }

    /// What the lines that follow are about.
    mutating func about(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP practiceweek_\(name) \(help)\n# TYPE practiceweek_\(name) \(kind.rawValue)\n"
    }

    mutating func line(
        _ name: String, _ labels: [(name: String, value: String)] = [], _ value: some CustomStringConvertible
    ) {
        let inside = labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += "practiceweek_\(name)\(inside.isEmpty ? "" : "{\(inside)}") \(value)\n"
    }

    /// A family of one line.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: some CustomStringConvertible) {
        about(name, kind, help)
        line(name, [], value)
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension MetricsText {
    /// What was answered, and how long it took to begin.
    mutating func requests(_ snapshot: Metrics.Snapshot) {
        about("requests_total", .counter, "Requests answered, by the pattern of the route and the status.")
        let answers = snapshot.answers.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }
        for (key, count) in answers {
            line(
                "requests_total", [("method", key.method), ("route", key.route), ("status", String(key.status))], count)
        }
        about("request_seconds", .histogram, "Seconds from a request to the beginning of its answer.")
        for (route, times) in snapshot.times.sorted(by: { $0.key < $1.key }) {
            var total = 0
            for (bound, count) in zip(Metrics.Times.bounds, times.counts) {
                total += count
                line("request_seconds_bucket", [("route", route), ("le", "\(bound)")], total)
            }
            line("request_seconds_bucket", [("route", route), ("le", "+Inf")], times.total)
            line("request_seconds_sum", [("route", route)], times.sum)
            line("request_seconds_count", [("route", route)], times.total)
        }
    }
}
