import Glibc

/// The locale of new clusters: sorts by code point, knows the letters of all scripts, and needs no language package.
enum ClusterLocale {
    /// `C.UTF-8`, or plain `C` on a system without it.
    static let name: String = {
        let mask = LC_CTYPE_MASK | LC_COLLATE_MASK
        guard let locale = newlocale(mask, "C.UTF-8", nil) else { return "C" }
        freelocale(locale)
        return "C.UTF-8"
    }()
}
