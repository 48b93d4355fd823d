internal import CLibCurl

extension MailError {
    /// Tells a refusal of the message from everything else by what the server said last, and to what.
    init(_ result: CURLcode, _ exchange: SMTPExchange, _ server: SMTPServer) {
        let place = "\(server.host):\(server.port)"
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST:
            self.init(.temporary, "The mail server \(place) is not known. Check its name.")
        case CURLE_COULDNT_CONNECT:
            self.init(.temporary, "The mail server \(place) cannot be reached.")
        case CURLE_OPERATION_TIMEDOUT:
            self.init(.temporary, "The mail server \(place) took too long to answer.")
        case CURLE_USE_SSL_FAILED:
            self.init(.temporary, "The mail server \(place) does not offer the encryption that is required.")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE:
            self.init(.temporary, "The mail server \(place) could not be trusted: its certificate does not hold.")
        case CURLE_LOGIN_DENIED:
            self.init(
                .temporary, code: exchange.knownCode,
                "The mail server \(place) refused user or password.")
        default:
            self.init(reply: exchange, place, result)
        }
    }

    private init(reply exchange: SMTPExchange, _ place: String, _ result: CURLcode) {
        guard exchange.code >= 400 else {
            let reason = String(cString: curl_easy_strerror(result))
            self.init(.temporary, "The connection with the mail server \(place) broke (\(reason)).")
            return
        }
        let isPermanent = exchange.code >= 500 && exchange.isAboutMessage
        let reply = exchange.verb == "AUTH" ? "\(exchange.code)" : exchange.reply
        self.init(
            isPermanent ? .permanent : .temporary, code: exchange.code,
            "The mail server \(place) refused: \(reply)")
    }
}

extension SMTPExchange {
    fileprivate var knownCode: Int? { code >= 400 ? code : nil }
}
