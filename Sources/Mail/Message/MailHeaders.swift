/// Header lines. What goes in is either validated, or one line of ASCII words by its encoding; so no value can begin a
/// header of its own.
struct MailHeaders {
    private(set) var bytes: [UInt8] = []

    /// A value that is known to be safe and short, or folded already.
    mutating func add(_ name: String, _ value: String) {
        bytes.append(contentsOf: "\(name): \(value)\r\n".utf8)
    }

    mutating func add(_ name: String, _ address: MailAddress) {
        let words = MailWords.phrase(address.name ?? "")
        add(name, words: words.isEmpty ? [address.address] : words + ["<\(address.address)>"])
    }

    /// Words with one space between them, folded before the word that would pass 76 columns.
    mutating func add(_ name: String, words: [String]) {
        var line = "\(name):"
        for word in words {
            if line.utf8.count + 1 + word.utf8.count > 76, line != "\(name):" {
                bytes.append(contentsOf: line.utf8)
                bytes.append(contentsOf: [0x0D, 0x0A])
                line = ""
            }
            line += " \(word)"
        }
        bytes.append(contentsOf: line.utf8)
        bytes.append(contentsOf: [0x0D, 0x0A])
    }
}
