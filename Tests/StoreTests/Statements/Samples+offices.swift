import Domain
import Foundation
import Postgres

@testable import Store

extension Samples {
    static let offices: [any Statement] = [
        EventStandings(actor), SessionsLedByLeavers(actor),
        StepsOfSession(actor, reference: "PW18-001", limit: 20), PeopleNamed(actor, text: "ada", limit: 20),
        PeoplePage(actor, search: "ada", role: .staff, withLeavers: true, limit: 50, offset: 50),
        PersonByPublicID(actor, id: uuid), SecretsInUse(actor, person: uuid),
        MailQueue(actor, state: .failed, before: 7, limit: 20), MailStandingNow(actor), OweAgain(actor, id: 1),
        AuditSearch(
            actor, AuditQuestion(who: "ada", action: "session.", object: "PW18", from: moment, to: moment, before: 9),
            limit: 20),
        KeepFile(actor, kind: "people", event: "week", name: "people.csv", content: [0x61]),
        KeptFileByID(actor, id: uuid), DropFile(id: uuid), ForgetFiles(), ExportRecipes(actor),
        InsertExportRecipe(name: "Door lists", kind: "bookings", event: "week", madeBy: nil),
        DeleteExportRecipe(id: uuid), PostHoldings(actor), InsertPost(name: "Director"), LockPost(id: uuid),
        EndHolding(post: 1, last: today), InsertHolding(post: 1, person: person, from: today),
        LedSessions(actor, person), RoleGrantsOfPerson(actor, person: uuid),
        InsertRoleGrant(person: person, role: .staff, startsAt: moment, endsAt: nil, grantedBy: nil),
        LockRoleGrant(actor, id: uuid), EndRoleGrant(id: uuid, at: moment), DropComingRoles(person, [.staff]),
        SetLeaving(person, at: moment), InsertRecordAddress(tokenHash: hash, person: person),
        Leaver(tokenHash: hash), LeavingOf(actor, person: uuid), OwnLeaving(person), LeaverDue(), JobRuns(actor),
        TeamMoves(actor), OwnTeamMoves(person), PeopleToMove(emails: ["ada@example.org"]),
        InsertTeamMoves(people: [person], teams: [ID(rawValue: 1)], at: moment, madeBy: nil), DeleteTeamMove(id: uuid),
        PeopleDueToMove(), MoveTeams([person]),
        NoteJobRun(name: "audit", milliseconds: 3, outcome: nil), NoteJobFailure(name: "audit", failure: "No"),
        AskForJob(name: "audit"), JobsAskedFor(), NeedsOfPerson(person), TellNeeds(person, Needs(needs: [.vegan])),
        ForgetNeeds(person), OrganisationOn(actor, on: today, until: moment), EmployersCounted(actor), OwnRoles(person),
        OfficesOfPerson(person), LeadsOfPerson(person),
        ExportsWithPerson(person), MayReadNeeds(actor, reference: "PW18-001"),
        NeedsOfSession(actor, reference: "PW18-001"),
        InsertSessions([
            InsertSession(publicID: uuid, event: ID(rawValue: 1), reference: "PW18-900", content: content)
        ]), UpdateSessions([UpdateSession(ID(rawValue: 1), content)]), SessionsForWrite([ID(rawValue: 1)]),
        SetFacilitatorsOfSessions([(ID(rawValue: 1), [person])]), DraftsNamed(actor, references: ["PW18-001"]),
        ClearAudiences([ID(rawValue: 1)]),
        InsertAudienceRules([InsertAudienceRule(ID(rawValue: 1), role: .staff)]),
    ]
}
