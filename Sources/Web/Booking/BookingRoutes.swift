import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Taking a place and giving it back.
struct BookingRoutes {
    let site: WebSite

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.post(SiteURL.sessionBookings("{reference}").route) { request, context in
            try await book(request, context)
        }
        signedIn.get(SiteURL.sessionBooking("{reference}").route) { _, context in
            try await confirmation(context)
        }
        signedIn.post(SiteURL.bookingCancellation("{id}").route) { request, context in
            try await giveBack(request, context)
        }
    }

    private func book(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try context.part("reference").uppercased()
        let form = try await site.form(request, context.web)
        do {
            let receipt = try await site.oneEffect {
                try await site.services.booking.book(reference, key: form[FormGuard.keyName], by: context.actor)
            }
            return Response.seeOther(SiteURL.sessionBooking(receipt.session).address)
        } catch let refusal as BookingRefusal {
            let answer = ErrorAnswer(refusal)
            return Response.page(
                try await SessionPages(site: site).page(reference, context.web, refusal: refusal), status: answer.status
            )
        }
    }

    private func giveBack(_ request: Request, _ context: SignedInContext) async throws -> Response {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("booking") }
        let form = try await site.form(request, context.web)
        let isFromMyWeek = try request.query()["from"] == "me"
        let before = try await site.services.booking.mine(by: context.actor).first { $0.booking.id == id }?.booking
        do {
            let booking = try await site.oneEffect {
                try await site.services.booking.cancel(id, key: form[FormGuard.keyName], by: context.actor)
            }
            let notice: SessionPage.Notice = before?.state == .waiting ? .leftList : .givenBack
            let page = isFromMyWeek ? SiteURL.me.address : SiteURL.session(booking.session).address
            return Response.seeOther(page.adding("done", notice.rawValue))
        } catch let refusal as BookingRefusal {
            guard let before else { throw refusal }
            let answer = ErrorAnswer(refusal)
            return Response.page(
                try await SessionPages(site: site).page(before.session, context.web, refusal: refusal),
                status: answer.status)
        }
    }

    private func confirmation(_ context: SignedInContext) async throws -> Response {
        let reference = try context.part("reference").uppercased()
        guard let mine = try await site.services.booking.mine(reference, by: context.actor).first else {
            return Response.seeOther(SiteURL.session(reference).address)
        }
        let session = try await site.services.programme.session(reference, by: context.actor)
        let page = ConfirmationPage(
            booking: mine.booking, session: session, joiningLink: mine.joiningLink,
            calendar: site.services.settings.isPublic ? SiteURL.sessionCalendar(session.reference).address : nil,
            needs: try await site.services.needs.mine(by: context.actor))
        return Response.page(PageLayout(site.frame(page.title, context.web)) { page })
    }
}
