import ArgumentParser
import Domain
import Exchange
import Foundation
import Services

struct CertificateCommand: ConsoleCommand {
    static let example = "certificate staff-night --out certificates"
    static let configuration = CommandConfiguration.verb(
        "certificate", "Write the certificates of a ceremony, one file for each, named by code and not by name.",
        "With --one-file they are one file. With --pdf they are PDF/UA, where WeasyPrint is installed. Opening them is recorded.",
        example: example)
    @Argument(help: .of("ceremony", "The ceremony."))
    var ceremony: String
    @Option(help: .of("directory", "Where the files go; it is made if it is missing."))
    var out: String
    @Flag(name: .customLong("one-file"), help: "All certificates in one file.")
    var isOneFile = false
    @Flag(help: "PDF files beside the pages.")
    var pdf = false

    func perform(in console: ConsoleSession) async throws -> ConsoleOutput {
        let slug = try await console.ceremony(ceremony)
        let printer = try pdf ? Self.printer(console) : nil
        let found = try await console.services.ceremonies.sealed(
            slug, .certificates, by: console.actor, in: console.work)
        let made = Certificates(found.ceremony, found.awards)
        let directory = URL(fileURLWithPath: out, isDirectory: true)
        try Self.write(
            made.certificates.isEmpty ? [] : Array(Certificates.stylesheet.utf8), "certificate.css", to: directory)
        var files: [(candidate: String, file: String)] = []
        if made.certificates.isEmpty {
            // There is nothing to print, and the message says why.
        } else if isOneFile {
            files = [("", "certificates.html")]
            try Self.write(made.document(made.certificates), "certificates.html", to: directory)
        } else {
            for certificate in made.certificates {
                files.append((certificate.code, "\(certificate.code).html"))
                try Self.write(made.document([certificate]), "\(certificate.code).html", to: directory)
            }
        }
        if let printer {
            for (number, file) in files.enumerated() {
                let page = directory.appendingPathComponent(file.file)
                let whole = made.certificates.count
                do {
                    files[number].file = try await printer.print(page) { [isOneFile] set in
                        // The last one is said when all of it is written.
                        if isOneFile { console.progress(min(set, whole - 1), whole, "certificates set") }
                    }.lastPathComponent
                } catch is PrintingRefusal {
                    throw ConsoleProblem("WeasyPrint could not print \(page.lastPathComponent).")
                }
                if !isOneFile { console.progress(number + 1, files.count, "printed") }
            }
            if isOneFile { console.progress(made.certificates.count, made.certificates.count, "certificates set") }
        }
        return ConsoleOutput(
            .table(
                ConsoleTable(["candidate", "file"], files.map { [Cell(filled: $0.candidate), .text($0.file)] })),
            messages: made.unnamed == 0
                ? [] : ["\(made.unnamed) left out: they have not agreed to a name on a certificate."])
    }

    static func printer(_ console: ConsoleSession) throws -> PDFPrinter {
        guard PDFPrinter.isInstalled(path: console.printerPath) else {
            throw ConsoleProblem(
                "WeasyPrint is not installed, so there is no PDF. Leave out --pdf and print the pages from a browser, or install weasyprint. Nothing was written."
            )
        }
        return try PDFPrinter(path: console.printerPath)
    }

    static func write(_ bytes: [UInt8], _ name: String, to directory: URL) throws {
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try Data(bytes).write(to: directory.appendingPathComponent(name), options: .atomic)
        } catch {
            throw ConsoleProblem("\(directory.path)/\(name) cannot be written. What was written before it stays there.")
        }
    }
}
