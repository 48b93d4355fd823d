/// Builds a document: decode, find the delimiter, check the header, then every record.
struct CSVReader {
    let expectation: CSVExpectation
    let limits: CSVLimits
    var document = CSVDocument()
    private var positions: [String: Int] = [:]

    init(expectation: CSVExpectation, limits: CSVLimits) {
        self.expectation = expectation
        self.limits = limits
    }

    mutating func read(_ bytes: [UInt8]) throws(CSVRefusal) {
        guard bytes.count <= limits.bytes else {
            throw CSVRefusal(message: limits.tooManyBytes(bytes.count))
        }
        let decoded = try CSVDecoded.decode(bytes)
        if let note = decoded.note { document.notes.append(note) }
        let delimiter = try CSVDelimiter.find(in: decoded.bytes, expecting: expectation, limits: limits)
        var scanner = CSVScanner(decoded.bytes, delimiter: delimiter, longest: limits.characters)
        guard let header = scanner.nextFilled(keeping: limits.columns) else {
            throw CSVRefusal(message: "The file is empty. It needs a header line and at least one row.")
        }
        if delimiter.byte != UInt8(ascii: ",") {
            document.notes.append("The fields are separated by \(delimiter.name).")
        }
        try readHeader(header)
        readRecords(&scanner, headerLine: header.line)
    }

    private mutating func readHeader(_ header: CSVRawRecord) throws(CSVRefusal) {
        guard header.count <= limits.columns else {
            throw CSVRefusal(
                line: header.line,
                message: "The header has \(CSVText.grouped(header.count)) columns, more than the "
                    + "\(CSVText.grouped(limits.columns)) that an import may have.")
        }
        document.columns = header.fields.map { CSVText.columnName(CSVFormula.unmarked($0)) }
        report(header.faults, row: nil, line: header.line)
        for (index, name) in document.columns.enumerated() {
            if name.isEmpty {
                warn(header.line, nil, "Column \(index + 1) has no name and is ignored.")
            } else if positions[name] != nil {
                fault(header.line, name, "The column “\(name)” is there more than once. Keep one of them.")
            } else {
                positions[name] = index
                if !expectation.allowsOthers, !expectation.knows(name) {
                    warn(header.line, name, "The column “\(name)” is not known and is ignored.")
                }
            }
        }
        for name in expectation.required where positions[name] == nil {
            fault(header.line, name, "The column “\(name)” is missing from the header.")
        }
    }

    private mutating func readRecords(_ scanner: inout CSVScanner, headerLine: Int) {
        let width = document.columns.count
        var row = 0
        while let raw = scanner.nextFilled(keeping: width + 1) {
            row += 1
            guard row <= limits.rows else {
                document.problems.append(CSVProblem(row: row, line: raw.line, message: limits.tooManyRows))
                return
            }
            report(raw.faults, row: row, line: raw.line)
            guard raw.faults.isEmpty else { continue }
            guard raw.count == width else {
                report(raw, row: row, width: width)
                continue
            }
            let fields = raw.fields.map { CSVFormula.unmarked($0) }
            document.records.append(CSVRecord(row: row, line: raw.line, fields: fields, positions: positions))
        }
        if row == 0, document.problems.isEmpty {
            document.problems.append(
                CSVProblem(line: headerLine, message: "The file has a header but no rows below it."))
        }
    }

    private mutating func report(_ raw: CSVRawRecord, row: Int, width: Int) {
        let counts = "This row has \(Self.fields(raw.count)), but the header has \(CSVText.grouped(width))"
        let problem =
            if raw.count < width {
                CSVProblem(
                    row: row, line: raw.line, column: column(raw.count),
                    message: "\(counts). Add what is missing, leaving blanks between the commas.")
            } else {
                CSVProblem(
                    row: row, line: raw.line, value: raw.fields.dropFirst(width).first,
                    message: "\(counts). A text with a comma in it must stand in double quotes.")
            }
        document.problems.append(problem)
    }

    private mutating func report(_ faults: [CSVRawRecord.Fault], row: Int?, line: Int) {
        for fault in faults {
            var problem = CSVProblem(
                row: row, line: line, column: column(fault.field), value: fault.value, message: "")
            switch fault.kind {
            case .textAfterQuote:
                problem.message = "There is text after a closing quote. A quote inside a text must be doubled."
            case .unclosedQuote(let opened):
                problem.line = opened
                problem.message = "The quote that opens here is never closed."
            case .tooLong:
                let most = CSVText.grouped(limits.characters)
                problem.message = "This text is longer than the \(most) characters that a field may have."
            }
            document.problems.append(problem)
        }
    }

    private func column(_ index: Int) -> String? {
        guard index < document.columns.count, !document.columns[index].isEmpty else { return nil }
        return document.columns[index]
    }

    private mutating func fault(_ line: Int, _ column: String, _ message: String) {
        document.problems.append(CSVProblem(line: line, column: column, message: message))
    }

    private mutating func warn(_ line: Int, _ column: String?, _ message: String) {
        document.warnings.append(CSVProblem(line: line, column: column, message: message))
    }

    private static func fields(_ count: Int) -> String {
        count == 1 ? "1 field" : "\(CSVText.grouped(count)) fields"
    }
}
