import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Mail
import NIOCore
import Services
import Synchronization
import TestSupport

@testable import Web

/// A browser without a window and without a network: it asks the site's routes and keeps their cookies.
final class RouteClient: Sendable {
    let site: WebSite
    private let responder: RouterResponder<WebContext>
    private let jar = Mutex<[String: String]>([:])
    private let address: String

    init(site: WebSite, address: String = "203.0.113.7") {
        self.site = site
        self.address = address
        responder = AppRouter.build(site).buildResponder()
    }

    /// Another browser at the same site.
    init(beside other: RouteClient) {
        site = other.site
        address = other.address
        responder = other.responder
    }

    convenience init(_ house: TestHouse, settings: WebSettings = WebSettings(), address: String = "203.0.113.7") {
        self.init(site: WebSite(services: house.services, settings: settings), address: address)
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let body: String
        /// The same as it was sent.
        var bytes: [UInt8] = []

        var location: String? { headers[.location] }

        /// The value of the first hidden field of that name.
        func field(_ name: String) -> String? {
            guard let start = body.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
            return String(body[start.upperBound...].prefix { $0 != "\"" })
        }

        /// The text without its tags.
        var words: String {
            body.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ").replacing("&#39;", with: "'")
        }
    }

    func get(_ path: String, headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> Answer {
        try await send(method, path, headers: headers, body: nil)
    }

    func post(_ path: String, _ fields: [String: String], headers: HTTPFields = [:]) async throws -> Answer {
        let body = fields.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers: headers, body: body)
    }

    /// Posts the fields with the token and the key of a page's form.
    func post(_ path: String, from page: Answer, _ fields: [String: String] = [:]) async throws -> Answer {
        var fields = fields
        fields["csrf"] = fields["csrf"] ?? page.field("csrf") ?? ""
        if let key = page.field("idempotency_key"), fields["idempotency_key"] == nil { fields["idempotency_key"] = key }
        return try await post(path, fields)
    }

    func cookie(_ name: String) -> String? { jar.withLock { $0[name] } }

    func setCookie(_ name: String, _ value: String?) { jar.withLock { $0[name] = value } }

    func send(
        _ method: HTTPRequest.Method, _ path: String, host: String = "127.0.0.1:8080", headers: HTTPFields,
        body: String?
    ) async throws -> Answer {
        try await send(method, path, host: host, headers: headers, bytes: body.map { Array($0.utf8) })
    }

    /// Posts a form with a file in it, as a browser does.
    func upload(
        _ path: String, from page: Answer, _ fields: [String: String], file: [UInt8], named name: String
    ) async throws -> Answer {
        var fields = fields
        fields["csrf"] = page.field("csrf") ?? ""
        fields["idempotency_key"] = fields["idempotency_key"] ?? page.field("idempotency_key")
        let head = fields.map {
            "--b42\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        let part = "--b42\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n"
        let body = Array((head.joined() + part).utf8) + file + Array("\r\n--b42--\r\n".utf8)
        return try await send(
            .post, path, headers: [.contentType: "multipart/form-data; boundary=b42"], bytes: body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, host: String = "127.0.0.1:8080", headers: HTTPFields,
        bytes: [UInt8]?
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: headers)
        let cookies = jar.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookies.isEmpty { head.headerFields[.cookie] = cookies }
        if let bytes { head.headerFields[.contentLength] = String(bytes.count) }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: bytes ?? [])))
        let context = WebContext(logger: TestCluster.logger, client: address)
        let response = try await responder.respond(to: request, context: context)
        for cookie in response.headers[values: .setCookie] { keep(cookie) }
        let sink = Sink()
        try await response.body.write(sink)
        return Answer(
            status: response.status.code, headers: response.headers, body: sink.text, bytes: sink.all)
    }

    /// Takes the body of an answer.
    private final class Sink: ResponseBodyWriter, Sendable {
        private let bytes = Mutex(ByteBuffer())

        var all: [UInt8] { bytes.withLock { Array($0.readableBytesView) } }
        var text: String { bytes.withLock { String(buffer: $0) } }

        @concurrent func write(_ buffer: ByteBuffer) async throws {
            bytes.withLock { _ = $0.writeImmutableBuffer(buffer) }
        }
        @concurrent func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private func keep(_ cookie: String) {
        let parts = cookie.split(separator: ";")
        let halves = (parts.first ?? "").split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else { return }
        let isOver = cookie.contains("Max-Age=0")
        jar.withLock { $0[String(halves[0])] = isOver ? nil : String(halves[1]) }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension RouteClient {
    /// Signs in as a person of the week, by the code in the mail.
    func signIn(_ email: String, _ house: TestHouse) async throws {
        let page = try await get("/sign-in")
        _ = try await post("/sign-in", from: page, ["email": email])
        let code = try await Post.code(house)
        _ = try await post("/sign-in/code", from: page, ["code": code])
    }
}

/// The post, as far as the pages need it.
enum Post {
    private struct Words: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            if case .signInCode(let code) = letter { return RenderedLetter(subject: "code", text: code) }
            return RenderedLetter(subject: "booking", text: "booking")
        }
    }

    /// Sends what is due, and answers the code of the last letter that has one.
    static func code(_ house: TestHouse) async throws -> String {
        try await MessageWorker(house: house.services.house, renderer: Words()).sendDue()
        return house.mail.messages.last { $0.subject == "code" }?.text.trimmingCharacters(in: .whitespacesAndNewlines)
            ?? ""
    }
}
