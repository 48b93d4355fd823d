import Domain
import Foundation
import Postgres

@testable import Store

/// One instance of every statement of the store. The values only have to be of the right types.
enum Samples {
    static let all: [any Statement] =
        proposals + booking + access + people + messages + programme + sessions + releases + offices + awards + guests
        + seating + thankYou
        + ceremonies
        + migrator

    static let actor = Actor(.person(ID(rawValue: 1)), channel: .web)
    static let person = ID<Person>(rawValue: 1)
    static let session = ID<Session>(rawValue: 1)
    static let event = ID<Event>(rawValue: 1)
    static let series = ID<Series>(rawValue: 1)
    static let site = ID<Site>(rawValue: 1)
    static let room = ID<Room>(rawValue: 1)
    static let team = ID<Team>(rawValue: 1)
    static let hash = [UInt8](repeating: 7, count: 32)
    static let uuid = UUID(uuid: (1, 2, 3, 4, 5, 6, 0x47, 8, 0x89, 10, 11, 12, 13, 14, 15, 16))
    static let moment = Date(timeIntervalSince1970: 1_517_218_200)
    static let today = Day(number: 17_560)
    static let filter = SessionFilter(event: "week", from: moment)
    static let content = SessionContent(
        title: "Title", kind: "workshop", strand: nil, description: "", startsAt: moment,
        endsAt: moment + 3600,
        minutes: 60, room: room,
        onlineURL: nil, capacity: 3)

    private static let proposals: [any Statement] = [
        EndProposalInvitation(event: event),
        InsertProposalInvitation(event: event, tokenHash: hash, closesOn: today, madeBy: person),
        OpenProposalInvitation(tokenHash: hash), ProposalInvitationOfEvent(actor, event: "week"),
        InsertProposal(
            publicID: uuid, event: event, invitation: ID(rawValue: 1),
            content: ProposalContent(
                name: "A", email: "a@example.org", organisation: nil, title: "T", description: "D", minutes: 60,
                size: 20,
                dates: "Any", audience: "", equipment: "")),
        Proposals(actor, event: "week"), DecideProposal(uuid, .declined, reason: "No room", by: person),
    ]

    private static let booking: [any Statement] = [
        LockPeople([person]), SessionFactsStatement(session), CandidateFactsStatement(session, [person]),
        WaitingHead(session, limit: 3), SessionsToSweep(), BookingsOfSession(actor, reference: "PW18-001"),
        MayListBookings(actor, reference: "PW18-001"), BookingsOfEvent(actor, event: nil), BookingsOfPerson(person),
        BookingByID(actor, id: uuid), LiveBooking(actor, reference: "PW18-001", email: "p1@example.org"),
        InsertBookings(
            session: session, rows: [.init(publicID: uuid, person: person, state: .confirmed, actor: actor)],
            imported: false,
            uidDomain: "example.org", owesMessages: true),
        MoveBookings(
            [
                .init(
                    booking: 1, from: .waiting, to: .confirmed, reason: nil, template: .bookingPromoted,
                    action: "booking.promote")
            ],
            by: actor, uidDomain: "example.org"),
        CountBookings(), OwnTimesOfPerson(person),
        ChangesSinceBooked(person, reference: nil),
        NewestBookingChange(person), PassOver(bookings: [1], reasons: ["has left"]),
        ResolveBooking(actor, reference: "PW18-001", email: nil),
    ]

    private static let access: [any Statement] = [
        LockAnswer(actor: 1, key: "key"),
        ActorHolds(actor, [.staff]), InsertAudit(actor, [AuditLine("site.add", "site:1", after: JSONText("{}"))]),
        AuditTail(actor, last: 3), LastUndoable(actor), NewestUndoable(person), RevokeCalendarAddress(person: person),
        InsertCalendarAddress(person: person, tokenHash: hash), CalendarAddressMade(person: person),
        PersonOfCalendarAddress(tokenHash: hash), TouchCalendarAddress(tokenHash: hash), InvariantRows(), SealAudit(),
        EndSignInCodes(email: "p1@example.org"), LockSignIn(email: "p1@example.org"),
        SignInRequests(email: "p1@example.org"),
        InsertSignInCode(email: "p1@example.org", person: nil, browserHash: hash, codeHash: hash),
        LiveSignInCode(email: "p1@example.org"), CountSignInAttempt(id: 1), UseSignInCode(id: 1),
        StoredAnswers(actors: [1], keys: ["key"]),
        StoreAnswers(actors: [1], keys: ["key"], hashes: [hash], answers: ["{}"]),
        ForgetAnswers(), InsertToken(person: person, tokenHash: hash), PersonOfToken(tokenHash: hash),
        RevokeToken(actor, id: 1),
        LinkOperatingSystemUser(name: "officer", person: person), PersonOfOperatingSystemUser(name: "officer"),
        KnownPersonByEmail(email: "p1@example.org"), InstallationState(),
        InsertWebSession(tokenHash: hash, person: person),
        PersonOfWebSession(tokenHash: hash), EndWebSession(tokenHash: hash), EndAccessOfPerson(person: person),
    ]

    private static let people: [any Statement] = [
        People(actor), PersonKeys(emails: ["p1@example.org"]), EmailsStartingWith(),
        InsertPerson(email: "p1@example.org", name: "Person", team: nil, organisation: nil, jobTitle: ""),
        UpdatePeople([UpdatePerson(id: person, name: "Person", team: team, organisation: nil, jobTitle: "")]),
        InsertPeople(
            [
                .init(
                    email: "p2@example.org", name: "Person", team: team, organisation: nil, jobTitle: "",
                    roles: [.practitioner])
            ], by: nil),
        UpdatePerson(id: person, name: "Person", team: team, organisation: nil, jobTitle: ""),
        GrantRoles(person, [.staff], by: nil),
        RevokeRolesBut(person, [.staff]), OtherAdmins(person), MarkLeft(person), Holidays(from: today, to: today),
        UpsertHolidays([Holiday(day: today, title: "Holiday", status: "published", source: "")]), SessionsLedBy(person),
        ParticularsOfPerson(person), PlacesOfPerson(person), WaysInOfPerson(person), LettersOfPerson(person),
        DeedsAboutPerson(person), Sites(),
        InsertSite(name: "Site", slug: "site", address: ""), UpdateSite(id: site, name: "Site", address: ""),
        DeleteSite(id: site),
        Rooms(), InsertRoom(site: site, name: "Room", capacity: 3, access: ""),
        UpdateRoom(id: room, name: "Room", capacity: 3, access: ""), DeleteRoom(id: room), Teams(),
        InsertTeam(TeamDetails(name: "Team"), site: nil), UpdateTeam(id: team, TeamDetails(name: "Team"), site: site),
        DeleteTeam(id: team), EnsureOrganisations(names: ["Trust"]), Organisations(),
    ]

    private static let messages: [any Statement] = [
        NotifyChange(channel: "practiceweek_changes"),
        InsertMessages([
            .init(
                person: person, template: .signInCode, payload: "{}", dedupeKey: "key", messageID: "id@example.org",
                minutes: 15)
        ]),
        InsertCancelledNotices(session: session, uidDomain: "example.org"), LeaseMessages(worker: "worker", limit: 20),
        MarkSent(id: 1, worker: "worker"), MarkDropped(id: 1, worker: "worker", why: "too late"),
        MarkNotSent(id: 1, worker: "worker", why: "busy", giveUp: false), BookingForMessage(id: uuid),
    ]

    private static let programme: [any Statement] = [
        AudienceRulesOfSessions([session]), DraftSessions(actor, filter), Events(actor),
        LockEvent(slug: "week"),
        EventCodes(prefix: "PW"), InsertEvent(slug: "week", code: "PW18", title: "Week", from: today, to: today),
        UpdateEvent(id: event, title: "Week", from: today, to: today), TakeNumbers(event: event, count: 2),
        SkipNumbers(event: event, past: 7), Strands(event: nil),
        InsertStrand(event: event, slug: "voice", name: "Voice"),
        AllSeries(actor),
        InsertSeries(
            publicID: uuid, event: event, slug: "briefing", title: "Briefing", rule: "FREQ=WEEKLY", startsAt: moment,
            minutes: 60,
            room: room, capacity: 3, until: nil, count: 4),
        InsertSeriesFacilitators(series, [person]), Occurrences(series, from: moment), SessionKeysOfEventBySlug("week"),
    ]

    private static let sessions: [any Statement] = [
        LockSessions([session]), SessionKeys(["PW18-001"]), SessionKeysOfEvent(event),
        InsertSession(publicID: uuid, event: event, reference: "PW18-001", content: content), SessionForWrite(session),
        UpdateSession(session, content), SetFacilitators(session, [person]), ClearAudience(session),
        InsertAudienceRule(session, role: .manager), DeleteSession(session), CancelSession(session, reason: "Snow"),
        RestoreSession(session), FieldsChanged(reference: "PW18-001", edits: 2),
    ]

    private static let releases: [any Statement] = [
        ReleasedNames(["PW18-001"]), ReleasedSessions(filter), ReleasedSessionsOfEvent("week"), SessionsLed(person),
        ReleasedFacilitators("week"), DraftContents(event), ReleasedContents(event), ReleaseClashes(event),
        SessionsNobodyFits(event),
        InsertRelease(event: event, note: "", by: person), RetireCopies(event),
        CopyIntoRelease(release: 1, event: event),
        CopyFacilitatorsIntoRelease(release: 1), MarkReleased(event: event, changed: [session]),
        Releases(event: "week"),
    ]

    /// Run by the owner, not by the program's own role.
    static let migrator: [any Statement] = [
        AppliedMigrations(), RecordMigration(name: "migrations/0001", checksum: "0"), Checksum(text: ""),
        InsertInstallation(isTest: true, isDemo: false),
    ]
}
