/// Splits text into statements, and those into words, as a POSIX shell does: single and double quotes, backslash, and `#`
/// at the start of a word for a comment. Nothing is expanded. Works on scalars, as a quote with a combining mark behind it
/// is still a quote.
struct ShellWords {
    /// A statement, and the line of the text on which it starts, from 1.
    struct Line: Equatable, Sendable {
        let number: Int
        let words: [String]
    }

    /// A word that never ended.
    enum Problem: Error, Equatable {
        case quoteOpen(Unicode.Scalar, line: Int)
        /// A backslash with nothing behind it.
        case lineContinues(line: Int)

        var message: String {
            switch self {
            case .quoteOpen(let mark, _): "The quotation mark \(mark) is never closed."
            case .lineContinues: "The line ends with a backslash, and nothing follows."
            }
        }
    }

    private(set) var lines: [Line] = []
    private(set) var words: [String] = []
    /// The word under way; nil between words.
    private(set) var word: String?
    /// The quotation mark that is open.
    private(set) var quote: Unicode.Scalar?
    private(set) var isEscaped = false
    private var number = 1
    private var startedOn = 1
    private var quotedOn = 1
    private var isComment = false

    /// Every statement of a text; a line break ends one unless it is quoted or escaped.
    static func statements(in text: String) throws(Problem) -> [Line] {
        var shell = ShellWords()
        shell.read(text)
        if let mark = shell.quote { throw .quoteOpen(mark, line: shell.quotedOn) }
        if shell.isEscaped { throw .lineContinues(line: shell.number) }
        shell.endStatement()
        return shell.lines
    }

    mutating func read(_ text: String) {
        for scalar in text.unicodeScalars { take(scalar) }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if isComment {
            if scalar == "\n" { endLine() }
            return
        }
        if isEscaped {
            isEscaped = false
            if scalar == "\n" {
                number += 1
                return
            }
            if quote == "\"", !"$`\"\\".unicodeScalars.contains(scalar) { append("\\") }
            return append(scalar)
        }
        if let mark = quote {
            if scalar == "\n" { number += 1 }
            if scalar == mark {
                quote = nil
            } else if scalar == "\\", mark == "\"" {
                isEscaped = true
            } else {
                append(scalar)
            }
            return
        }
        takeBare(scalar)
    }

    private mutating func takeBare(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n": endLine()
        case " ", "\t", "\r": endWord()
        case "\\": isEscaped = true
        case "\"", "'":
            begin()
            quote = scalar
            quotedOn = number
        case "#" where word == nil: isComment = true
        default: append(scalar)
        }
    }

    private mutating func begin() {
        if words.isEmpty, word == nil { startedOn = number }
        if word == nil { word = "" }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        begin()
        word?.unicodeScalars.append(scalar)
    }

    private mutating func endWord() {
        if let word { words.append(word) }
        word = nil
    }

    private mutating func endLine() {
        isComment = false
        endStatement()
        number += 1
    }

    private mutating func endStatement() {
        endWord()
        if !words.isEmpty { lines.append(Line(number: startedOn, words: words)) }
        words = []
    }
}
