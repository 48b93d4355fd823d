import HTTPTypes

/// What every answer tells the browser not to do.
enum SecurityHeaders {
    static let contentSecurityPolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
        frame-ancestors 'none'; base-uri 'none'
        """

    private static let permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

    /// `same-origin` and not `no-referrer`: with that a browser would send forms with the origin "null". An answer that
    /// holds a secret in its address sets its own.
    static func add(to fields: inout HTTPFields) {
        fields[.contentSecurityPolicy] = contentSecurityPolicy
        fields[.xContentTypeOptions] = "nosniff"
        fields[frameOptions] = "DENY"
        fields[permissionsPolicy] = permissions
        fields[openerPolicy] = "same-origin"
        fields[resourcePolicy] = "same-origin"
        if !fields.contains(referrerPolicy) { fields[referrerPolicy] = "same-origin" }
    }

    static let referrerPolicy = name("Referrer-Policy")
    static let robots = name("X-Robots-Tag")
    private static let frameOptions = name("X-Frame-Options")
    private static let permissionsPolicy = name("Permissions-Policy")
    private static let openerPolicy = name("Cross-Origin-Opener-Policy")
    private static let resourcePolicy = name("Cross-Origin-Resource-Policy")

    /// A field's name that is known to be well formed.
    private static func name(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .server }
}
