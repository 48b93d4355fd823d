enum Rules {
    static let all = [
        imports, cImports, tries, casts, unwraps, traps, clocks, tags, length, folders,
    ]

    static let imports = Rule(
        name: "A layer imports only what the table allows",
        breaches: { file in
            guard let allowed = House.mayImport(file.layer) else {
                return ["\(file.path): the layer \(file.layer) is not in the table"]
            }
            return Import.all(in: file).filter { !allowed.contains($0.module) }
                .map { "\(file.path):\($0.line): \(file.layer) must not import \($0.module)" }
        },
        breaking: SourceFile(
            path: "Web/Booking/Page.swift", text: "import Foundation\n@testable import struct Store.Row"),
        keeping: SourceFile(
            path: "Web/Booking/Page.swift", text: "package import HTML\n// import Store\nlet a = \"import Store\""))

    static let cImports = Rule(
        name: "C modules are imported internally",
        breaches: { file in
            Import.all(in: file).filter { $0.module.hasPrefix("CLib") && !$0.isInternal }
                .map { "\(file.path):\($0.line): write: internal import \($0.module)" }
        },
        breaking: SourceFile(path: "Mail/Send.swift", text: "package import CLibCurl"),
        keeping: SourceFile(path: "Mail/Send.swift", text: "internal import CLibCurl"))

    static let tries = Rule(
        name: "No try!",
        breaches: { $0.lines(matching: /\btry!/) },
        breaking: SourceFile(path: "Domain/A.swift", text: "let a = \"\\(try! b())\""),
        keeping: SourceFile(path: "Domain/A.swift", text: "let a = try b() // never try!"))

    static let casts = Rule(
        name: "No as!",
        breaches: { $0.lines(matching: /\bas!/) },
        breaking: SourceFile(path: "Domain/A.swift", text: "let a = b as! C"),
        keeping: SourceFile(path: "Domain/A.swift", text: "let a = b as? C ?? \"as! never\""))

    /// An exclamation mark right after a name, a bracket or a question mark, which no operator but the unwrapping has.
    static let unwraps = Rule(
        name: "No forced unwrapping, and no type that unwraps by itself",
        breaches: {
            $0.lines(matching: /[\w\)\]\}>?`]!(?!=)/).filter { !$0.contains(/\b(try|as)!/) }
        },
        breaking: SourceFile(path: "Domain/A.swift", text: "let a = b[0]!.c"),
        keeping: SourceFile(
            path: "Domain/A.swift", text: "if !a, b != c { f(\"Stop!\") } // go!"))

    static let traps = Rule(
        name: "Nothing ends the process on purpose",
        breaches: {
            $0.lines(
                matching:
                    /\b(fatalError|preconditionFailure|precondition|assertionFailure|assert|abort)\s*\(|\bunowned\(unsafe\)/
            )
        },
        breaking: SourceFile(path: "Domain/A.swift", text: "guard a else { fatalError(\"no\") }"),
        keeping: SourceFile(path: "Domain/A.swift", text: "guard a else { throw Refusal.late } // not fatalError()"))

    static let clocks = Rule(
        name: "Clock and randomness come from Outside",
        breaches: { file in
            if file.path.hasPrefix(House.outside) { return [] }
            return file.lines(
                matching:
                    /\bDate\(\s*\)|\bDate\.now\b|\bUUID\(\s*\)|\bSystemRandomNumberGenerator\b|\.random\(|\.randomElement\(|\.shuffled\(\s*\)|\.shuffle\(\s*\)|\barc4random|:\s*Date\s*=\s*\.now\b/
            )
        },
        breaking: SourceFile(path: "Services/Booking/A.swift", text: "let now = Date()"),
        keeping: SourceFile(path: "Services/Outside.swift", text: "let now = Date()"))

    static let tags = Rule(
        name: "No tags in literals outside HTML",
        breaches: { file in
            if file.layer == "HTML" { return [] }
            return SourceText(file.text).literals
                .filter { $0.text.firstMatch(of: htmlTag) != nil }
                .map { "\(file.path):\($0.line): \($0.text.prefix(60))" }
        },
        breaking: SourceFile(
            path: "Web/Booking/A.swift", text: "let a = \"\"\"\n  <li class=\"x\">\\(b)</li>\n  \"\"\""),
        keeping: SourceFile(
            path: "Web/Booking/A.swift", text: "let a = \"<p.booker@example.org>, a<b, <SLUG>\" // <li>"))

    static let length = Rule(
        name: "No file is longer than \(House.longestFile) lines",
        breaches: { file in
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            return count > House.longestFile ? ["\(file.path): \(count) lines; split it"] : []
        },
        breaking: SourceFile(path: "CSV/A.swift", text: String(repeating: "// a\n", count: House.longestFile + 1)),
        keeping: SourceFile(path: "CSV/A.swift", text: String(repeating: "// a\n", count: House.longestFile)))

    static let folders = Rule(
        name: "Folders of a layer are features, by the same word everywhere",
        breaches: { file in
            guard House.layersByFeature.contains(file.layer), let folder = file.folder else { return [] }
            let known = House.features.contains(folder) || House.sharedFolders.contains(folder)
            return known ? [] : ["\(file.path): \(folder) is no feature"]
        },
        breaking: SourceFile(path: "Web/Bookings/A.swift", text: ""),
        keeping: SourceFile(path: "Web/Booking/A.swift", text: ""))

    private nonisolated(unsafe) static let htmlTag =
        /<\/?(a|article|aside|body|button|caption|div|fieldset|footer|form|h[1-6]|head|header|html|img|input|label|legend|li|link|main|meta|nav|ol|option|p|script|section|select|span|style|svg|table|tbody|td|textarea|th|thead|title|tr|ul)(\s[^<>]*)?\/?>/
}
