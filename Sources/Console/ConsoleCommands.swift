import ArgumentParser

/// The root of the console's grammar: nouns with their verbs, and some verbs that need no noun.
struct ConsoleCommands: ParsableCommand {
    static let rootName = "console"

    static let configuration = CommandConfiguration(
        commandName: rootName,
        abstract: "Schedule, release, book, and look at what is there.",
        usage: "<noun> <verb> [<options>]",
        discussion: """
            Names are found by their beginning when it is unique. Dates: 2018-01-29, 29 Jan 2018, mon, tomorrow; with a \
            time: "2018-01-29 09:30". Quote what holds spaces. Several commands become one transaction between begin and \
            commit; rollback takes them back.

            Example:
              session list --event practice-week-2018 --from mon
            """,
        groupedSubcommands: [
            CommandGroup(
                name: "Programme",
                subcommands: [
                    EventCommands.self, StrandCommands.self, SessionCommands.self, SeriesCommands.self,
                    AudienceCommands.self,
                    ReleaseCommands.self, HolidayCommands.self,
                ]),
            CommandGroup(name: "Places", subcommands: [BookCommand.self, BookingCommands.self, WaitlistCommands.self]),
            CommandGroup(
                name: "People and rooms",
                subcommands: [
                    SiteCommands.self, RoomCommands.self, TeamCommands.self, PersonCommands.self, RoleCommands.self,
                    TokenCommands.self,
                ]),
            CommandGroup(
                name: "Awards",
                subcommands: [
                    SchemeCommands.self, CategoryCommands.self, CriterionCommands.self, NominateCommand.self,
                    NominationCommands.self, EvidenceCommands.self, CandidateCommands.self, PanelCommands.self,
                    ConflictCommands.self,
                    AssignCommands.self, RoundCommands.self, BallotCommands.self, ResultsCommand.self,
                    JudgeCommands.self, AgreementCommand.self, MeetingCommands.self,
                    DecideCommand.self, FreezeCommands.self, EmbargoCommands.self,
                ]),
            CommandGroup(
                name: "Ceremonies",
                subcommands: [CeremonyCommands.self, CueCommands.self, CertificateCommand.self, RollCommand.self]),
            CommandGroup(
                name: "Protection of young people",
                subcommands: [
                    ProtectionCommands.self, CitationCommands.self, ConsentCommands.self, WorryCommands.self,
                    GlassCommands.self, YoungJudgeCommands.self, RetentionCommands.self,
                ]),
            CommandGroup(
                name: "Ceremonies",
                subcommands: [GuestCommands.self, TableCommands.self, SeatCommands.self, ThanksCommands.self]),
            CommandGroup(name: "Files", subcommands: [ExportCommands.self, ImportCommand.self]),
            CommandGroup(
                name: "System",
                subcommands: [
                    CheckCommand.self, AuditCommands.self, UndoCommand.self, BeginCommand.self, CommitCommand.self,
                    RollbackCommand.self, QuitCommand.self,
                ]),
        ])
}
