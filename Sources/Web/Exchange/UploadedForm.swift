import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore

/// A form that came with files (RFC 7578).
struct UploadedForm: Sendable {
    struct File: Sendable, Equatable {
        var name: String
        var bytes: [UInt8]
    }

    static let mostParts = 50

    var fields = FormFields()
    var files: [String: File] = [:]
    /// Whether more was sent than may be: only the fields before the file were read then.
    private(set) var isCut = false

    init(fields: FormFields) {
        self.fields = fields
    }

    /// Nil when it is not what it says it is.
    init?(_ body: Data, boundary: String, isCut: Bool = false) {
        self.isCut = isCut
        let mark = Data("--\(boundary)".utf8)
        let gap = Data("\r\n\r\n".utf8)
        var pairs: [(name: String, value: String)] = []
        guard var at = body.range(of: mark) else { return nil }
        while true {
            guard pairs.count + files.count < Self.mostParts else { return nil }
            let rest = body[at.upperBound...]
            if rest.starts(with: Data("--".utf8)) { break }
            guard rest.starts(with: Data("\r\n".utf8)),
                let head = body.range(of: gap, in: at.upperBound..<body.endIndex),
                let next = body.range(of: Data("\r\n".utf8) + mark, in: head.lowerBound..<body.endIndex)
            else {
                if isCut { break }
                return nil
            }
            // A part without content ends where its head does.
            let content = head.upperBound <= next.lowerBound ? body[head.upperBound..<next.lowerBound] : Data()
            guard let part = Self.disposition(of: body[at.upperBound..<head.lowerBound]) else { return nil }
            if let file = part.file {
                files[part.name] = File(name: file, bytes: Array(content))
            } else {
                guard let text = String(validating: content, as: UTF8.self), !text.utf8.contains(0) else { return nil }
                pairs.append((part.name, text))
            }
            at = next
        }
        fields = FormFields(pairs)
    }

    /// The boundary that a request's content type names.
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data",
            let named = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let value = named.dropFirst("boundary=".count).trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        return (1...70).contains(value.utf8.count) ? value : nil
    }

    /// The field's name, and the file's for one that holds a file.
    private static func disposition(of head: Data) -> (name: String, file: String?)? {
        guard head.count <= 2000, let text = String(validating: head, as: UTF8.self) else { return nil }
        let line = text.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let line, let name = parameter("name", in: line) else { return nil }
        return (name, parameter("filename", in: line))
    }

    /// A quoted parameter. Browsers send a quote within it as `%22` (HTML, "multipart/form-data encoding algorithm").
    private static func parameter(_ name: String, in line: Substring) -> String? {
        guard let start = line.firstRange(of: "; \(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
    }
}

extension UploadedForm {
    /// A browser shows an answer only when it has sent all, so what is too much is let go by, up to this.
    static let mostBytesPassedOver = 64 * 1024 * 1024

    /// Whether a request may bring a file, and more than other forms may.
    static func isComing(by request: Request) -> Bool {
        let path = request.uri.path
        return request.method == .post
            && (path == SiteURL.staffImports.address.text
                || (path.hasPrefix("/nominations/") || path.hasPrefix(APIURL.root + "/nominations/"))
                    && path.hasSuffix("/files"))
    }
}

extension WebSite {
    /// Enough to read what was chosen beside a file that is too large.
    private static let bytesOfCutForm = 64 * 1024

    /// Reads a form that may bring files, as `form` does: sent by a page of ours in this browser, or refused. Of one that
    /// is too large only the beginning is read.
    func upload(_ request: Request, _ context: WebContext) async throws -> UploadedForm {
        guard let boundary = UploadedForm.boundary(of: request.headers[.contentType] ?? "") else {
            return UploadedForm(fields: try await form(request, context))
        }
        try requireOwnOrigin(request)
        let length = request.headers[.contentLength].flatMap { wholeNumber($0) } ?? 0
        let isTooLong = length > settings.mostUploadBytes
        let limit = isTooLong ? Self.bytesOfCutForm : settings.mostUploadBytes
        let (body, isCut) = try await request.bytes(upTo: limit) { context.carryOn(deadlines) }
        if isCut { context.closeSoon() }
        guard let form = UploadedForm(body, boundary: boundary, isCut: isCut) else {
            throw RequestProblem.unreadable
        }
        try requireOwnToken(form.fields, context)
        return form
    }
}

extension Request {
    /// The body, or its beginning where it goes on beyond the limit: nothing of the rest is kept.
    ///
    /// - Parameter progress: called for every 256 KiB, so that a large file over a slow line is not given up on while it comes.
    fileprivate func bytes(upTo limit: Int, progress: () -> Void) async throws -> (bytes: Data, isCut: Bool) {
        var bytes = Data()
        var (told, isCut, passedOver) = (0, false, 0)
        do {
            for try await chunk in body {
                if isCut {
                    passedOver += chunk.readableBytes
                    if passedOver > UploadedForm.mostBytesPassedOver { break }
                    continue
                }
                let rest = limit - bytes.count
                bytes.append(contentsOf: chunk.readableBytesView.prefix(rest))
                isCut = chunk.readableBytes > rest
                if bytes.count - told >= 256 * 1024 {
                    told = bytes.count
                    progress()
                }
            }
        } catch {
            throw BrokenBody(cause: error)
        }
        return (bytes, isCut)
    }
}
