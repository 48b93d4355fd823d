/// Rules 1.1 to 1.7, on bytes before unfolding.
enum PhysicalLineProblems {
    static func find(_ bytes: [UInt8], _ problems: inout ProblemList) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { problems.add(1, "1.1", "The file begins with a byte order mark.") }
        if bytes.suffix(2) != [13, 10] { problems.add(0, "1.2", "The last line does not end in CR LF.") }
        var number = 0
        var start = 0
        var previous: ArraySlice<UInt8> = []
        while start < bytes.count {
            number += 1
            let feed = bytes[start...].firstIndex(of: 10) ?? bytes.count
            var line = bytes[start..<feed]
            if line.last == 13 {
                line = line.dropLast()
            } else {
                problems.add(number, "1.2", "The line does not end in CR LF.")
            }
            check(line, number, after: previous, &problems)
            previous = line
            start = feed + 1
        }
    }

    private static func check(
        _ line: ArraySlice<UInt8>, _ number: Int, after previous: ArraySlice<UInt8>, _ problems: inout ProblemList
    ) {
        if line.count > 75 { problems.add(number, "1.3", "The line has \(line.count) octets; 75 are allowed.") }
        if String(validating: line, as: UTF8.self) == nil {
            problems.add(number, "1.4", "The line is not UTF-8 by itself: a fold stands inside a character.")
        }
        if line.contains(where: { $0 < 0x20 && $0 != 9 || $0 == 0x7F }) {
            problems.add(number, "1.6", "The line holds a control character.")
        }
        if line.isEmpty { problems.add(number, "1.7", "The line is blank.") }
        guard let first = line.first, first == 0x20 || first == 9 else { return }
        if number == 1 { problems.add(number, "1.7", "The first line begins with a space.") }
        if previous.reversed().prefix(while: { $0 == 0x5C }).count % 2 == 1 {
            problems.add(number, "1.5", "A fold stands between a backslash and its letter.")
        }
    }
}
