import Hummingbird
import NIOCore

/// Bytes that are the same to everyone, with their entity tag, and once compressed. Each form has a tag of its own, as they
/// are different bytes; a client may come back with either.
struct KeptBytes: Sendable {
    private struct Form: Sendable {
        let body: ByteBuffer
        let tag: EntityTag
        let headers: HTTPFields

        init(_ bytes: [UInt8], _ tag: EntityTag, _ headers: HTTPFields, coding: String?) {
            body = ByteBuffer(bytes: bytes)
            self.tag = tag
            var headers = headers
            headers[.eTag] = tag.text
            headers[.contentLength] = String(bytes.count)
            headers[.contentEncoding] = coding
            self.headers = headers
        }
    }

    private let plain: Form
    private let compressed: Form?

    /// - Parameter headers: what both forms carry; `Vary` is added to.
    init(_ bytes: [UInt8], headers: HTTPFields) {
        var headers = headers
        headers[.vary] = [headers[.vary], "Accept-Encoding"].compactMap(\.self).joined(separator: ", ")
        let tag = EntityTag(of: bytes)
        plain = Form(bytes, tag, headers, coding: nil)
        compressed = Gzip.compressed(bytes).map {
            Form($0, EntityTag(text: "\(tag.text.dropLast())-gz\""), headers, coding: "gzip")
        }
    }

    /// The bytes in the form that the client takes, or that it still has them.
    func response(to request: Request) -> Response {
        var form = plain
        if let compressed, Gzip.isAccepted(in: request.headers) { form = compressed }
        if form.tag.isKnown(to: request.headers) == true {
            var headers = form.headers
            headers[.contentLength] = nil
            headers[.contentEncoding] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: form.headers, body: ResponseBody(byteBuffer: form.body))
    }

    /// The same for somebody who is known: uncompressed, and not to be stored by anybody between.
    func unsharedResponse(to request: Request) -> Response {
        var headers = plain.headers
        headers[.cacheControl] = "no-store"
        if plain.tag.isKnown(to: request.headers) == true {
            headers[.contentLength] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain.body))
    }
}
