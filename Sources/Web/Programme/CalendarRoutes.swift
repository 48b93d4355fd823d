import Domain
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Calendars over HTTP (calendars-and-csv.md section 7): no cookie, no redirect, no page for an error; the address alone
/// decides. A personal address stands for its person with the rights of this moment.
struct CalendarRoutes {
    let site: WebSite
    /// Per secret address, and not per client: the big calendar services share theirs.
    private let reads = RateLimit(240, per: .seconds(900))

    init(site: WebSite) { self.site = site }

    func add(to router: Router<WebContext>) {
        let feeds = router.group().add(middleware: FeedErrors(site: site))
        feeds.get(SiteURL.eventCalendar("{slug}").route) { request, context in
            try await open(request) { try await $0.event(try context.part("slug"), by: visitor) }
        }
        feeds.get(SiteURL.siteCalendar("{slug}").route) { request, context in
            try await open(request) { try await $0.site(try context.part("slug"), by: visitor) }
        }
        feeds.get(SiteURL.sessionCalendar("{reference}").route) { request, context in
            let file = try await publicFile { try await $0.session(try context.part("reference"), by: visitor) }
            var response = answer(file, to: request, cache: "public, max-age=300")
            response.headers[.contentDisposition] =
                "attachment; filename=\"\(file.filename)\"; filename*=UTF-8''\(file.filename)"
            return response
        }
        feeds.get(SiteURL.guests(.replyCalendar("{token}")).route) { request, context in
            let invitation = try await site.services.guests.invitation(try context.part("token"))
            let file = GuestCalendar.file(of: invitation.ceremony, settings: site.services.settings)
            var response = answer(file, to: request, cache: "private, max-age=300")
            response.headers[.contentDisposition] = "attachment; filename=\"\(file.filename)\""
            return response
        }
        feeds.get(SiteURL.personalCalendar("{token}").route) { request, context in
            let token = try context.part("token")
            guard token.utf8.count == 43, let person = try await site.services.access.person(ofCalendarAddress: token)
            else {
                throw AccessRefusal.notFound("calendar")
            }
            guard reads.admits(String(person.id.rawValue)) else { throw AccessRefusal.tooManyTries }
            let file = try await PersonalCalendar(services: site.services).file(of: person.id)
            return answer(file, to: request, cache: "private, max-age=300")
        }
    }

    private var visitor: Actor { Actor(.visitor, channel: .web) }

    private func open(
        _ request: Request, _ make: (ProgrammeCalendar) async throws -> CalendarFile
    ) async throws -> Response {
        answer(try await publicFile(make), to: request, cache: "public, max-age=300")
    }

    private func publicFile(_ make: (ProgrammeCalendar) async throws -> CalendarFile) async throws -> CalendarFile {
        guard site.services.settings.isPublic else { throw AccessRefusal.notFound("calendar") }
        return try await make(ProgrammeCalendar(services: site.services))
    }

    /// The file, or that the client still has it. `If-None-Match` wins; a date that cannot be read asks nothing.
    private func answer(_ file: CalendarFile, to request: Request, cache: String) -> Response {
        var headers: HTTPFields = [
            .contentType: "text/calendar; charset=utf-8", .eTag: file.etag, .cacheControl: cache,
            SecurityHeaders.robots: "noindex", SecurityHeaders.referrerPolicy: "no-referrer",
        ]
        if let changed = file.lastModified { headers[.lastModified] = HTTPDate.text(changed) }
        if isKnown(file, to: request.headers) { return Response(status: .notModified, headers: headers) }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    private func isKnown(_ file: CalendarFile, to headers: HTTPFields) -> Bool {
        if let known = EntityTag(text: file.etag).isKnown(to: headers) { return known }
        guard let changed = file.lastModified, let since = headers[.ifModifiedSince].flatMap(HTTPDate.read) else {
            return false
        }
        return changed.timeIntervalSince1970.rounded(.down) <= since.timeIntervalSince1970
    }
}

/// What goes wrong behind a calendar is a line of text: its readers are programs.
private struct FeedErrors: RouterMiddleware {
    typealias Context = WebContext

    let site: WebSite

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let broken as BrokenBody {
            throw broken
        } catch {
            var answer = ErrorAnswer(error, site: site, logger: context.logger)
            if answer.status == .unauthorized || answer.status == .forbidden { answer.status = .notFound }
            let text = answer.status == .notFound ? "There is no such calendar." : answer.message
            var response = Response.plain(text + "\n", status: answer.status)
            if let retry = answer.retryAfter { response.headers[.retryAfter] = String(retry) }
            response.headers[SecurityHeaders.robots] = "noindex"
            response.headers[SecurityHeaders.referrerPolicy] = "no-referrer"
            return response
        }
    }
}
