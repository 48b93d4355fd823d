import Foundation

extension Date {
    /// Whole seconds since 1970, rounded down and held within the years 1 to 9999; not a number becomes 0.
    var wholeSeconds: Int {
        let seconds = timeIntervalSince1970.rounded(.down)
        guard !seconds.isNaN else { return 0 }
        let first = CivilArithmetic.firstDay * CivilArithmetic.secondsPerDay
        let last = (CivilArithmetic.lastDay + 1) * CivilArithmetic.secondsPerDay - 1
        if seconds <= Double(first) { return first }
        if seconds >= Double(last) { return last }
        return Int(seconds)
    }

    init(wholeSeconds: Int) {
        self.init(timeIntervalSince1970: Double(wholeSeconds))
    }
}
