import Foundation

/// PostgreSQL's own load generator on the same database, with the settings that the program's own sessions have.
struct PgBench {
    static let clients = 64

    let program: String
    let conninfo: String
    let settings: [String: String]

    /// Runs a script so many times on every client and answers its transactions per second, connecting left out. Not
    /// for so many seconds: our threads block the signal by which pgbench tells the time, and a child inherits that.
    func run(_ script: String, each: Int, variables: [String: Int] = [:]) throws -> Double {
        let path = NSTemporaryDirectory() + "/practiceweek-\(getpid()).pgbench"
        try script.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var words = ["-n", "-M", "prepared", "-c", "\(Self.clients)", "-j", "2", "-t", "\(each)", "-f", path]
        for (name, value) in variables { words += ["-D", "\(name)=\(value)"] }
        var environment = ProcessInfo.processInfo.environment
        environment["PGOPTIONS"] = settings.map { "-c \($0)=\($1)" }.joined(separator: " ")
        let output = try ran(program, words + [conninfo], environment: environment)
        guard output.contains("number of failed transactions: 0"), let start = output.range(of: "tps = "),
            let rate = Double(output[start.upperBound...].prefix { $0 == "." || $0.isNumber })
        else { throw Failure("pgbench: \(output)") }
        return rate
    }
}

/// Runs a program to its end and answers what it printed.
func ran(_ program: String, _ words: [String], environment: [String: String]? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    if let environment { process.environment = environment }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let output = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure("\(program) failed: \(output)") }
    return output
}
