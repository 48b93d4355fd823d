import HTML
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A page for one reader: no cache keeps it.
    static func page(
        _ page: some Renderable, status: HTTPResponse.Status = .ok, cookies: [String] = []
    ) -> Response {
        var headers: HTTPFields = [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: page.markup.bytes)))
    }

    /// To another page of this site, to be read with GET.
    static func seeOther(_ address: WebAddress, cookies: [String] = []) -> Response {
        let target = address.isOnThisSite ? address.text : SiteURL.home.address.text
        var headers: HTTPFields = [.location: target, .cacheControl: "no-store"]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }

    static func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}

extension WebAddress {
    /// A place to go back to that somebody sent: a path of this site in plain ASCII, or nil.
    static func returning(to text: String?) -> WebAddress? {
        guard let text, text.utf8.count <= 500, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let address = WebAddress(text)
        return address.isOnThisSite ? address : nil
    }
}
