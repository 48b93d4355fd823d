internal import CLibCurl
import Foundation

/// One libcurl handle and the connections that it keeps. Belongs to one thread at a time; the end of it says QUIT.
final class CurlSession {
    private static let isReady = curl_shim_start() == CURLE_OK

    private let handle: UnsafeMutableRawPointer

    init() throws(MailError) {
        guard Self.isReady, let handle = curl_easy_init() else {
            throw MailError(.temporary, "The mail library could not be started.")
        }
        self.handle = handle
    }

    deinit {
        curl_easy_cleanup(handle)
    }

    /// Blocks until the server has taken the message or has not.
    func send(_ message: MailMessage, to server: SMTPServer) throws(MailError) {
        let exchange = SMTPExchange(message.bytes)
        let result = withExtendedLifetime(exchange) {
            // Whatever happens, the handle must not remember the exchange: closing it talks to the server again.
            defer { curl_easy_reset(handle) }
            let pointer = Unmanaged.passUnretained(exchange).toOpaque()
            let recipients = curl_slist_append(nil, "<\(message.to.address)>")
            defer { curl_slist_free_all(recipients) }
            guard recipients != nil else { return CURLE_OUT_OF_MEMORY }
            let failure = prepare(server, from: message.from.address, exchange: pointer, length: exchange.length)
            guard failure == CURLE_OK else { return failure }
            let listed = curl_shim_set_list(handle, CURLOPT_MAIL_RCPT, recipients)
            return listed == CURLE_OK ? curl_easy_perform(handle) : listed
        }
        guard result != CURLE_OK else { return }
        throw MailError(result, exchange, server)
    }

    private func prepare(
        _ server: SMTPServer, from sender: String, exchange: UnsafeMutableRawPointer, length: Int
    ) -> CURLcode {
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_URL, server.url), (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""),
            (CURLOPT_USERNAME, server.user), (CURLOPT_PASSWORD, server.user == nil ? nil : server.password ?? ""),
            (CURLOPT_MAIL_FROM, "<\(sender)>"),
        ]
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_UPLOAD, 1), (CURLOPT_VERBOSE, 1),
            (CURLOPT_CONNECTTIMEOUT, server.connectTimeout), (CURLOPT_TIMEOUT, server.timeout),
            (CURLOPT_MAXAGE_CONN, 20), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_USE_SSL, server.useSSL),
        ]
        var codes: [CURLcode] = texts.map { option, text in
            text.map { curl_shim_set_text(handle, option, $0) } ?? CURLE_OK
        }
        codes += numbers.map { curl_shim_set_long(handle, $0.0, $0.1) }
        codes += [CURLOPT_READDATA, CURLOPT_WRITEDATA, CURLOPT_DEBUGDATA].map {
            curl_shim_set_pointer(handle, $0, exchange)
        }
        codes.append(curl_shim_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(length)))
        codes.append(curl_shim_set_reader(handle) { SMTPExchange.read($0, $1, $2, $3) })
        codes.append(curl_shim_set_writer(handle) { _, size, count, _ in size &* count })
        codes.append(curl_shim_set_observer(handle) { SMTPExchange.observe($1, $2, $3, $4) })
        return codes.first { $0 != CURLE_OK } ?? CURLE_OK
    }
}

extension SMTPServer {
    fileprivate var useSSL: Int {
        switch tls {
        case .required, .implicit: Int(CURLUSESSL_ALL.rawValue)
        case .offered: Int(CURLUSESSL_TRY.rawValue)
        case .off: Int(CURLUSESSL_NONE.rawValue)
        }
    }
}
