import Crypto
package import Domain
package import Foundation
import Postgres
import Store

/// Places: booking, waiting, giving back, and who comes next.
///
/// Protocol of every write: the sessions' locks in ascending order, then the people's, then a fresh read, the decision in
/// `Domain.BookingDecision`, and the writes. A place given back goes to the first who waits in the same transaction.
package struct BookingService: Sendable {
    let house: House
    let gatherer: BookingGatherer

    init(house: House, gatherer: BookingGatherer? = nil) {
        self.house = house
        self.gatherer = gatherer ?? BookingGatherer(house: house)
    }

    /// Books a place, or joins the waiting list. `person` nil: for oneself. The same key gives the same answer and one effect.
    package func book(
        _ reference: String, for person: String? = nil, reason: String? = nil, key: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> BookingReceipt {
        try await book(reference, for: person, reason: reason, key: key, by: actor, in: work, action: "booking.book")
    }

    func book(
        _ reference: String, for person: String?, reason: String? = nil, key: String? = nil, by actor: Actor,
        in work: Work?,
        action: String
    ) async throws -> BookingReceipt {
        let request = try await resolve(reference, person, reason, key, actor, work)
        do {
            return try await decided(request, action, work)
        } catch let refusal as BookingRefusal {
            let names = try await ProgrammeService(house: house).names(of: refusal.others, in: work)
            throw refusal.naming(names, forSomebody: request.person != actor.person)
        }
    }

    private func decided(_ request: BookingRequest, _ action: String, _ work: Work?) async throws -> BookingReceipt {
        if let work {
            let batch = BookingBatch(house: house, session: request.session, requests: [request], action: action)
            guard let answer = try await batch.perform(in: work.transaction).first else {
                throw ServiceFailure(.internalError)
            }
            work.touch()
            return try answer.get()
        }
        return try await gatherer.submit(request)
    }

    /// Gives a place back, or leaves the waiting list. The place goes to the first who waits.
    package func cancel(
        _ id: UUID, reason: String? = nil, key: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Booking {
        try await cancel(id, reason: reason, key: key, by: actor, in: work, action: "booking.cancel")
    }

    func cancel(
        _ id: UUID, reason: String?, key: String? = nil, by actor: Actor, in work: Work?, action: String
    ) async throws -> Booking {
        let reason = try reason.flatMap {
            $0.allSatisfy(\.isWhitespace) ? nil : try FreeText.line($0, "the reason", longest: 500)
        }
        return try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(BookingByID(actor, id: id)) else {
                throw AccessRefusal.notFound("booking")
            }
            let hash = Array(SHA256.hash(data: Data("cancel \(id) \(reason ?? "")".utf8)))
            let actorKey = actor.person?.rawValue ?? 0
            let (_, again, facts, stored) = try await work.transaction.run(
                LockSessions([found.session]), BookingByID(actor, id: id), SessionFactsStatement(found.session),
                StoredAnswers(actors: key.map { _ in [actorKey] } ?? [], keys: key.map { [$0] } ?? []))
            guard let now = again.first else { throw AccessRefusal.notFound("booking") }
            if let answer = stored.first?.stored {
                guard answer.requestHash == hash else { throw AccessRefusal.keyReused }
                return now.booking
            }
            guard now.booking.state.isLive else { throw BookingRefusal.notLive(now.booking.state) }
            if let facts = facts.first, facts.startsAt <= facts.now, !facts.isCancelled {
                throw BookingRefusal.sessionPast(now.booking.session)
            }
            try await move([now], reason: reason, actor, work, action: action)
            try await promote(in: found.session, by: actor, work)
            if let key {
                try await work.transaction.run(
                    StoreAnswers(actors: [actorKey], keys: [key], hashes: [hash], answers: [#"{"cancelled":"\#(id)"}"#])
                )
            }
            work.touch()
            guard let after = try await work.transaction.first(BookingByID(actor, id: id)) else {
                throw ServiceFailure(.internalError)
            }
            return after.booking
        }
    }

    /// Gives back the place of a person, found by session and address.
    package func cancel(
        session reference: String, person email: String, reason: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Booking {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let live = try await house.read(LiveBooking(actor, reference: reference.uppercased(), email: email), in: work)
        guard let id = live.first else { throw AccessRefusal.notFound("booking") }
        return try await cancel(id, reason: reason, by: actor, in: work)
    }

    /// The bookings of a session, for those who schedule, and the confirmed ones for its facilitators.
    package func bookings(of reference: String, by actor: Actor, in work: Work? = nil) async throws -> [Booking] {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let reference = reference.uppercased()
        guard let may = try await house.read(MayListBookings(actor, reference: reference), in: work).first else {
            throw AccessRefusal.notFound("session")
        }
        guard may.schedules || may.leads else {
            throw may.released ? AccessRefusal.notAllowed("list who is booked") : AccessRefusal.notFound("session")
        }
        return try await inWords(try await house.read(BookingsOfSession(actor, reference: reference), in: work), work)
    }

    /// The waiting list in order, for those who schedule.
    package func waitingList(of reference: String, by actor: Actor, in work: Work? = nil) async throws -> [Booking] {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let reference = reference.uppercased()
        guard let may = try await house.read(MayListBookings(actor, reference: reference), in: work).first else {
            throw AccessRefusal.notFound("session")
        }
        guard may.schedules else {
            throw may.released || may.leads
                ? AccessRefusal.notAllowed("see who waits") : AccessRefusal.notFound("session")
        }
        let waiting = try await house.read(BookingsOfSession(actor, reference: reference), in: work).filter {
            $0.state == .waiting
        }
        return try await inWords(waiting, work)
    }

    /// Every live booking of an event, or of all events, for those who schedule.
    package func bookings(ofEvent slug: String?, by actor: Actor, in work: Work? = nil) async throws -> [Booking] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "list bookings")
            return try await work.transaction.run(BookingsOfEvent(actor, event: slug))
        }
    }

    /// The actor's own live bookings, soonest first, with the joining link of those that are confirmed.
    package func mine(
        _ reference: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> [(booking: Booking, joiningLink: String?)] {
        guard let person = actor.person else { throw AccessRefusal.signInFirst }
        let mine = try await house.read(BookingsOfPerson(person, reference: reference?.uppercased()), in: work)
        return zip(try await inWords(mine.map(\.booking), work), mine).map { ($0, $1.joiningLink) }
    }

    /// Looks again wherever somebody waits beside a free place: a clash may have gone. For the worker and those who schedule.
    package func sweepWaitingLists(by actor: Actor) async throws {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        guard try await ProgrammeService(house: house).schedules(actor) else {
            throw AccessRefusal.notAllowed("sweep waiting lists")
        }
        for session in try await house.read(SessionsToSweep()) {
            try await house.within(nil) { work in
                try await work.transaction.run(LockSessions([session]))
                if try await promote(in: session, by: actor, work) > 0 { work.touch() }
            }
        }
    }

    private func resolve(
        _ reference: String, _ person: String?, _ reason: String?, _ key: String?, _ actor: Actor, _ work: Work?
    ) async throws -> BookingRequest {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        let email = try person.map { try EmailAddress($0).text }
        let statement = ResolveBooking(actor, reference: reference.uppercased(), email: email)
        guard let found = try await house.read(statement, in: work).first else {
            throw AccessRefusal.notFound("session")
        }
        guard let whom = found.person, let address = found.email else {
            guard try await ProgrammeService(house: house).schedules(actor, in: work) else {
                throw AccessRefusal.notAllowed("book for somebody else")
            }
            throw PeopleRefusal.nothingNamed(kind: "person", name: email ?? "", near: [])
        }
        guard found.may else { throw AccessRefusal.notAllowed("book for somebody else") }
        let clean = try reason.flatMap {
            $0.allSatisfy(\.isWhitespace) ? nil : try FreeText.line($0, "the reason", longest: 500)
        }
        if let key, key.isEmpty || key.utf8.count > 200 || key.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            throw TextProblem.tooLong("the idempotency key", longest: 200)
        }
        let hash = Array(SHA256.hash(data: Data("book \(found.session) \(whom) \(clean ?? "")".utf8)))
        return BookingRequest(
            session: found.session, reference: found.reference, person: whom, email: address, actor: actor,
            reason: clean, key: key,
            requestHash: hash, id: house.outside.uuid())
    }
}
