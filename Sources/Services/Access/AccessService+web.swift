import Crypto
import Foundation

/// What the pages need beside signing in: secrets for browsers, and tokens that tie a form to one.
extension AccessService {
    /// A new secret for a browser to hold, or the key of a form.
    package func freshSecret() -> String { house.outside.secret() }

    /// What a form carries to show that it came from a page made for the browser that holds this secret. It tells nothing
    /// about the secret.
    package func formToken(of secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: Data(secret.utf8)))
        return Secrets.urlSafe(code)
    }

    package func isFormToken(_ token: String, of secret: String) -> Bool {
        Secrets.equal(Array(token.utf8), Array(formToken(of: secret).utf8))
    }
}
