import HTTPTypes
import Hummingbird

/// One call of the JSON API: what answers it and what its documentation says, side by side.
struct APIRoute: Sendable {
    /// Who may call at all; what each may see or do is decided by the services.
    enum Caller: Sendable {
        /// Anybody; a token is not even looked at.
        case anyone
        /// Anybody where the programme is public, otherwise somebody with a token.
        case reader
        /// Somebody with a token.
        case person
    }

    struct Parameter: Sendable {
        var name: String
        var place: String
        var description: String
        var schema: JSONValue = ["type": "string"]
        var isRequired = false
    }

    struct Answer: Sendable {
        var status: Int
        var description: String
        /// The schema of its body; nil for none.
        var schema: JSONValue?
        var headers: [String] = []
    }

    typealias Handler = @Sendable (Request, WebContext) async throws -> Response

    var method: HTTPRequest.Method
    var url: APIURL
    /// OpenAPI's operationId.
    var name: String
    var summary: String
    var caller: Caller
    var parameters: [Parameter] = []
    /// The schema of the body.
    var body: JSONValue?
    var answers: [Answer]
    var handle: Handler
}

extension APIRoute.Parameter {
    static let slug = Self(
        name: "slug", place: "path", description: "The event's slug, such as practice-week-2018.", isRequired: true)
    static let reference = Self(
        name: "reference", place: "path", description: "The session's reference, such as PW18-014.", isRequired: true)
    static let booking = Self(
        name: "id", place: "path", description: "The booking's id.", schema: ["type": "string", "format": "uuid"],
        isRequired: true)
    static let role = Self(
        name: "id", place: "path", description: "The role's id, from the list of a person's roles.",
        schema: ["type": "string", "format": "uuid"], isRequired: true)
    static let email = Self(
        name: "email", place: "path", description: "The person's e-mail address.",
        schema: ["type": "string", "format": "email"], isRequired: true)
    static let limit = Self(
        name: "limit", place: "query", description: "The most items wanted.",
        schema: ["type": "integer", "minimum": 1, "maximum": .whole(APIPage.most), "default": .whole(APIPage.usual)])
    static let cursor = Self(
        name: "cursor", place: "query", description: "The “next” of the page before, as it was.",
        schema: ["type": "string", "pattern": "^[A-Za-z0-9_-]{1,200}$"])
    static let idempotencyKey = Self(
        name: "Idempotency-Key", place: "header",
        description: "Any text; the same key with the same request has one effect and one answer for 24 hours.",
        schema: ["type": "string", "minLength": 1, "maxLength": 200])
    static let ifMatch = Self(
        name: "If-Match", place: "header", description: "The ETag that the session was read with, or *.",
        isRequired: true)
}
