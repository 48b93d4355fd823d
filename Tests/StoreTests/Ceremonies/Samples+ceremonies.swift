import Domain
import Postgres

@testable import Store

extension Samples {
    private static let ceremony = ID<Ceremony>(rawValue: 1)
    private static let award = ID<AwardCategory>(rawValue: 1)
    private static let new = NewCeremony(
        slug: "night", title: "Night", room: "Corbyn Road/Room 1", startsAt: moment, schemes: ["stars"])

    static let ceremonies: [any Statement] = [
        Ceremonies(actor), LockCeremony(ceremony), InsertCeremony(new, room: room, by: person),
        UpdateCeremony(ceremony, new, room: room), CrewOfCeremony(ceremony), ClearCrew(ceremony, .presenter),
        InsertCrew(ceremony, .presenter, person), AwardsOfCeremony(ceremony), PlaceAwards(ceremony, [award]),
        EditsOfCeremony(ceremony), WriteEdit(ceremony, CeremonyEdit(subject: .welcome, minutes: 5), by: person),
        InterludesOfCeremony(ceremony), InsertInterlude(ceremony, after: award, title: "Band", minutes: 5),
        DeleteInterlude(ceremony, ID(rawValue: 1)), CompileCeremony(ceremony, by: person), UnfrozenSchemes(ceremony),
        CeremonyVersionHolds(ceremony), MoveCue(ceremony, to: CuePlace(category: award, state: .drumRoll)),
        StepSequence(ceremony), GiveAward(ceremony, award), GivenAwards(ceremony),
        ResetCue(ceremony, isRehearsal: true), Confirmations(ceremony), ConfirmAward(ceremony, award, by: person),
        DropConfirmations(ceremony, award), NamesYoungPerson(ceremony, "T"), Finalists(ceremony, award, use: .screens),
        ToldOnStage(ceremony, to: person, use: .readOut),
        YoungRecords(person, at: AwardPath(scheme: "stars", part: "heart", code: "7Q4K")),
        SheetOfYoungRecord(person, AwardPath(scheme: "stars", part: "heart", code: "7Q4K")),
        WriteHandOver(person, AwardPath(scheme: "stars", part: "heart", code: "7Q4K"), .handedOver(to: .child)),
        SchemeRetentions(person, of: "stars"), SetRetention(person, scheme: "stars", months: 6),
        PurgeYoung(scheme: "stars", by: person, .web), SchemesToPurge(), DeletionCertificates(person, of: "stars"),
        NotePrint(
            "night", .certificates, by: person, held: [.init(candidate: 1, use: .certificate, channel: .name)]),
        IsDayOfCeremony(ceremony), CeremonyGaps(actor, ceremony), OpensCeremony(actor, ceremony),
        ProgrammeNames(actor, ceremony), ProgrammeDetails(ceremony),
        ThankInProgramme(ceremony, "Thank you"), PrintsOfCeremony(actor, of: "night"),
        DestroyPrints("night", uuid, by: person), WhoPrinted(1),
        SealedAnnouncements(ceremony, actor, for: "certificates", use: .certificate), RollOfScheme("stars"),
        CeremonyNameOfCandidate(actor, AwardPath(scheme: "stars", part: "heart", code: "7Q4K")),
        WriteCeremonyName(
            actor, AwardPath(scheme: "stars", part: "heart", code: "7Q4K"), name: "Zed", pronunciation: nil),
    ]
}
