import Foundation
import HTTPTypes
import Services
import TestSupport

@testable import Web

extension RouteClient {
    /// A call of the API below its root, with somebody's token.
    func call(
        _ method: HTTPRequest.Method, _ path: String, token: String? = nil, _ json: String? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        if json != nil, !headers.contains(.contentType) { headers[.contentType] = "application/json" }
        return try await send(method, "/api/v1" + path, headers: headers, body: json)
    }
}

extension RouteClient.Answer {
    /// The body as Foundation reads it, which is not what wrote it.
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(body.utf8)) }

    var object: [String: Any] { json as? [String: Any] ?? [:] }

    var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }

    var code: String? { object["code"] as? String }

    func text(_ name: String) -> String? { object[name] as? String }
}

extension TestHouse {
    /// A new API token for somebody.
    func token(_ email: String) async throws -> String {
        try await services.access.createToken(for: email, by: operating).token
    }
}

extension HTTPField.Name {
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .from
}
