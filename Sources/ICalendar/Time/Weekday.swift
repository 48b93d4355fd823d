/// Monday is 0, as in ISO 8601 less one.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The two letters of RFC 5545, section 3.3.10.
    package var code: String {
        switch self {
        case .monday: "MO"
        case .tuesday: "TU"
        case .wednesday: "WE"
        case .thursday: "TH"
        case .friday: "FR"
        case .saturday: "SA"
        case .sunday: "SU"
        }
    }

    package init?(code: some StringProtocol) {
        guard let found = Weekday.allCases.first(where: { $0.code == code }) else { return nil }
        self = found
    }

    init(epochDay: Int) {
        // 1 January 1970 was a Thursday.
        let index = CivilArithmetic.floorDivide(epochDay + 3, 7).remainder
        self = Weekday(rawValue: index) ?? .monday
    }
}
