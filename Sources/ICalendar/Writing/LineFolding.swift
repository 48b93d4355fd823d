/// Where a long content line may be broken (rules 1.3 to 1.5).
enum LineFolding {
    /// Octets of a physical line, the space of a fold counted, CR LF not.
    static let maximumOctets = 75

    /// The end of the piece that begins at `start`, at most `room` octets on: never inside a UTF-8 sequence, never after a
    /// backslash that belongs to the next octet, and not inside a grapheme unless it alone is longer than the room.
    static func breakPoint(in line: UnsafeBufferPointer<UInt8>, from start: Int, room: Int) -> Int {
        let limit = start + room
        guard limit < line.count else { return line.count }
        // Between two ASCII octets there is always a boundary of graphemes.
        if line[limit - 1] < 0x80, line[limit] < 0x80 {
            if !splitsEscape(line, from: start, at: limit) { return limit }
            if line[limit - 2] < 0x80 { return limit - 1 }
        }
        guard let best = graphemeBreak(in: line, from: start, limit: limit),
            start > 0 || !line[..<best].allSatisfy({ $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") })
        else {
            // Also where a mark at the front of a value would drag the colon behind the name to the next line.
            return scalarBreak(in: line, from: start, limit: limit)
        }
        return best
    }

    /// Whether an odd number of backslashes stands just before: the last of them begins an escape.
    private static func splitsEscape(_ line: UnsafeBufferPointer<UInt8>, from start: Int, at end: Int) -> Bool {
        var index = end
        while index > start, line[index - 1] == UInt8(ascii: "\\") { index -= 1 }
        return (end - index) % 2 == 1
    }

    private static func graphemeBreak(in line: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
        // Whether a boundary lies at the limit is decided by the scalar that follows it, so that one is looked at too.
        var end = limit + 1
        while end < line.count, isContinuation(line[end]) { end += 1 }
        let text = String(decoding: UnsafeBufferPointer(rebasing: line[start..<end]), as: UTF8.self)
        var position = start
        var best: Int?
        for character in text {
            position += character.utf8.count
            if position > limit { break }
            if !splitsEscape(line, from: start, at: position) { best = position }
        }
        return best
    }

    private static func scalarBreak(in line: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
        var position = limit
        while position > start + 1, isContinuation(line[position]) { position -= 1 }
        if splitsEscape(line, from: start, at: position), position > start + 1 { position -= 1 }
        return position
    }

    private static func isContinuation(_ byte: UInt8) -> Bool {
        byte & 0xC0 == 0x80
    }
}
