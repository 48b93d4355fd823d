/// A way to join from afar; RFC 7986, section 5.11. Only in a person's own feed and mail (rule 3.13).
package struct CalendarConference: Hashable, Sendable {
    package var uri: String
    package var label: String?
    /// Such as VIDEO and AUDIO.
    package var features: [String]

    package init(uri: String, label: String? = nil, features: [String] = []) {
        self.uri = uri
        self.label = label
        self.features = features
    }
}
