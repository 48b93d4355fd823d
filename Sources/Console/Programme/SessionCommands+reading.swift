import ArgumentParser
import Domain
import Services

extension SessionCommands {
    struct List: ConsoleCommand {
        static let example = "session list --event practice-week-2018 --site corbyn --from mon --to wed"
        static let configuration = CommandConfiguration.verb(
            "list", "List sessions: the draft for staff, what is released for everyone else.", example: example)
        @Option(help: .of(.event, "Only this event's."))
        var event: String?
        @Option(help: .of(.site, "Only at this site."))
        var site: String?
        @Option(help: .of(.date, "Only from this day on."))
        var from: String?
        @Option(help: .of(.date, "Only until this day, inclusive."))
        var to: String?

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            var slug: String?
            var siteSlug: String?
            if let event { slug = try await console.event(event) }
            if let site { siteSlug = try await console.site(site).slug }
            let (first, last) = (try from.map(console.day), try to.map(console.day))
            if let first, let last, last < first { throw ProgrammeRefusal.datesInWrongOrder }
            let sessions = try await console.services.programme.sessions(
                event: slug, site: siteSlug, from: first, to: last, by: console.actor, in: console.work)
            return ConsoleOutput(try await SessionRows.table(sessions, console))
        }
    }

    struct Show: ConsoleCommand {
        static let example = "session show PW18-014"
        static let configuration = CommandConfiguration.verb(
            "show", "Show one session: the draft for staff, what is released for everyone else.", example: example)
        @Argument(help: .of(.reference, "The session."))
        var reference: String

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let session = try await console.shown(reference)
            var output = ConsoleOutput(try await SessionRows.table([session], console))
            if let reason = session.cancelReason { output.messages.append("Cancelled: \(reason)") }
            return output
        }
    }
}

extension ConsoleSession {
    /// One session as the actor reads it: the draft for those who schedule.
    func shown(_ reference: String) async throws -> Session {
        let reference = self.reference(reference)
        if let session = try await services.programme.listed(reference, by: actor, in: work) { return session }
        let known = try await services.programme.sessions(by: actor, in: work).map(\.reference)
        throw PeopleRefusal.nothingNamed(
            kind: "session", name: String(reference.prefix(40)), near: NameMatch.near(reference, known))
    }
}
