import Hummingbird
import NIOCore

/// The stylesheet, the script and the icon. Their names change with their content, so a browser keeps them for ever.
struct AssetRoutes {
    private struct File: Sendable {
        let body: ByteBuffer
        let headers: HTTPFields
    }

    private let files: [String: File]

    init() {
        files = Dictionary(
            Asset.all.map { asset in
                let headers: HTTPFields = [
                    .contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable",
                    .eTag: EntityTag(of: asset.bytes).text,
                ]
                return (asset.fileName, File(body: ByteBuffer(bytes: asset.bytes), headers: headers))
            }, uniquingKeysWith: { first, _ in first })
    }

    func add(to router: Router<WebContext>) {
        router.get(SiteURL.asset("{name}").route) { request, context in
            guard let file = files[try context.part("name")] else { throw HTTPError(.notFound) }
            if let tag = file.headers[.eTag], EntityTag(text: tag).isKnown(to: request.headers) == true {
                return Response(status: .notModified, headers: file.headers)
            }
            return Response(status: .ok, headers: file.headers, body: ResponseBody(byteBuffer: file.body))
        }
    }
}
