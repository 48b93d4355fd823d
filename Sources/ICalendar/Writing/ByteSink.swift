/// The writer's output: content lines appended to raw memory, each folded when it is ended.
///
/// Bytes come only from Swift strings and from this library, so they are always valid UTF-8.
struct ByteSink: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int
    private var lineStart = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 256)
        base = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// A copy of all that was written.
    func bytes() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            if let target = buffer.baseAddress { target.update(from: base, count: count) }
            initialised = count
        }
    }

    /// Makes room for that many bytes more.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity &- count < extra { grow(extra) }
    }

    @inline(never)
    private mutating func grow(_ extra: Int) {
        let larger = max(capacity * 2, count + extra)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }

    /// Where the next byte goes; only after `reserve`, and followed by `advance`.
    var cursor: UnsafeMutablePointer<UInt8> { base + count }

    @inline(__always)
    mutating func advance(_ written: Int) {
        count &+= written
    }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count &+= 1
    }

    /// Text of the library's own: no escaping.
    @inline(__always)
    mutating func put(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        cursor.update(from: text.utf8Start, count: length)
        count &+= length
    }

    /// Ends the content line: folds it when it is longer than 75 octets (rule 1.3), then writes CR LF.
    @inline(__always)
    mutating func endLine() {
        if count &- lineStart > LineFolding.maximumOctets { fold() }
        reserve(2)
        base[count] = 13
        base[count &+ 1] = 10
        count &+= 2
        lineStart = count
    }

    /// Ends a line whose value begins at `mark`, or takes the line back when the value is empty or all blanks, which some
    /// readers, libical among them, count as an error. Says whether there is a line.
    @inline(__always)
    @discardableResult
    mutating func endLine(ifLongerThan mark: Int) -> Bool {
        var first = mark
        while first < count, base[first] == 32 || base[first] == 9 { first &+= 1 }
        guard first < count else {
            count = lineStart
            return false
        }
        endLine()
        return true
    }

    /// Lines of the library's own that are known to be short, with their CR LF.
    mutating func block(_ text: StaticString) {
        put(text)
        lineStart = count
    }

    /// Lays the line that was just written out again, in pieces.
    private mutating func fold() {
        let length = count - lineStart
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: length)
        defer { copy.deallocate() }
        copy.update(from: base + lineStart, count: length)
        let line = UnsafeBufferPointer(start: copy, count: length)
        count = lineStart
        var start = 0
        var room = LineFolding.maximumOctets
        while start < length {
            let end = LineFolding.breakPoint(in: line, from: start, room: room)
            reserve(end - start + 3)
            if start > 0 {
                base[count] = 13
                base[count + 1] = 10
                base[count + 2] = 32
                count += 3
            }
            cursor.update(from: copy + start, count: end - start)
            count += end - start
            start = end
            room = LineFolding.maximumOctets - 1
        }
    }
}
