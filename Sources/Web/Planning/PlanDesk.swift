import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// What every planning page begins with: who asks, what the draft holds, and the frame around it.
struct PlanDesk: Sendable {
    let site: WebSite

    var programme: ProgrammeService { site.services.programme }

    /// Says no before anything is read. The services decide again, by the database's word.
    func requireSchedules(_ context: SignedInContext, to what: String = "see the planning pages") throws {
        guard context.person.schedules else { throw AccessRefusal.notAllowed(what) }
    }

    /// The whole draft of an event, in a constant number of statements; from the last reading where nothing has changed since,
    /// as it is the same to all who schedule.
    func plan(_ slug: String, _ context: SignedInContext, in work: Work? = nil) async throws -> Plan {
        try requireSchedules(context)
        _ = try await site.isDemo()
        guard work == nil else { return try await read(slug, context, work) }
        let generation = site.services.changes.generation
        if let kept = site.plans.value(slug, generation: generation), kept.today == site.today { return kept }
        let plan = try await read(slug, context, nil)
        site.plans.keep(plan, as: slug, generation: generation)
        return plan
    }

    private func read(_ slug: String, _ context: SignedInContext, _ work: Work?) async throws -> Plan {
        let event = try await programme.event(slug, by: context.actor, in: work)
        return Plan(
            event: event, sessions: try await programme.drafts(event: slug, by: context.actor, in: work),
            rooms: try await site.services.people.rooms(in: work),
            strands: try await programme.strands(of: slug, in: work),
            clashes: try await programme.clashes(in: event, by: context.actor, in: work),
            unfit: try await programme.sessionsNobodyFits(in: event, by: context.actor, in: work), today: site.today)
    }

    /// One session of the draft with the draft around it.
    func planned(_ reference: String, _ context: SignedInContext) async throws -> (Plan, Session) {
        try requireSchedules(context)
        let session = try await programme.draft(reference, by: context.actor)
        return (try await plan(session.event, context), session)
    }

    func reference(_ context: SignedInContext) throws -> String { try context.part("reference").uppercased() }

    /// - Parameter back: nil on the pages that the ways of looking at a plan lead to.
    func frame(
        _ title: String, _ context: SignedInContext, back: BackLink? = nil, errors: [FieldError] = [],
        banner: Banner? = nil
    ) -> PageFrame {
        var frame = site.frame(title, context.web)
        frame.width = .wide
        frame.back = back
        frame.banner = banner
        frame.hasErrors = !errors.isEmpty
        return frame
    }

    func once(
        _ form: FormFields, request: String, _ context: SignedInContext, _ body: (Work) async throws -> String
    ) async throws -> String {
        try await site.once(form, request: request, by: context.actor, body)
    }

    /// The banner for what was just done, with a button that takes it back where that can be.
    func banner(_ query: FormFields, _ context: SignedInContext, to back: WebAddress) async throws -> Banner? {
        guard let notice = query["done"].flatMap(PlanNotice.init(rawValue:)) else { return nil }
        let reference = query["about"].map { String($0.prefix(20)) }
        var offer: UndoOffer?
        if notice.canBeUndone { offer = try await site.services.undo.offer(by: context.actor) }
        if let reference, let found = offer, !found.references.contains(reference) { offer = nil }
        return PlanNotice.banner(
            notice, about: reference, offer: offer, guard: site.formGuard(context.web, keyed: true), back: back)
    }

    /// Where a form leads when it is done: the page that it was opened from, if that is one of ours.
    static func way(_ form: FormFields, otherwise: WebAddress) -> WebAddress {
        guard let address = WebAddress.returning(to: form["to"]), address.text.hasPrefix("/staff") else {
            return otherwise
        }
        return address
    }

    /// The status that goes with a page that shows a refusal.
    static func status(_ refusal: any Refusal) -> HTTPResponse.Status {
        refusal.kind == .notFound ? .unprocessableContent : ErrorAnswer(refusal).status
    }
}

/// The draft of an event as the planning pages read it, and what follows from it.
struct Plan: Sendable {
    let event: Event
    let sessions: [Session]
    let rooms: [Room]
    let strands: [Strand]
    let clashes: [PlanClash]
    let today: Day
    /// What there is to look at, by the session's reference.
    let problems: [String: [PlanProblem]]
    /// The days that have a session, and those of an event that is short enough to list.
    let days: [Day]

    init(
        event: Event, sessions: [Session], rooms: [Room], strands: [Strand], clashes: [PlanClash], unfit: Set<String>,
        today: Day
    ) {
        self.event = event
        self.sessions = sessions
        self.rooms = rooms
        self.strands = strands
        self.clashes = clashes
        self.today = today
        problems = Self.problems(of: sessions, in: event, rooms, clashes, unfit)
        days = Self.days(of: event, sessions)
    }

    var unplaced: [Session] { sessions.filter { $0.startsAt == nil && $0.state != .cancelled } }

    func session(_ reference: String) -> Session? { sessions.first { $0.reference == reference } }

    private static func problems(
        of sessions: [Session], in event: Event, _ rooms: [Room], _ clashes: [PlanClash], _ unfit: Set<String>
    ) -> [String: [PlanProblem]] {
        var byReference: [String: [PlanClash]] = [:]
        for clash in clashes {
            byReference[clash.reference, default: []].append(clash)
            if clash.other != clash.reference { byReference[clash.other, default: []].append(clash) }
        }
        var problems: [String: [PlanProblem]] = [:]
        for session in sessions {
            let own = PlanProblem.of(
                session, in: event, rooms: rooms, clashes: byReference[session.reference] ?? [], unfit: unfit)
            if !own.isEmpty { problems[session.reference] = own }
        }
        return problems
    }

    /// The day that words like "tuesday" are counted from: the event's first while it lies ahead.
    var countingFrom: Day { max(today, event.from) > event.to ? event.from : max(today, event.from) }

    private static func days(of event: Event, _ sessions: [Session]) -> [Day] {
        var days = Set(sessions.compactMap { SessionWords($0).day })
        if event.to.number - event.from.number < 14 {
            for number in event.from.number...max(event.from.number, event.to.number) {
                days.insert(Day(number: number))
            }
        }
        return days.sorted()
    }
}
