import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What is wrong with a call as a call. What it asks for is refused by the services instead.
struct APIProblem: Error {
    var answer: ErrorAnswer
    /// The methods that the path does take.
    var allow: String?
    /// The fields that somebody else has changed since.
    var changed: [String]?

    init(_ status: HTTPResponse.Status, _ code: String, _ detail: String, allow: String? = nil) {
        answer = ErrorAnswer(status, code: code, title: status.reasonPhrase, message: detail)
        self.allow = allow
    }

    /// The body is not what the call takes, or no JSON at all: one answer for a bad body, as the public interface has it.
    static func unprocessable(_ code: String, _ detail: String) -> APIProblem {
        APIProblem(.unprocessableContent, code, detail)
    }

    static func unknownPath() -> APIProblem {
        APIProblem(.notFound, "not_found", "There is no such call. The calls are listed at \(APIURL.document.address).")
    }

    static func wrongMethod(allow: [HTTPRequest.Method]) -> APIProblem {
        let names = allow.map(\.rawValue).joined(separator: ", ")
        return APIProblem(.methodNotAllowed, "method_not_allowed", "This address takes \(names) only.", allow: names)
    }

    init(_ failure: JSONReader.Failure) {
        switch failure {
        case .malformed(let position):
            self = .unprocessable(
                "malformed_json", "The body is not JSON from byte \(position) on. Nothing was changed.")
        case .tooDeep:
            self = .unprocessable(
                "too_deep", "The body is nested more than \(JSONReader.deepest) levels deep. Nothing was changed.")
        case .nul:
            self = .unprocessable("control_character", "Remove the NUL character from the text. Nothing was changed.")
        case .loneSurrogate:
            self = .unprocessable("lone_surrogate", "A text holds half of a surrogate pair. Nothing was changed.")
        }
    }
}

/// Errors as RFC 9457 problem details. `code` is what programs rely on; nothing of the database shows.
struct ProblemResponses {
    let site: WebSite

    func response(to error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let problem = problem(for: error, request)
        let answer = problem?.answer ?? ErrorAnswer(error, site: site, logger: context.logger)
        var headers = answer.headers
        headers[.contentType] = "application/problem+json"
        headers[.vary] = "Authorization"
        headers[.allow] = problem?.allow
        let bytes = Self.bytes(of: answer, changed: problem?.changed)
        if answer.status == .unauthorized {
            let isBad = answer.code == AccessRefusal.unknownToken.code
            headers[.wwwAuthenticate] = "Bearer realm=\"practiceweek\"" + (isBad ? ", error=\"invalid_token\"" : "")
        }
        return Response(
            status: answer.status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func problem(for error: any Error, _ request: Request) -> APIProblem? {
        switch error {
        case let problem as APIProblem: problem
        case let failure as JSONReader.Failure: APIProblem(failure)
        case let error as HTTPError where error.status == .notFound:
            API.methods(at: request.uri.path, site).map { .wrongMethod(allow: $0) } ?? .unknownPath()
        case AccessRefusal.signInFirst:
            APIProblem(
                .unauthorized, AccessRefusal.signInFirst.code,
                "Say who asks, with the header “Authorization: Bearer TOKEN”.")
        default: nil
        }
    }

    static func bytes(of answer: ErrorAnswer, changed: [String]? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "about:blank")
            json.member("title", answer.status.reasonPhrase)
            json.member("status", answer.status.code)
            json.member("detail", answer.message)
            json.member("code", answer.code)
            if let id = answer.id { json.member("error_id", id) }
            if let changed { json.member("changed", changed) }
        }
        return json.bytes
    }
}
