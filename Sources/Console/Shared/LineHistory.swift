import Foundation
import Glibc

/// The lines typed before, in a file that only its owner reads. What could be a secret is never kept.
struct LineHistory: Sendable {
    static let most = 1000

    let path: String

    func load() -> [String] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        let lines = text.split(separator: "\n").map(String.init)
        if lines.count > Self.most * 2 { rewrite(lines.suffix(Self.most)) }
        return lines.suffix(Self.most)
    }

    func append(_ line: String) {
        guard Self.isKept(line) else { return }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        _ = fchmod(descriptor, 0o600)
        _ = Array((line + "\n").utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        _ = Glibc.close(descriptor)
    }

    private func rewrite(_ lines: ArraySlice<String>) {
        let text = lines.map { $0 + "\n" }.joined()
        try? Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        _ = chmod(path, 0o600)
    }

    /// Not kept: lines that begin with a blank, sign-in codes (six digits on their own), and what looks like a token (a long
    /// run of letters, digits, `-` and `_`).
    static func isKept(_ line: String) -> Bool {
        guard let first = line.first, first != " ", first != "\t" else { return false }
        let runs = line.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")) }
        return !runs.contains { run in
            (run.count == 6 && run.allSatisfy(\.isNumber))
                || (run.count >= 32 && run.contains(where: \.isNumber) && run.contains(where: \.isLetter))
        }
    }
}
