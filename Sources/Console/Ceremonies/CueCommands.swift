import ArgumentParser
import Domain
import Services

struct CueCommands: ParsableCommand {
    static let configuration = CommandConfiguration.noun(
        "cue", "Where the ceremony goes next, on the night.", [Confirm.self, Next.self, Back.self])

    struct Confirm: ChangingCommand {
        static let example = "cue confirm staff-night 3"
        static let configuration = CommandConfiguration.verb(
            "confirm", "Confirm the award on stage, as its presenter or its stage manager.",
            "Its winner shows when both have, each as themselves.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Argument(help: .of("order", "The award's number."))
        var order: Int
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let stage = try await console.services.ceremonies.confirm(
                slug, item: order, by: console.actor, in: console.work)
            let missing = [CrewPart.presenter, .stageManager].filter { !stage.confirmed.contains($0) }
            return ConsoleOutput(
                .table(CueCommands.table(stage.order, stage.ceremony.cue)),
                messages: [
                    stage.ceremony.cue.category == nil || missing.isEmpty
                        ? "Confirmed."
                        : "Confirmed. Still to confirm: \(missing.map { $0.title.lowercased() }.joined(separator: ", "))."
                ])
        }
    }

    struct Next: ChangingCommand {
        static let example = "cue next staff-night"
        static let configuration = CommandConfiguration.verb(
            "next", "Go on.", "It says so when it begins on another day than the ceremony's.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let ceremonies = console.services.ceremonies
            do {
                let cue = try await ceremonies.next(slug, by: console.actor, in: console.work)
                return ConsoleOutput(CueCommands.table(try await console.order(slug), cue))
            } catch CeremonyRefusal.notItsDay(let day) {
                // A page asks; whoever typed it means it.
                let cue = try await ceremonies.next(slug, onAnyDay: true, by: console.actor, in: console.work)
                return ConsoleOutput(
                    CueCommands.table(try await console.order(slug), cue),
                    "The ceremony has begun, though its day is \(day).")
            }
        }
    }

    struct Back: ChangingCommand {
        static let example = "cue back staff-night"
        static let configuration = CommandConfiguration.verb(
            "back", "Go back: to the finalists, and with --unlock further.", example: example)
        @Argument(help: .of("ceremony", "The ceremony."))
        var ceremony: String
        @Flag(help: "Go back beyond the finalists.")
        var unlock = false
        @OptionGroup var trial: Trial

        func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
            let slug = try await console.ceremony(ceremony)
            let cue = try await console.services.ceremonies.back(
                slug, isUnlocked: unlock, by: console.actor, in: console.work)
            return ConsoleOutput(CueCommands.table(try await console.order(slug), cue))
        }
    }

    static func table(_ order: RunningOrder, _ cue: Cue) -> ConsoleTable {
        let award = order.awards.first { $0.category == cue.category }
        return ConsoleTable([
            "order": Cell(award?.order), "title": Cell(award?.title), "state": .text(cue.state.rawValue),
            "step": .int(cue.step), "rehearsal": .bool(cue.isRehearsal), "sequence": .int(cue.sequence),
        ])
    }
}

extension ConsoleSession {
    fileprivate func order(_ slug: String) async throws -> RunningOrder {
        try await services.ceremonies.order(of: slug, by: actor, in: work)
    }
}
