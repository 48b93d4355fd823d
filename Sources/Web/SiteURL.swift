import HTML
import Hummingbird

/// Every address of the site, used to route and to link.
///
/// A case made with a placeholder (`.session("{reference}")`) is what the router takes; made with a value it is a link.
enum SiteURL: Sendable {
    case home
    case event(String)
    case eventCalendar(String)
    case session(String)
    case sessionCalendar(String)
    /// POST: a place in this session for oneself.
    case sessionBookings(String)
    /// One's own booking of this session, as the confirmation shows it.
    case sessionBooking(String)
    /// POST, by the booking's id: gives the place back.
    case bookingCancellation(String)
    case siteCalendar(String)
    case personalCalendar(String)
    case me
    /// POST: a new secret calendar address; the old one ends.
    case calendarAddress
    /// POST: the secret calendar address ends.
    case calendarAddressRevocation
    case signIn
    case signInCode
    /// POST: signs in as one of the demonstration's personas.
    case signInPersona
    case signOut
    /// How to have one's week, or the programme, in one's own calendar.
    case myCalendar
    /// What the centre keeps about whoever asks.
    case myData
    /// The sessions that one had a place in or led, as a file to keep.
    case mySessionsFile
    /// A leaver's own record, by the secret address of a mail; and as a file.
    case leaverRecord(String)
    case leaverRecordFile(String)
    /// What one needs to take part; POST tells it.
    case myNeeds
    /// What those need who come to a session.
    case sessionNeeds(String)
    /// The places left in an event's sessions, as JSON.
    case eventPlaces(String)
    /// The same as they change, as server-sent events.
    case eventPlacesLive(String)
    case metrics
    case staff
    case accessibility
    case privacy
    // Planning
    /// Every event, for those who schedule.
    case planEvents
    /// The draft of an event as a list; POST adds a session.
    case planSessions(String)
    case planNew(String)
    /// What the chosen sessions have in store together, before it is done.
    case planTogether(String)
    /// POST: cancels several.
    case planCancellations(String)
    /// POST: moves several.
    case planMoves(String)
    /// The draft as rooms by time.
    case planWeek(String)
    /// What differs from the newest release; POST publishes.
    case planReleases(String)
    /// One session of the draft; POST saves.
    case planSession(String)
    case planMove(String)
    case planCancellation(String)
    /// POST: removes a draft that never was released.
    case planRemoval(String)
    case planAudience(String)
    /// One room; POST saves.
    /// Every room, and the days on which an event uses it.
    case planRooms
    case planRoom(String)
    /// The same session on other dates; POST adds them.
    case planRepeats(String)
    /// POST: takes back what one did last.
    case planUndo
    // Proposals
    /// Where whoever holds an invitation offers a session.
    case offer(String)
    case offerSent(String)
    /// What was offered for an event.
    case planOffers(String)
    /// POST: makes an invitation's secret address.
    case planOfferInvitation(String)
    case planOfferInvitationEnd(String)
    case planOfferAcceptance(String)
    case planOfferDecline(String)
    // Staff and admin
    /// Who has a place in a session and who waits; POST books for somebody else.
    case staffBookings(String)
    /// Asks why somebody's place is given back; POST gives it back.
    case staffBookingCancellation(String)
    /// The names to sign on paper.
    case staffRegister(String)
    /// POST takes a file as far as its preview.
    case staffImports
    /// A file's preview; POST takes it in.
    case staffImport(String)
    case staffExports
    /// POST: the file itself, once it is said what for.
    case staffExportFile
    /// The calendar of an event, a site, a room or a person, looked at first.
    case staffCalendarExports
    /// POST: the calendar itself, once it is said what for.
    case staffCalendarExportFile
    /// POST: keeps a choice of export under a name.
    case staffRecipes
    /// POST, by the recipe's id.
    case staffRecipeRemoval(String)
    case admin
    /// Everybody; POST adds a person.
    case adminPeople
    case adminNewPerson
    /// One person; POST changes what is known.
    case adminPerson(String)
    /// What a person's leaving does; POST does it.
    case adminLeaving(String)
    /// POST: takes back the day on which a person was to leave.
    case adminStay(String)
    /// A person's roles from day to day; POST gives one.
    case adminRoles(String)
    /// Asks for a role's last day, by the grant's id; POST sets it.
    case adminRoleEnd(String)
    /// POST: a new API token for a person.
    case adminTokens(String)
    /// Every secret in use.
    case adminAccess
    /// POST, by the token's number.
    case adminTokenRevocation(String)
    /// POST: a person's secret calendar address ends.
    case adminCalendarRevocation(String)
    /// The teams; POST adds one.
    case adminTeams
    case adminNewTeam
    case adminTeam(String)
    case adminTeamRemoval(String)
    /// Services and teams on a day.
    case adminOrganisation
    /// Posts and their holders; POST adds one.
    /// Who moves to which team on a day to come; POST shows what would happen, or sets it.
    case adminMoves
    /// POST takes one back.
    case adminMoveWithdrawal(String)
    case adminPosts
    case adminNewPost
    /// Asks who has a post next; POST hands it on.
    case adminHandover(String)
    case adminMail
    case adminMessage(String)
    /// POST: a message that failed is tried again.
    case adminMessageRetry(String)
    /// What the house does by itself.
    case adminJobs
    /// POST, by the job's name: run it now.
    case adminJobRun(String)
    case adminChecks
    case adminAudit
    // Awards
    /// The pages on which awards are run.
    case awards(AwardsPlace)
    /// The awards whose rules are published.
    case schemes
    /// A scheme's published rules.
    case scheme(String)
    /// Its roll of honour, once the embargo has ended.
    case roll(String)
    /// The pages of ceremonies, from their plan to their screens.
    case ceremonies(CeremonyPlace)
    /// The awards of a scheme to nominate for; with `award` the form, whose POST hands a nomination in.
    case nominate(String)
    /// One's own nomination, as the thank-you page shows it.
    case nomination(String)
    /// One's own nominations, drafts among them.
    case nominations
    /// One's own nomination to change; POST saves it.
    case nominationChange(String)
    /// POST: takes it back.
    case nominationWithdrawal(String)
    /// POST: adds a file to one's own nomination.
    case nominationFiles(String)
    /// POST: removes it.
    case nominationFileRemoval(String, String)
    /// A file of a nomination, for whoever may see it.
    case evidence(String)
    /// Where a partner or a family without an account begins; POST sends a code.
    case nominateAsGuest(String)
    // Ceremonies
    case guests(GuestPlace)
    // The thank-you wall
    /// POST writes on it.
    case thankYou
    case thankYouNew
    /// For a screen in the hall.
    case thankYouScreen
    case thankYouScreenLive
    /// POST takes one's own back.
    case thankYouWithdrawal(String)
    case staffThankYou
    /// POST puts it on the wall, or declines it.
    case staffThankYouDecision(String)
    // Judging
    /// What one is to judge, in one's own order.
    case judging
    /// One candidate of one's own, by scheme, category and code; POST saves the ballot or hands it in.
    case judge(String, String, String)
    /// POST: why one does not score this candidate.
    case judgeAbstention(String, String, String)
    /// POST: one knows this candidate, who is gone from then on.
    case judgeConflict(String, String, String)
    /// Where young judges come in with a card.
    case judgingCard
    /// That it is fine to stop.
    case judgingStop
    /// What is asked of judges; POST accepts or declines.
    case judgingTerms
    /// A certificate of thanks.
    case judgingThanks
    /// POST: a judge is worried about this candidate.
    case judgeWorry(String, String, String)
    /// Where somebody says that a nomination worries them; POST tells the safeguarding lead.
    case nominationWorry(String)
    // Protection of young people
    case protection
    /// POST: asks to read a name once.
    case protectionWishes
    /// POST: lets whoever asked read it.
    case protectionWishGrant(String)
    /// POST: shows it.
    case protectionWishName(String)
    /// POST: shows a worry's words.
    case protectionWorry(String)
    case protectionCandidate(String, String, String)
    /// A young candidate's own citation and certificate; POST writes that they have it.
    case youngRecord(String, String, String)
    /// Who has their own record, and until when what is known of young people is kept.
    case retention
    /// Of one scheme; POST says for how long.
    case retentionScheme(String)
    /// POST deletes what is due.
    case retentionDeletion(String)
    case deletionCertificate(String)
    /// POST.
    case protectionAct(String, String, String, ProtectionAct)
    case asset(String)
    case live
    case ready

    /// What is done about one young candidate.
    enum ProtectionAct: String, CaseIterable {
        case text, check, note, consent, withdrawal, name, called, worry
    }

    /// The link.
    var address: WebAddress { WebAddress(text { ("\($0)" as WebAddress).text }) }

    /// What the router matches.
    var route: RouterPath { RouterPath(text { $0 }) }

    /// The whole address, for calendars and mails. `base` has no slash at its end.
    func absolute(_ base: String) -> String { base + address.text }

    private func text(_ put: (String) -> String) -> String {
        switch self {
        case .home: "/"
        case .event(let slug): "/events/\(put(slug))"
        case .eventCalendar(let slug): "/events/\(put(slug)).ics"
        case .session(let reference): "/sessions/\(put(reference))"
        case .sessionCalendar(let reference): "/sessions/\(put(reference)).ics"
        case .sessionBookings(let reference): "/sessions/\(put(reference))/bookings"
        case .sessionBooking(let reference): "/sessions/\(put(reference))/booking"
        case .bookingCancellation(let id): "/bookings/\(put(id))/cancellation"
        case .siteCalendar(let slug): "/sites/\(put(slug)).ics"
        case .personalCalendar(let token): "/calendars/\(put(token)).ics"
        case .me: "/me"
        case .calendarAddress: "/me/calendar-address"
        case .calendarAddressRevocation: "/me/calendar-address/revocation"
        case .signIn: "/sign-in"
        case .signInCode: "/sign-in/code"
        case .signInPersona: "/sign-in/persona"
        case .signOut: "/sign-out"
        case .myCalendar: "/me/calendar"
        case .myData: "/me/data"
        case .mySessionsFile: "/me/sessions.csv"
        case .leaverRecord(let token): "/record/\(put(token))"
        case .leaverRecordFile(let token): "/record/\(put(token))/sessions.csv"
        case .myNeeds: "/me/needs"
        case .sessionNeeds(let reference): "/sessions/\(put(reference))/needs"
        case .eventPlaces(let slug): "/events/\(put(slug))/places"
        case .eventPlacesLive(let slug): "/events/\(put(slug))/places/live"
        case .metrics: "/metrics"
        case .staff: "/staff"
        case .accessibility: "/accessibility"
        case .privacy: "/privacy"
        case .planEvents: "/staff/events"
        case .planSessions(let slug): "/staff/events/\(put(slug))/sessions"
        case .planNew(let slug): "/staff/events/\(put(slug))/sessions/new"
        case .planTogether(let slug): "/staff/events/\(put(slug))/sessions/together"
        case .planCancellations(let slug): "/staff/events/\(put(slug))/sessions/cancellations"
        case .planMoves(let slug): "/staff/events/\(put(slug))/sessions/moves"
        case .planWeek(let slug): "/staff/events/\(put(slug))/week"
        case .planReleases(let slug): "/staff/events/\(put(slug))/releases"
        case .planSession(let reference): "/staff/sessions/\(put(reference))"
        case .planMove(let reference): "/staff/sessions/\(put(reference))/move"
        case .planCancellation(let reference): "/staff/sessions/\(put(reference))/cancellation"
        case .planRemoval(let reference): "/staff/sessions/\(put(reference))/removal"
        case .planAudience(let reference): "/staff/sessions/\(put(reference))/audience"
        case .planRooms: "/staff/rooms"
        case .planRoom(let id): "/staff/rooms/\(put(id))"
        case .planRepeats(let reference): "/staff/sessions/\(put(reference))/repeats"
        case .planUndo: "/staff/undo"
        case .offer(let token): "/offer/\(put(token))"
        case .offerSent(let token): "/offer/\(put(token))/sent"
        case .planOffers(let slug): "/staff/events/\(put(slug))/offers"
        case .planOfferInvitation(let slug): "/staff/events/\(put(slug))/offers/invitation"
        case .planOfferInvitationEnd(let slug): "/staff/events/\(put(slug))/offers/invitation/end"
        case .planOfferAcceptance(let id): "/staff/offers/\(put(id))/acceptance"
        case .planOfferDecline(let id): "/staff/offers/\(put(id))/decline"
        case .staffBookings(let reference): "/staff/sessions/\(put(reference))/bookings"
        case .staffBookingCancellation(let id): "/staff/bookings/\(put(id))/cancellation"
        case .staffRegister(let reference): "/staff/sessions/\(put(reference))/register"
        case .staffImports: "/staff/imports"
        case .staffImport(let id): "/staff/imports/\(put(id))"
        case .staffExports: "/staff/exports"
        case .staffExportFile: "/staff/exports/file"
        case .staffCalendarExports: "/staff/exports/calendars"
        case .staffCalendarExportFile: "/staff/exports/calendars/file"
        case .staffRecipes: "/staff/exports/recipes"
        case .staffRecipeRemoval(let id): "/staff/exports/recipes/\(put(id))/removal"
        case .admin: "/admin"
        case .adminPeople: "/admin/people"
        case .adminNewPerson: "/admin/new-person"
        case .adminPerson(let id): "/admin/people/\(put(id))"
        case .adminLeaving(let id): "/admin/people/\(put(id))/leaving"
        case .adminStay(let id): "/admin/people/\(put(id))/leaving/withdrawal"
        case .adminRoles(let id): "/admin/people/\(put(id))/roles"
        case .adminRoleEnd(let id): "/admin/roles/\(put(id))/end"
        case .adminTokens(let id): "/admin/people/\(put(id))/tokens"
        case .adminAccess: "/admin/access"
        case .adminTokenRevocation(let id): "/admin/tokens/\(put(id))/revocation"
        case .adminCalendarRevocation(let id): "/admin/people/\(put(id))/calendar-address/revocation"
        case .adminTeams: "/admin/teams"
        case .adminNewTeam: "/admin/new-team"
        case .adminTeam(let id): "/admin/teams/\(put(id))"
        case .adminTeamRemoval(let id): "/admin/teams/\(put(id))/removal"
        case .adminOrganisation: "/admin/organisation"
        case .adminMoves: "/admin/moves"
        case .adminMoveWithdrawal(let id): "/admin/moves/\(put(id))/withdrawal"
        case .adminPosts: "/admin/posts"
        case .adminNewPost: "/admin/new-post"
        case .adminHandover(let id): "/admin/posts/\(put(id))/handover"
        case .adminMail: "/admin/mail"
        case .adminMessage(let id): "/admin/mail/\(put(id))"
        case .adminMessageRetry(let id): "/admin/mail/\(put(id))/retry"
        case .adminJobs: "/admin/jobs"
        case .adminJobRun(let id): "/admin/jobs/\(put(id))/run"
        case .adminChecks: "/admin/checks"
        case .adminAudit: "/admin/audit"
        case .awards(let place): place.text(put)
        case .schemes: "/schemes"
        case .scheme(let slug): "/schemes/\(put(slug))"
        case .roll(let slug): "/schemes/\(put(slug))/roll"
        case .ceremonies(let place): place.text(put)
        case .nominate(let slug): "/nominate/\(put(slug))"
        case .nomination(let id): "/nominations/\(put(id))"
        case .nominations: "/nominations"
        case .nominationChange(let id): "/nominations/\(put(id))/change"
        case .nominationWithdrawal(let id): "/nominations/\(put(id))/withdrawal"
        case .nominationFiles(let id): "/nominations/\(put(id))/files"
        case .nominationFileRemoval(let id, let file): "/nominations/\(put(id))/files/\(put(file))/removal"
        case .evidence(let file): "/files/\(put(file))"
        case .nominateAsGuest(let slug): "/nominate/\(put(slug))/guest"
        case .guests(let place): place.text(put)
        case .thankYou: "/thank-you"
        case .thankYouNew: "/thank-you/new"
        case .thankYouScreen: "/thank-you/screen"
        case .thankYouScreenLive: "/thank-you/screen/live"
        case .thankYouWithdrawal(let id): "/thank-you/\(put(id))/withdrawal"
        case .staffThankYou: "/staff/thank-you"
        case .staffThankYouDecision(let id): "/staff/thank-you/\(put(id))/decision"
        case .judging: "/judging"
        case .judgingCard: "/judging/card"
        case .judgingStop: "/judging/stop"
        case .judgingTerms: "/judging/terms"
        case .judgingThanks: "/judging/thanks"
        case .judge(let scheme, let part, let code): "/judging/\(put(scheme))/\(put(part))/\(put(code))"
        case .judgeAbstention(let scheme, let part, let code):
            "/judging/\(put(scheme))/\(put(part))/\(put(code))/abstention"
        case .judgeConflict(let scheme, let part, let code):
            "/judging/\(put(scheme))/\(put(part))/\(put(code))/conflict"
        case .judgeWorry(let scheme, let part, let code): "/judging/\(put(scheme))/\(put(part))/\(put(code))/worry"
        case .nominationWorry(let id): "/nominations/\(put(id))/worry"
        case .protection: "/staff/protection"
        case .protectionWishes: "/staff/protection/names"
        case .protectionWishGrant(let id): "/staff/protection/names/\(put(id))/grant"
        case .protectionWishName(let id): "/staff/protection/names/\(put(id))/reading"
        case .protectionWorry(let id): "/staff/protection/worries/\(put(id))/reading"
        case .protectionCandidate(let scheme, let part, let code):
            "/staff/protection/candidates/\(put(scheme))/\(put(part))/\(put(code))"
        case .youngRecord(let scheme, let part, let code):
            "/staff/protection/candidates/\(put(scheme))/\(put(part))/\(put(code))/record"
        case .retention: "/staff/protection/retention"
        case .retentionScheme(let scheme): "/staff/protection/retention/\(put(scheme))"
        case .retentionDeletion(let scheme): "/staff/protection/retention/\(put(scheme))/deletion"
        case .deletionCertificate(let id): "/staff/protection/deletions/\(put(id))"
        case .protectionAct(let scheme, let part, let code, let act):
            "/staff/protection/candidates/\(put(scheme))/\(put(part))/\(put(code))/\(act.rawValue)"
        case .asset(let name): "/assets/\(put(name))"
        case .live: "/health/live"
        case .ready: "/health/ready"
        }
    }
}
