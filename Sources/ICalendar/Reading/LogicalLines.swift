/// Cuts a file into content lines and unfolds them, one at a time. Works on bytes, so a fold inside a UTF-8 sequence, which
/// bad writers make, is mended. Line ends are CR LF or LF.
struct LogicalLines {
    private let bytes: [UInt8]
    private var position = 0
    private var physicalLine = 0
    private let maximum: Int

    /// The line that was read last, reused to save memory.
    private(set) var current: [UInt8] = []
    /// Where it began.
    private(set) var number = 0

    init(_ bytes: [UInt8], maximum: Int) {
        self.bytes = bytes
        self.maximum = maximum
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// False at the end of the file. Empty lines are passed over; a continuation of nothing is a line of its own.
    mutating func advance() throws(ICalendarReadError) -> Bool {
        current.removeAll(keepingCapacity: true)
        while current.isEmpty, position < bytes.count {
            number = physicalLine + 1
            try appendPhysicalLine(from: position)
            while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
                try appendPhysicalLine(from: position + 1)
            }
        }
        return !current.isEmpty
    }

    private mutating func appendPhysicalLine(from start: Int) throws(ICalendarReadError) {
        physicalLine += 1
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        position = end < bytes.count ? end + 1 : end
        if end < bytes.count, end > start, bytes[end - 1] == 0x0D { end -= 1 }
        // At the end of the file a CR alone may have lost its LF.
        if end == bytes.count, end > start, bytes[end - 1] == 0x0D { end -= 1 }
        guard current.count + (end - start) <= maximum else {
            throw ICalendarReadError(line: physicalLine, reason: .lineTooLong)
        }
        current.append(contentsOf: bytes[start..<end])
    }
}
