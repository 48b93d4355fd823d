import HTTPTypes
import Hummingbird
import NIOCore

/// A body of JSON on its way out, with its entity tag.
struct JSONAnswer: Sendable {
    let bytes: [UInt8]
    var tag: EntityTag

    init(_ bytes: [UInt8], tag: EntityTag? = nil) {
        self.bytes = bytes
        self.tag = tag ?? EntityTag(of: bytes)
    }

    /// What somebody read: all of it, or that they still have it.
    ///
    /// - Parameter isPublic: made for a visitor, so that others may be given the same.
    func response(to request: Request, isPublic: Bool) -> Response {
        var headers: HTTPFields = [
            .cacheControl: isPublic ? "public, no-cache" : "no-store", .vary: "Authorization", .eTag: tag.text,
        ]
        if tag.isKnown(to: request.headers) == true { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = Self.type
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// What every visitor reads, to be kept.
    var kept: KeptBytes {
        KeptBytes(
            bytes, headers: [.contentType: Self.type, .cacheControl: "public, no-cache", .vary: "Authorization"])
    }

    /// What a change led to.
    func response(_ status: HTTPResponse.Status, location: APIURL? = nil, tagged: Bool = false) -> Response {
        var headers: HTTPFields = [.contentType: Self.type, .cacheControl: "no-store"]
        if let location { headers[.location] = location.address }
        if tagged { headers[.eTag] = tag.text }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static let type = "application/json"
}
