/// What an installation is told about itself.
package struct ServiceSettings: Sendable {
    /// The name shown: `Centre for Professional Practice`.
    package var centre: String
    /// Where people reach it, without a trailing slash.
    package var baseURL: String
    /// The domain of calendar UIDs and message ids; it never follows the host, so that moving the site duplicates nothing.
    package var uidDomain: String
    package var mailFrom: String
    /// Whether the released programme is open to all.
    package var isPublic: Bool

    package init(centre: String, baseURL: String, uidDomain: String, mailFrom: String, isPublic: Bool) {
        self.centre = centre
        self.baseURL = baseURL
        self.uidDomain = uidDomain
        self.mailFrom = mailFrom
        self.isPublic = isPublic
    }
}
