/// Builds the tree of components from bytes, within limits. Its memory is bounded by the file's size.
struct ComponentTreeParser {
    private let limits: ICalendarLimits
    private var open: [ComponentTree] = []
    private(set) var roots: [ComponentTree] = []
    private(set) var notes = NoteList()
    private var propertyCount = 0
    private var componentCount = 0

    init(limits: ICalendarLimits) {
        self.limits = limits
    }

    mutating func parse(_ bytes: [UInt8]) throws(ICalendarReadError) {
        guard bytes.count <= limits.octets else { throw ICalendarReadError(line: 1, reason: .tooManyOctets) }
        var lines = LogicalLines(bytes, maximum: limits.lineOctets)
        while try lines.advance() {
            try take(lines.current, lines.number)
        }
        if let unclosed = open.last {
            throw ICalendarReadError(line: unclosed.line, reason: .notClosed(unclosed.name))
        }
    }

    private mutating func take(_ bytes: [UInt8], _ line: Int) throws(ICalendarReadError) {
        guard let property = try ContentLineParser.parse(trimmed(bytes, line), line: line) else {
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw ICalendarReadError(line: line, reason: .invalidUTF8)
            }
            notes.add(line, "This is not a property with a value; it was passed over.")
            return
        }
        if ContentLineParser.hasControls(bytes) {
            notes.add(line, "Control characters were left out (rule 1.6).")
        }
        switch property.name {
        case "BEGIN": try begin(property.value, line)
        case "END": try end(property.value, line)
        default: try add(ContentLine(property: property, number: line))
        }
    }

    /// A first line that begins with spaces would be a continuation of nothing (rule 1.7).
    private mutating func trimmed(_ bytes: [UInt8], _ line: Int) -> [UInt8] {
        guard let first = bytes.first, first == 0x20 || first == 0x09 else { return bytes }
        notes.add(line, "The line begins with a space (rule 1.7).")
        return Array(bytes.drop { $0 == 0x20 || $0 == 0x09 })
    }

    private mutating func begin(_ value: String, _ line: Int) throws(ICalendarReadError) {
        componentCount += 1
        guard componentCount <= limits.components else {
            throw ICalendarReadError(line: line, reason: .tooManyComponents)
        }
        guard open.count < limits.depth else { throw ICalendarReadError(line: line, reason: .nestedTooDeeply) }
        open.append(ComponentTree(name: cleaned(value), line: line))
    }

    private mutating func end(_ value: String, _ line: Int) throws(ICalendarReadError) {
        guard let closed = open.popLast(), closed.name == cleaned(value) else {
            throw ICalendarReadError(line: line, reason: .wrongEnd(String(cleaned(value).prefix(40))))
        }
        if open.isEmpty {
            roots.append(closed)
        } else {
            open[open.count - 1].components.append(closed)
        }
    }

    private mutating func add(_ line: ContentLine) throws(ICalendarReadError) {
        propertyCount += 1
        guard propertyCount <= limits.properties else {
            throw ICalendarReadError(line: line.number, reason: .tooManyProperties)
        }
        guard !open.isEmpty else {
            notes.add(line.number, "\(line.name) stands outside any component; it was passed over.")
            return
        }
        let last = open.count - 1
        if !open[last].components.isEmpty, open[last].lateProperty == nil { open[last].lateProperty = line }
        open[last].properties.append(line)
    }

    private func cleaned(_ value: String) -> String {
        value.trimmingPrefix { $0 == " " }.split(separator: " ").first.map { $0.uppercased() } ?? ""
    }
}
