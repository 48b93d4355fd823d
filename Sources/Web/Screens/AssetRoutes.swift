import Hummingbird

/// The stylesheet, the script and the icon. Their names change with their content, so a browser keeps them for ever.
struct AssetRoutes {
    private static let files = Dictionary(
        Asset.all.map { asset in
            let headers: HTTPFields = [
                .contentType: asset.mediaType, .cacheControl: "public, max-age=31536000, immutable",
            ]
            return (asset.fileName, KeptBytes(asset.bytes, headers: headers))
        }, uniquingKeysWith: { first, _ in first })

    func add(to router: Router<WebContext>) {
        router.get(SiteURL.asset("{name}").route) { request, context in
            guard let file = Self.files[try context.part("name")] else { throw HTTPError(.notFound) }
            return file.response(to: request)
        }
    }
}
