import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// Calendars out: whose is chosen and looked at first, then fetched with a reason.
struct CalendarExportRoutes {
    let site: WebSite

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staffCalendarExports.route) { request, context in
            let choice = Choice(try request.query())
            do {
                return Response.page(try await page(choice, context))
            } catch let refusal as any Refusal where refusal.kind != .forbidden && choice.selector != nil {
                let errors = [FieldError(field: choice.field, message: refusal.message)]
                return Response.page(
                    try await page(choice, context, isRead: false, errors: errors), status: PlanDesk.status(refusal))
            }
        }
        staff.post(SiteURL.staffCalendarExportFile.route) { request, context in try await download(request, context) }
    }

    /// Whose calendar, as an address or a form says it: `event:SLUG`, `site:SLUG`, `room:SITE/ROOM`, or a person.
    struct Choice: Equatable {
        var of: String
        var person: String

        init(_ fields: FormFields) {
            of = fields["of"] ?? ""
            person = (fields["person"] ?? "").trimmingCharacters(in: .whitespaces)
        }

        var field: String { person.isEmpty ? "of" : "person" }

        /// The person, where one is named.
        var selector: CalendarSelector? {
            if !person.isEmpty { return .person(person) }
            let parts = of.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "event": return .event(parts[1])
            case "site": return .site(parts[1])
            case "room": return .room(parts[1])
            default: return nil
            }
        }
    }

    /// The same with the address of whoever a name means.
    private func meant(_ choice: Choice, _ context: SignedInContext) async throws -> Choice {
        guard !choice.person.isEmpty, !choice.person.contains("@") else { return choice }
        let people = try await site.services.people.people(meant: choice.person, by: context.actor)
        guard let only = people.first else {
            throw PeopleRefusal.nothingNamed(kind: "person", name: choice.person, near: [])
        }
        guard people.count == 1 else {
            throw PeopleRefusal.severalNamed(
                kind: "person", name: choice.person, candidates: people.map { "\($0.name) (\($0.email))" })
        }
        var choice = choice
        choice.person = only.email
        return choice
    }

    /// - Parameter isRead: off where it is known already that there is nothing to read.
    private func page(
        _ typed: Choice, _ context: SignedInContext, isRead: Bool = true, reason: String = "",
        errors: [FieldError] = []
    ) async throws -> PageLayout {
        let services = site.services
        var preview: CalendarExportPage.Preview?
        var choice = typed
        if isRead, typed.selector != nil {
            choice = try await meant(typed, context)
            if let selector = choice.selector {
                let file = try await CalendarExport(services: services).file(selector, by: context.actor)
                preview = CalendarExportPage.Preview(
                    entries: CalendarExport.entries(of: file), address: publicAddress(selector))
            }
        }
        var frame = site.frame("Export a calendar", context.web, at: .staff)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(text: "Exports", address: SiteURL.staffExports.address)
        let page = CalendarExportPage(
            events: try await services.programme.events(by: context.actor), sites: try await services.people.sites(),
            rooms: try await services.people.rooms(), choice: choice, preview: preview, reason: reason, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    /// Where everybody may subscribe to the same, where there is such a place.
    private func publicAddress(_ selector: CalendarSelector) -> String? {
        guard site.services.settings.isPublic else { return nil }
        let url: SiteURL? =
            switch selector {
            case .event(let slug): .eventCalendar(slug)
            case .site(let slug): .siteCalendar(slug)
            case .room, .person, .session: nil
            }
        return url?.absolute(site.baseURL)
    }

    private func download(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await site.form(request, context.web)
        let choice = Choice(form)
        guard let selector = choice.selector else { return Response.seeOther(SiteURL.staffCalendarExports.address) }
        let reason = form["reason"] ?? ""
        do {
            let file = try await CalendarExport(services: site.services).download(
                selector, because: reason, by: context.actor)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/calendar; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(file.filename)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
        } catch let problem as TextProblem {
            let errors = [FieldError(field: "reason", message: problem.message)]
            return Response.page(
                try await page(choice, context, reason: reason, errors: errors), status: ErrorAnswer(problem).status)
        } catch let refusal as any Refusal where refusal.kind == .notFound {
            let errors = [FieldError(field: choice.field, message: refusal.message)]
            return Response.page(
                try await page(choice, context, isRead: false, errors: errors), status: PlanDesk.status(refusal))
        }
    }
}
