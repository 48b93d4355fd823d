extension CSVLimits {
    /// What makes a file too large to be looked at, in a sentence; nil when its size and its rows are within the limits. A
    /// file that cannot be read at all is none of this question's business.
    package func excess(_ bytes: [UInt8], expecting expectation: CSVExpectation = .anything) -> String? {
        guard bytes.count <= self.bytes else { return tooManyBytes(bytes.count) }
        guard bytes.count > rows, let decoded = try? CSVDecoded.decode(bytes),
            let delimiter = try? CSVDelimiter.find(in: decoded.bytes, expecting: expectation, limits: self)
        else { return nil }
        var scanner = CSVScanner(decoded.bytes, delimiter: delimiter, longest: characters)
        var count = -1
        while scanner.nextFilled(keeping: 0) != nil {
            count += 1
            if count > rows { return tooManyRows }
        }
        return nil
    }

    func tooManyBytes(_ count: Int) -> String {
        "The file has \(CSVText.grouped(count)) bytes, more than the \(CSVText.grouped(bytes)) that an import may have. "
            + "Split it into several files."
    }

    var tooManyRows: String {
        "The file has more than the \(CSVText.grouped(rows)) rows that an import may have. Split it into several files."
    }
}
