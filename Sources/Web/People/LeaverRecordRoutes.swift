import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// A leaver's own record, by the secret address of a mail: without an account, for thirty days.
struct LeaverRecordRoutes {
    let site: WebSite

    func add(to pages: RouterGroup<WebContext>) {
        pages.get(SiteURL.leaverRecord("{token}").route) { _, context in
            let secret = try context.part("token")
            let found = try await site.services.people.leaverRecord(secret)
            var response = Response.page(
                PageLayout(site.frame("Your record", context)) { LeaverRecordPage(found: found, secret: secret) })
            Self.keepSecret(&response)
            return response
        }
        pages.get(SiteURL.leaverRecordFile("{token}").route) { _, context in
            let found = try await site.services.people.leaverRecord(try context.part("token"))
            var response = Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(OwnRecordFile.name)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: OwnRecordFile.bytes(of: found.record))))
            Self.keepSecret(&response)
            return response
        }
    }

    /// The address is the secret: it is passed on to nobody.
    private static func keepSecret(_ response: inout Response) {
        response.headers[SecurityHeaders.referrerPolicy] = "no-referrer"
        response.headers[SecurityHeaders.robots] = "noindex"
    }
}

struct LeaverRecordPage: Component {
    var found: PeopleService.LeaverRecord
    var secret: String

    private var record: PersonalRecord { found.record }

    var body: Markup {
        H1("Your record")
        P(.class("lead")) {
            Bdi(record.particulars.name)
            ", this is yours to keep: the sessions that you had a place in and those that you led."
        }
        ActionRow { ActionLink("Download it as a file", to: SiteURL.leaverRecordFile(secret).address) }
        P(
            "This address opens it to the end of \(London.local(found.until.addingTimeInterval(-1)).day.long). After that, ask the centre.",
            .class("hint"))
        if record.places.isEmpty, record.leads.isEmpty {
            P("There is no session in it.")
        } else {
            DataTable(
                id: "record", caption: "Your sessions", isCaptionHidden: true, rows: lines,
                columns: [
                    TableColumn("When") { AdminWords.moment($0.at) },
                    TableColumn("Session", .rowHeader) { $0.title },
                    TableColumn("Your part") { $0.part },
                ])
        }
    }

    private struct Line {
        var at: Date?
        var title: String
        var part: String
    }

    private var lines: [Line] {
        let placed = record.places.map { Line(at: $0.startsAt, title: $0.title, part: "Place, \($0.state.rawValue)") }
        let led = record.leads.map { Line(at: $0.startsAt, title: $0.title, part: "Led it") }
        return (placed + led).sorted { ($0.at ?? .distantFuture) < ($1.at ?? .distantFuture) }
    }
}
