import HTTPTypes
import TestSupport

@testable import Web

/// Everything that a reader is answered, by the path, in its page, JSON, calendar and CSV forms.
enum EveryAnswer {
    static func to(
        _ cookie: String?, _ token: String?, _ house: TestHouse, _ things: [String: [String]]
    ) async throws -> [String: String] {
        // A site of its own, so that no page was kept.
        let client = RouteClient(house)
        client.setCookie("pw_session", cookie)
        var answers: [String: String] = [:]
        for path in EveryPath.of(client.site, things) {
            let isAPI = path.hasPrefix("/api/")
            let headers: HTTPFields = isAPI ? token.map { [.authorization: "Bearer \($0)"] } ?? [:] : [:]
            let answer = try await client.get(path, headers: headers)
            let told = answer.headers.filter { $0.name != .setCookie }.map { "\($0.name): \($0.value)" }.sorted()
            // The secrets of forms are drawn anew for every page.
            let body = answer.body.replacing(/name="(csrf|idempotency_key)" value="[^"]*"/, with: "")
            answers[path] = "\(answer.status)\n\(told.joined(separator: "\n"))\n\n\(body)"
        }
        return answers
    }
}
