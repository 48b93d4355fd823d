/// A file that pages link to: its bytes are part of the program, and its address changes with its content, so that a
/// browser may keep it for ever (`Cache-Control: public, max-age=31536000, immutable`).
struct Asset: Sendable {
    let bytes: [UInt8]
    let mediaType: String
    /// The last part of the address, such as `style-0f3c….css`.
    let fileName: String

    static let stylesheet = Asset(PackageResources.style_css, "style", "css", "text/css; charset=utf-8")
    /// Only for the screens of a ceremony and what is printed of it.
    static let screenStylesheet = Asset(PackageResources.screen_css, "screen", "css", "text/css; charset=utf-8")
    static let script = Asset(PackageResources.app_js, "app", "js", "text/javascript; charset=utf-8")
    static let icon = Asset(PackageResources.icon_svg, "icon", "svg", "image/svg+xml")

    static let all = [stylesheet, screenStylesheet, script, icon]

    private init(_ bytes: [UInt8], _ name: String, _ ending: String, _ mediaType: String) {
        self.bytes = bytes
        self.mediaType = mediaType
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        fileName = "\(name)-\(String(hash, radix: 16)).\(ending)"
    }
}
