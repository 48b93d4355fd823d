import Domain
import Exchange
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import NIOCore
import Services

/// A person's own week, and the secret address of its calendar.
struct MyWeekRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.me.route) { request, context in
            let notice = SessionPage.Notice(rawValue: try request.query()["done"] ?? "").map {
                Banner(.success, $0.heading)
            }
            return Response.page(try await page(context, banner: notice))
        }
        signedIn.get(SiteURL.myCalendar.route) { _, context in
            Response.page(try await calendar(context, secret: nil))
        }
        signedIn.get(SiteURL.myData.route) { _, context in
            let record = try await site.services.people.record(by: context.actor)
            var frame = site.frame("What the centre knows about you", context.web)
            frame.width = .wide
            frame.back = BackLink(text: "My week", address: SiteURL.me.address)
            return Response.page(
                PageLayout(frame) {
                    MyDataPage(record: record, centre: site.services.settings.centre)
                })
        }
        signedIn.get(SiteURL.mySessionsFile.route) { _, context in
            let record = try await site.services.people.record(by: context.actor)
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                    .contentDisposition: "attachment; filename=\"\(OwnRecordFile.name)\"",
                ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: OwnRecordFile.bytes(of: record))))
        }
        signedIn.post(SiteURL.calendarAddress.route) { request, context in
            _ = try await site.form(request, context.web)
            let secret = try await site.services.access.createCalendarAddress(by: context.actor)
            return Response.page(try await calendar(context, secret: secret))
        }
        signedIn.post(SiteURL.calendarAddressRevocation.route) { request, context in
            _ = try await site.form(request, context.web)
            try await site.services.access.revokeCalendarAddress(by: context.actor)
            return Response.page(
                try await page(context, banner: Banner(.success, "Your calendar address has ended")))
        }
    }

    private func calendar(_ context: SignedInContext, secret: String?) async throws -> PageLayout {
        let services = site.services
        let made = try await services.access.calendarAddressMade(by: context.actor)
        var programmes: [(title: String, address: String)] = []
        if services.settings.isPublic {
            programmes = try await services.programme.events(by: context.actor).filter { $0.state == .published }.map {
                ($0.title, SiteURL.eventCalendar($0.slug).absolute(site.baseURL))
            }
        }
        let model = MyCalendarPage.Model(
            secretAddress: secret.map { SiteURL.personalCalendar($0).absolute(site.baseURL) },
            addressMade: made.map { London.local($0).day }, programmes: programmes,
            formGuard: site.formGuards(context.web))
        var frame = site.frame("Your calendar", context.web)
        frame.back = BackLink(text: "My week", address: SiteURL.me.address)
        return PageLayout(frame) { MyCalendarPage(model: model) }
    }

    private func page(_ context: SignedInContext, banner: Banner?) async throws -> PageLayout {
        let services = site.services
        let now = services.outside.now()
        let mine = try await services.booking.mine(by: context.actor)
        let made = try await services.access.calendarAddressMade(by: context.actor)
        var sessions: [String: Session] = [:]
        let starts = mine.compactMap(\.booking.startsAt)
        if let first = starts.min(), let last = starts.max() {
            for session in try await services.programme.released(
                from: London.local(first).day, to: London.local(last).day)
            {
                sessions[session.reference] = session
            }
        }
        let changes = try await services.booking.changesSinceBooked(by: context.actor)
        let entries = mine.map {
            MyWeekPage.Entry(
                booking: $0.booking, session: sessions[$0.booking.session], joiningLink: $0.joiningLink,
                change: changes[$0.booking.session])
        }
        let model = MyWeekPage.Model(
            name: context.person.name, entries: entries,
            led: try await services.programme.led(by: context.actor), now: now, today: London.local(now).day,
            addressMade: made.map { London.local($0).day },
            leftToJudge: context.person.judges ? try await services.awards.leftToJudge(by: context.actor) : 0,
            leavesOn: try await services.people.ownLeavingDay(by: context.actor),
            formGuard: { site.formGuard(context.web, keyed: true) })
        var frame = site.frame("My week", context.web, at: .me)
        frame.banner = banner
        frame.width = .wide
        return PageLayout(frame) { MyWeekPage(model: model) }
    }
}
