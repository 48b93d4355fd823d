import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// Places of other people: who has one and who waits, taking one for somebody, giving one back for somebody.
struct StaffBookingRoutes {
    let site: WebSite

    func add(to staff: RouterGroup<SignedInContext>) {
        staff.get(SiteURL.staffBookings("{reference}").route) { request, context in
            let done = try request.query()["done"].flatMap { UUID(uuidString: $0) }
            return Response.page(try await page(try context.part("reference"), context, done: done))
        }
        staff.post(SiteURL.staffBookings("{reference}").route) { request, context in
            try await book(request, context)
        }
        staff.get(SiteURL.staffBookingCancellation("{id}").route) { _, context in
            let booking = try await site.services.booking.booking(try id(context), by: context.actor)
            return Response.page(cancellation(booking, context))
        }
        staff.post(SiteURL.staffBookingCancellation("{id}").route) { request, context in
            try await cancel(request, context)
        }
    }

    private func id(_ context: SignedInContext) throws -> UUID {
        guard let id = UUID(uuidString: try context.part("id")) else { throw AccessRefusal.notFound("booking") }
        return id
    }

    // MARK: The list

    private func page(
        _ reference: String, _ context: SignedInContext, done: UUID? = nil,
        form: StaffBookingsPage.Typed = .init(), errors: [FieldError] = []
    ) async throws -> PageLayout {
        let services = site.services
        let session = try await services.programme.draft(reference, by: context.actor)
        let bookings = try await services.booking.bookings(of: session.reference, by: context.actor)
        let model = StaffBookingsPage.Model(
            session: session, bookings: bookings,
            history: try await services.booking.history(of: session.reference, by: context.actor),
            now: services.outside.now(), typed: form, errors: errors,
            formGuard: site.formGuard(context.web, keyed: true),
            // Administrators as such do not read it, and of a draft there is nothing to read.
            needs: context.person.roles.contains(.staff) && session.state != .draft
                ? SiteURL.sessionNeeds(session.reference).address : nil)
        var frame = site.frame("Bookings of \(session.title)", context.web, at: .staff)
        frame.width = .wide
        frame.hasErrors = !errors.isEmpty
        frame.banner = done.map { Self.banner($0, bookings) }
        frame.back = BackLink(text: session.title, address: SiteURL.planSession(session.reference).address)
        return PageLayout(frame) { StaffBookingsPage(model: model) }
    }

    private static func banner(_ done: UUID, _ bookings: [Booking]) -> Banner {
        guard let booking = bookings.first(where: { $0.id == done }) else {
            return Banner(.success, "The place was given back") {
                P("If anybody was waiting, the first in line has it now.")
            }
        }
        guard booking.state == .waiting else { return Banner(.success, "\(booking.personName) has a place") }
        return Banner(.information, "\(booking.personName) is on the waiting list") {
            P("Every place was taken. They are number \(booking.position ?? 1) in line.")
        }
    }

    // MARK: Booking

    private func book(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let reference = try context.part("reference").uppercased()
        let fields = try await site.form(request, context.web)
        var form = StaffBookingsPage.Typed(person: fields["person"] ?? "", reason: fields["reason"] ?? "")
        func again(_ field: String, _ message: String, _ status: HTTPResponse.Status) async throws -> Response {
            let errors = [FieldError(field: field, message: message)]
            return Response.page(try await page(reference, context, form: form, errors: errors), status: status)
        }
        do {
            let email: String
            switch try await meant(fields["chosen"] ?? form.person, context) {
            case .one(let address): email = address
            case .several(let people):
                form.choices = people
                return try await again("chosen", "Choose whom you mean.", .unprocessableContent)
            case .nobody:
                return try await again(
                    "person", "Nobody here is called that. Check the spelling, or type the email address.",
                    .unprocessableContent)
            }
            let receipt = try await site.oneEffect {
                try await site.services.booking.book(
                    reference, forSomebody: email, because: form.reason, key: fields[FormGuard.keyName],
                    by: context.actor)
            }
            return Response.seeOther(
                SiteURL.staffBookings(receipt.session).address.adding("done", receipt.id.uuidString))
        } catch let refusal as any Refusal where Self.belongsToForm(refusal) {
            return try await again(
                Self.isAboutReason(refusal) ? "reason" : "person",
                refusal.message, ErrorAnswer(refusal).status)
        }
    }

    private enum Meant {
        case one(String), several([Person]), nobody
    }

    /// An address is taken as it is; a name that several have, or only a part of a name, is asked about.
    private func meant(_ typed: String, _ context: SignedInContext) async throws -> Meant {
        if typed.contains("@") { return .one(typed) }
        let people = try await site.services.people.people(meant: typed, by: context.actor)
        let exact = people.filter { $0.name.lowercased() == typed.trimmingCharacters(in: .whitespaces).lowercased() }
        if exact.count == 1, let person = exact.first { return .one(person.email) }
        return people.isEmpty ? .nobody : .several(people)
    }

    private static func belongsToForm(_ refusal: any Refusal) -> Bool {
        refusal is BookingRefusal || refusal is TextProblem || refusal is PeopleRefusal
    }

    private static func isAboutReason(_ refusal: any Refusal) -> Bool {
        switch refusal {
        case TextProblem.missing(let what), TextProblem.controlCharacter(let what),
            TextProblem.hiddenDirection(let what),
            TextProblem.caseData(let what), TextProblem.tooLong(let what, _):
            what.hasSuffix("reason")
        default: false
        }
    }

    // MARK: Giving back

    private func cancellation(
        _ booking: Booking, _ context: SignedInContext, reason: String = "", errors: [FieldError] = []
    ) -> PageLayout {
        var frame = site.frame("Give back a place", context.web, at: .staff)
        frame.hasErrors = !errors.isEmpty
        frame.back = BackLink(address: SiteURL.staffBookings(booking.session).address)
        let page = StaffCancellationPage(
            booking: booking, reason: reason, errors: errors, formGuard: site.formGuard(context.web, keyed: true))
        return PageLayout(frame) { page }
    }

    private func cancel(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let id = try id(context)
        let fields = try await site.form(request, context.web)
        let reason = fields["reason"] ?? ""
        let before = try await site.services.booking.booking(id, by: context.actor)
        do {
            let booking = try await site.oneEffect {
                try await site.services.booking.cancelForSomebody(
                    id, because: reason, key: fields[FormGuard.keyName], by: context.actor)
            }
            return Response.seeOther(SiteURL.staffBookings(booking.session).address.adding("done", id.uuidString))
        } catch let refusal as any Refusal where Self.belongsToForm(refusal) {
            let errors = [FieldError(field: "reason", message: refusal.message)]
            return Response.page(
                cancellation(before, context, reason: reason, errors: errors), status: ErrorAnswer(refusal).status)
        }
    }
}
