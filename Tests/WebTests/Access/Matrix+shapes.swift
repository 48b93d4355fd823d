import HTTPTypes

@testable import Web

extension Matrix {
    /// What an answer is made of. A thing can be had in several shapes, each with rows of its own.
    enum Shape: Hashable, Sendable {
        case page, json, calendar, csv, own, text, stream, asset

        /// Whether an answer is in this shape, or refuses in the way that this shape does.
        func isKept(by answer: RouteClient.Answer) -> Bool {
            let type = answer.headers[.contentType] ?? ""
            guard answer.status < 300 else {
                guard answer.status >= 400 else { return answer.body.isEmpty }
                switch self {
                case .json: return type == "application/problem+json" || type.hasPrefix("text/html")
                case .calendar: return type.hasPrefix("text/plain")
                default: return type.hasPrefix("text/html")
                }
            }
            switch self {
            case .page: return type == "text/html; charset=utf-8"
            case .json: return type.hasPrefix("application/") && type.contains("json")
            case .calendar: return type == "text/calendar; charset=utf-8" && answer.body.hasPrefix("BEGIN:VCALENDAR")
            case .csv, .own: return type == "text/csv; charset=utf-8" && answer.headers[.contentDisposition] != nil
            case .text: return type.hasPrefix("text/plain")
            case .stream: return type.hasPrefix("text/event-stream")
            case .asset: return type.hasPrefix("text/css")
            }
        }
    }
}

extension Matrix.Row {
    /// By the address, so that no row can say otherwise.
    var shape: Matrix.Shape {
        if route.hasPrefix("/api/") || route.hasSuffix("/places") { return .json }
        if route.hasSuffix(".ics") { return .calendar }
        if route.hasSuffix("/live"), route.hasPrefix("/events/") { return .stream }
        if route.hasSuffix("/meetings/{category}/live") { return .stream }
        if route.hasPrefix("/ceremonies/"), route.contains("/live/") { return .stream }
        if route == "/thank-you/screen/live" { return .stream }
        if route.hasPrefix("/health/") || route == "/metrics" { return .text }
        if route.hasPrefix("/assets/") { return .asset }
        // A file of one's own, for everybody.
        if route.hasPrefix("/me/"), route.hasSuffix(".csv") { return .own }
        return form == "csv" ? .csv : .page
    }
}
