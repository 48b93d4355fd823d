import Domain
import Services

/// A person at a terminal: their lines, Ctrl-C, the names that Tab completes.
struct Terminal: Sendable {
    let lines: any LineInput
    let interrupts: Interrupts
    let names: LiveNames
    let history: LineHistory?
}

extension Terminal {
    init(services: Services, options: ConsoleOptions) {
        let names = LiveNames(services: services)
        let history = options.stateDirectory.map { LineHistory(path: $0 + "/console-history") }
        let completer = Completer { names($0) }
        let before = history?.load() ?? []
        let hasBegun = Once()
        let lines = LineThread(name: "console") { prompt in
            hasBegun.first { LineEditor.begin(history: before) { completer?.complete($0) ?? .nothing } }
            return LineEditor.read(prompt: prompt)
        }
        self.init(lines: lines, interrupts: Interrupts(), names: names, history: history)
    }

    /// Who acts and where, in a line.
    static func greeting(_ services: Services, _ actor: Actor) async -> String {
        let centre = services.settings.centre
        guard let person = actor.person else {
            return "\(centre). There is no admin yet: add the first with person add EMAIL --name NAME --role admin."
        }
        let people = (try? await services.people.people(by: actor)) ?? []
        guard let me = people.first(where: { $0.id == person }) else { return "\(centre). Type help or quit." }
        let roles = me.roles.map(\.rawValue).joined(separator: ", ")
        return "\(centre). You act as \(me.name), \(me.email) (\(roles)). Type help or quit."
    }
}
