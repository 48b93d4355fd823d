import Services

/// The answer to a change, as it is kept under the idempotency key: whoever sends the request again is told, byte for byte, what
/// the first one was told, whatever has become of it since.
struct KeptAnswer {
    /// What was made or changed, as its address has it.
    let name: String
    let answer: JSONAnswer

    init(_ name: String, _ answer: JSONAnswer) {
        self.name = name
        self.answer = answer
    }

    init(_ text: String) throws {
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3 else { throw ServiceFailure(.internalError) }
        name = String(lines[0])
        answer = JSONAnswer(Array(lines[2].utf8), tag: EntityTag(text: String(lines[1])))
    }

    var text: String { "\(name)\n\(answer.tag.text)\n\(String(decoding: answer.bytes, as: UTF8.self))" }
}
