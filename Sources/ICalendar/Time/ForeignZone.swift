/// A zone that a file brought with it: its VTIMEZONE as it stood and the changes of its clock up to the year 2100.
package final class ForeignZone: Hashable, Sendable {
    package let id: String
    package let definition: ICalendarComponent
    /// Seconds since 1970 at which the clock changes, rising, and the offset that holds from each.
    private let onsets: [Int]
    private let offsets: [Int]
    private let firstOffset: Int

    init(id: String, definition: ICalendarComponent, changes: [(at: Int, offset: Int)], firstOffset: Int) {
        let ordered = changes.sorted { $0.at < $1.at }
        self.id = id
        self.definition = definition
        self.firstOffset = firstOffset
        onsets = ordered.map(\.at)
        offsets = ordered.map(\.offset)
    }

    func offset(atEpoch seconds: Int) -> Int {
        var low = 0
        var high = onsets.count
        while low < high {
            let middle = (low + high) / 2
            if onsets[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : offsets[low - 1]
    }

    package static func == (left: ForeignZone, right: ForeignZone) -> Bool {
        left === right || (left.id == right.id && left.definition == right.definition)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
