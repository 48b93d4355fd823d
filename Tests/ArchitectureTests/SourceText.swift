/// A Swift source file, told apart into code, comments and string literals: rules about code must not stumble over
/// words in comments and sentences, nor miss code that is interpolated into a literal.
struct SourceText {
    /// Lines with comments and the contents of literals blanked out.
    let code: [String]
    /// The contents of each literal, with the line where it begins.
    let literals: [(line: Int, text: String)]

    init(_ text: String) {
        var scanner = Scanner(text)
        scanner.scanCode(until: nil)
        code = String(String.UnicodeScalarView(scanner.code)).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        literals = scanner.literals
    }
}

private struct Scanner {
    let input: [Unicode.Scalar]
    var position = 0
    var line = 1
    var code: [Unicode.Scalar] = []
    var literals: [(line: Int, text: String)] = []

    init(_ text: String) { input = Array(text.unicodeScalars) }

    /// Reads code up to the end, or up to the bracket that closes an interpolation.
    mutating func scanCode(until closing: Unicode.Scalar?) {
        var depth = 0
        while position < input.count {
            if starts("//") {
                while position < input.count, input[position] != "\n" { blank() }
            } else if starts("/*") {
                scanBlockComment()
            } else if let hashes = literalStart() {
                scanLiteral(hashes: hashes)
            } else {
                let next = input[position]
                if next == closing, depth == 0 { return }
                if next == "(" { depth += 1 }
                if next == ")" { depth -= 1 }
                keep()
            }
        }
    }

    /// The number of `#` before a quote here; nil when no literal begins here.
    private func literalStart() -> Int? {
        var end = position
        while end < input.count, input[end] == "#" { end += 1 }
        return end < input.count && input[end] == "\"" ? end - position : nil
    }

    private mutating func scanBlockComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < input.count
    }

    private mutating func scanLiteral(hashes: Int) {
        let fence = String(repeating: "#", count: hashes)
        for _ in 0..<hashes { keep() }
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        let startLine = line
        for _ in quote.unicodeScalars { keep() }
        var text = ""
        while position < input.count, !starts(quote + fence) {
            // A quote that is no literal's, in a regular expression say, harms one line at most.
            if quote == "\"", input[position] == "\n" { break }
            if starts("\\" + fence + "(") {
                blank(2 + hashes)
                scanCode(until: ")")
                blank()
            } else if starts("\\" + fence) {
                blank(1 + hashes)
                if position < input.count { blank() }
            } else {
                text.unicodeScalars.append(input[position])
                blank()
            }
        }
        if starts(quote + fence) { for _ in 0..<(quote.count + hashes) { keep() } }
        literals.append((startLine, text))
    }

    private func starts(_ text: String) -> Bool {
        var index = position
        for scalar in text.unicodeScalars {
            guard index < input.count, input[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    private mutating func keep() {
        if input[position] == "\n" { line += 1 }
        code.append(input[position])
        position += 1
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where position < input.count {
            if input[position] == "\n" {
                line += 1
                code.append("\n")
            } else {
                code.append(" ")
            }
            position += 1
        }
    }
}
