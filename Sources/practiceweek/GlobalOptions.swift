import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Flag(help: "Use the demo week: a state directory of its own, filled on first use so that the week lies ahead.")
    var demo = false

    @Option(help: ArgumentHelp("Where the SQL files are, if not beside the program.", valueName: "directory"))
    var sqlDir: String?
}
