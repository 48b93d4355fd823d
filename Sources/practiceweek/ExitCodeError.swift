import ArgumentParser

/// An exit code that was decided elsewhere, with everything already said.
typealias ExitCodeError = ExitCode
