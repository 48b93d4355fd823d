/// What a message in the outbox is about.
package enum MessageTemplate: String, CaseIterable, Sendable {
    case signInCode = "sign_in_code"
    case signInUnknown = "sign_in_unknown"
    /// To somebody who is not known yet and wants to nominate.
    case signInGuest = "sign_in_guest"
    case bookingConfirmed = "booking_confirmed"
    case bookingWaiting = "booking_waiting"
    case bookingPromoted = "booking_promoted"
    case bookingCancelled = "booking_cancelled"
    case sessionCancelled = "session_cancelled"
    /// These three say that something is to be read here, and nothing of what it is.
    case worryRaised = "worry_raised"
    case breakGlassAsked = "break_glass_asked"
    case breakGlassGranted = "break_glass_granted"
    /// These two carry a secret address of their own, under which a guest answers.
    case guestInvited = "guest_invited"
    case guestReminded = "guest_reminded"
    /// That ballots are still to be handed in, without whose; sent while it is so.
    case judgingReminder = "judging_reminder"
    case nominationThanks = "nomination_thanks"
    /// These two come once the embargo of a scheme has ended, and say nothing of what was decided.
    case nominationOutcome = "nomination_outcome"
    case honoured
    /// To somebody who leaves: a secret address at which their own record opens for thirty days more.
    case leaverRecord = "leaver_record"
    /// That something printed of a ceremony rests on a consent that has ended, without what and whose.
    case papersChanged = "papers_changed"
    /// That a ballot of theirs was typed in from paper.
    case ballotTyped = "ballot_typed"
    /// That somebody is asked to judge; sent while they have not answered.
    case judgeInvited = "judge_invited"
    /// That a judge can begin; sent while something is left.
    case roundOpened = "round_opened"
    /// To officers: that nominations wait which they may look at, without whose.
    case nominationsWait = "nominations_wait"
}
