import Foundation

/// The file that rows of the final table are added to, their cells between tabs.
struct Table {
    let path: String

    func add(_ what: String, ours: String, against: String, ratio: Double, target: Double) throws {
        try add([what, ours, against, text(ratio, 2), text(target, 2), ratio >= target ? "yes" : "NO"])
    }

    func add(_ what: String, ours: String, target: String, isMet: Bool) throws {
        try add([what, ours, "", "", target, isMet ? "yes" : "NO"])
    }

    /// For comparison only: nothing was asked of it.
    func note(_ what: String, ours: String, against: String, ratio: Double) throws {
        try add([what, ours, against, text(ratio, 2), "", ""])
    }

    private func add(_ cells: [String]) throws {
        let line = Data((cells.joined(separator: "\t") + "\n").utf8)
        guard let file = FileHandle(forWritingAtPath: path) else { throw Failure("\(path) cannot be written") }
        try file.seekToEnd()
        try file.write(contentsOf: line)
        try file.close()
    }
}

func text(_ number: Double, _ places: Int) -> String {
    String(format: "%.\(places)f", number)
}

/// The middle one of several rounds.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard let middle = sorted.dropFirst(sorted.count / 2).first else { return 0 }
    return middle
}
