import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Services

/// An error as an answer: the status, a stable code, and words that are safe to show. Pages and the API each give it
/// their own shape.
struct ErrorAnswer: Sendable {
    var status: HTTPResponse.Status
    var code: String
    /// A heading.
    var title: String
    /// What happened, what was kept, what to do next.
    var message: String
    var retryAfter: Int?
    /// What the log has the details under.
    var id: String?

    init(
        _ status: HTTPResponse.Status, code: String, title: String, message: String, retryAfter: Int? = nil,
        id: String? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.message = message
        self.retryAfter = retryAfter
        self.id = id
    }

    /// What an error means to whoever asked. Only what nobody foresaw is logged, under an id that the answer shows.
    init(_ error: any Error, site: WebSite, logger: Logger) {
        switch error {
        case let refusal as any Refusal: self.init(refusal)
        case let failure as ServiceFailure where failure.code != .internalError: self.init(failure)
        case let problem as RequestProblem: self.init(problem)
        case let error as HTTPError where error.status.code < 500: self.init(error.status)
        default:
            let id = site.errorID()
            let kind = (error as? ServiceFailure)?.code.rawValue ?? String(describing: type(of: error))
            logger.error("a request failed", metadata: ["error_id": "\(id)", "kind": "\(kind)"])
            self.init(
                .internalServerError, code: ServiceFailure.Code.internalError.rawValue,
                title: "Sorry, there is a problem with the service",
                message: "Something went wrong on our side. Nothing was changed. Try again in a few minutes.", id: id)
        }
    }

    init(_ refusal: any Refusal) {
        let (status, title): (HTTPResponse.Status, String) =
            switch refusal.kind {
            case .unauthenticated: (.unauthorized, "Sign in first")
            case .forbidden: (.forbidden, "This is not open to you")
            case .notFound: (.notFound, "Page not found")
            case .conflict: (.conflict, "That could not be done")
            case .unprocessable: (.unprocessableContent, "That could not be done")
            case .stale: (.conflict, "Somebody changed this meanwhile")
            case .tooMany: (.tooManyRequests, "Too many tries")
            }
        self.init(
            status, code: refusal.code, title: title, message: refusal.message,
            retryAfter: refusal.kind == .tooMany ? 900 : nil)
    }

    init(_ failure: ServiceFailure) {
        switch failure.code {
        case .unavailable:
            self.init(
                .serviceUnavailable, code: failure.code.rawValue, title: "Sorry, the service is busy",
                message: failure.message, retryAfter: 5)
        case .outcomeUnknown:
            self.init(
                .serviceUnavailable, code: failure.code.rawValue, title: "We do not know whether that was done",
                message: failure.message, retryAfter: 5)
        case .conflict:
            self.init(
                .conflict, code: failure.code.rawValue, title: "Somebody changed this meanwhile",
                message: failure.message)
        case .internalError:
            self.init(
                .internalServerError, code: failure.code.rawValue, title: "Sorry, there is a problem with the service",
                message: failure.message)
        }
    }

    private init(_ problem: RequestProblem) {
        switch problem {
        case .unreadable:
            self.init(
                .badRequest, code: "unreadable", title: "We could not read that request",
                message: "What was sent is not readable text. Nothing was changed. Go back and try again.")
        case .tooLarge:
            self.init(
                .contentTooLarge, code: "too_large", title: "That is too much at once",
                message: "What was sent is larger than 2 MB. Nothing was changed. Send less at once.")
        case .foreignHost:
            self.init(
                .misdirectedRequest, code: "foreign_host", title: "This is not the site you asked for",
                message:
                    "The address in your browser is not one of this service. Check it, or start from its front page.")
        case .foreignForm:
            self.init(
                .forbidden, code: "foreign_form", title: "This form is out of date",
                message: """
                    The form was not sent from a page of this site in this browser, or you have signed in or out since it was \
                    opened. Nothing was changed. Go back, load the page again, and repeat.
                    """)
        }
    }

    private init(_ status: HTTPResponse.Status) {
        switch status.code {
        case 404:
            self.init(
                status, code: "not_found", title: "Page not found",
                message:
                    "If you typed the address, check that it is right. If you followed a link, it may be an old one.")
        case 405:
            self.init(
                status, code: "not_so", title: "Not in this way",
                message: """
                    This address does not take that kind of request. Nothing was changed. Go back to the page that you came from and \
                    use what is there.
                    """)
        default:
            self.init(
                status, code: "refused", title: "That could not be done",
                message: "The request could not be understood. Nothing was changed.")
        }
    }

    /// The headers that belong to the answer, whatever its shape.
    var headers: HTTPFields {
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return headers
    }
}
