import Domain
import Exchange
import Foundation
import HTML

/// How long what is known of young people is kept, and who has their own record.
struct RetentionPage: Component {
    var schemes: [SchemeRetention]
    var records: [YoungRecord]

    var body: Markup {
        H1("Their own record, and what is kept")
        P(
            "Young people get their citation and certificate to keep. Thirty days after that, or when the time to keep it is over, what is known of them is deleted for good. Pseudonyms, counts and the frozen result stay.",
            .class("lead"))
        H2("Schemes")
        if schemes.isEmpty {
            P("No scheme has young people in it.")
        } else {
            DataTable(
                id: "schemes", caption: "Schemes", isCaptionHidden: true, rows: schemes,
                columns: [
                    TableColumn("Scheme", .rowHeader) { A($0.title, href: SiteURL.retentionScheme($0.scheme).address) },
                    TableColumn("Kept for") { AdminWords.counted($0.months, "month", "months") },
                    TableColumn("Until") { London.local($0.keptUntil).day.long },
                    TableColumn("Young people", .number) { String($0.young) },
                    TableColumn("Due to be deleted", .number) { String($0.due) },
                ])
        }
        H2("Records")
        if records.isEmpty {
            P("There is no young candidate whom you look after.")
        } else {
            DataTable(
                id: "records", caption: "Records", isCaptionHidden: true, rows: records,
                columns: [
                    TableColumn("Candidate", .rowHeader) { record in
                        A(record.pseudonym, href: RetentionWords.address(record.path))
                    },
                    TableColumn("Award") { "\($0.award), \($0.scheme)" },
                    TableColumn("Handed over") { RetentionWords.standing($0) },
                    TableColumn("Deleted") { RetentionWords.deletion($0) },
                ])
        }
    }
}

/// One young person's own record, to print, and what became of it.
struct YoungRecordPage: Component {
    var record: YoungRecord
    /// Nil while there is nothing to hand over, or no more.
    var sheet: YoungRecordSheet?
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    private var to: WebAddress { RetentionWords.address(record.path) }

    var body: Markup {
        Div(.class("on-screen")) {
            ErrorSummary(errors)
            P("\(record.award), \(record.scheme)", .class("hint"))
            H1("The own record of \(record.pseudonym)")
            P(RetentionWords.standing(record) + ".")
            P(RetentionWords.deletion(record) + ".")
            if record.deletedAt == nil {
                if sheet == nil { P(RetentionRefusal.notToldYet.message) } else { forms }
            }
        }
        if let sheet { Certificates.section(sheet) }
    }

    @MarkupBuilder private var forms: Markup {
        P("Print this page, check the name, and give it to them. Opening it is recorded.")
        if record.handOver == nil {
            PostForm(to: to, guard: formGuard()) {
                Input(.hidden, name: "do", .value("handed_over"))
                SelectField(
                    name: "to", label: "Who took it", error: errors.message(for: "to"),
                    choices: [Choice(value: "", label: "Choose who")]
                        + Consent.Capacity.allCases.map {
                            Choice(
                                value: $0.rawValue, label: ProtectionWords.capacity($0),
                                isChosen: typed["to"] == $0.rawValue)
                        })
                ActionButton("It is handed over")
            }
            ActionRow {
                PostForm(to: to, guard: formGuard(), isInline: true) {
                    ActionButton("They do not want it", .secondary, sends: ("do", "refused"))
                }
            }
        } else {
            ActionRow {
                PostForm(to: to, guard: formGuard(), isInline: true) {
                    ActionButton("Take this back", .secondary, sends: ("do", "back"))
                }
            }
        }
    }
}

/// What is kept of one scheme's young people, what would be deleted now, and what was.
struct SchemeRetentionPage: Component {
    var scheme: SchemeRetention
    /// Nil where nothing is due.
    var preview: DeletionCertificate?
    var certificates: [DeletionCertificate]
    var typed: FormFields
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        ErrorSummary(errors)
        H1("What is kept: \(scheme.title)")
        P(
            "Kept for \(AdminWords.counted(scheme.months, "month", "months")) after the embargo, until \(London.local(scheme.keptUntil).day.long), and no longer than thirty days after a young person has their own record.",
            .class("lead"))
        PostForm(to: SiteURL.retentionScheme(scheme.scheme).address, guard: formGuard()) {
            TextField(
                name: "months", label: "Months",
                hint:
                    "From 1 to 120, counted from the end of the embargo. It acts fourteen days after it is changed, at the earliest.",
                value: typed["months"] ?? String(scheme.months), error: errors.message(for: "months"), width: .four,
                inputmode: .numeric, isProse: false)
            ActionButton("Save", .secondary, subject: "how long it is kept")
        }
        H2("What would be deleted now")
        if let preview {
            DeletionTable(certificate: preview)
            PostForm(to: SiteURL.retentionDeletion(scheme.scheme).address, guard: formGuard()) {
                P("It is deleted by itself within minutes. Deleting cannot be undone, by anybody.")
                TextField(
                    name: "scheme", label: "Type \(scheme.scheme) to delete it at once", value: typed["scheme"] ?? "",
                    error: errors.message(for: "scheme"), width: .half, isProse: false)
                ActionButton("Delete for good", .warning)
            }
        } else {
            P("Nothing is due.")
        }
        H2("Certificates of deletion")
        if certificates.isEmpty {
            P("Nothing was deleted yet.")
        } else {
            Ul {
                for certificate in certificates {
                    Li {
                        A(
                            AdminWords.moment(certificate.at),
                            href: SiteURL.deletionCertificate(certificate.id.uuidString.lowercased()).address)
                    }
                }
            }
        }
    }
}

/// A certificate of deletion, to print.
struct DeletionCertificatePage: Component {
    var certificate: DeletionCertificate

    var body: Markup {
        H1("Certificate of deletion")
        P(
            "\(AdminWords.moment(certificate.at)), \(certificate.scheme), by \(certificate.by ?? "the job of the house").",
            .class("lead"))
        P(
            "What is listed here was deleted for good. Each line has the number of its rows and the SHA-256 of their keys, sorted and joined by commas. Nobody is named. Copies in backups go with the backups.",
            .class("hint"))
        DeletionTable(certificate: certificate)
        P("Number of this certificate: \(certificate.id.uuidString.lowercased())", .class("hint"))
    }
}

struct DeletionTable: Component {
    var certificate: DeletionCertificate

    private struct Person {
        var pseudonym: String
        var rule: DeletionRule
    }

    var body: Markup {
        Markup {
            DataTable(
                id: "deleted", caption: "What", rows: certificate.items,
                columns: [
                    TableColumn("Kind", .rowHeader) { $0.words },
                    TableColumn("Number", .number) { String($0.number) },
                    TableColumn("SHA-256 of the keys") { item in Code(item.keysHash) },
                ])
            DataTable(
                id: "whose", caption: "Whose",
                rows: certificate.people.map { Person(pseudonym: $0.pseudonym, rule: $0.rule) },
                columns: [
                    TableColumn("Pseudonym", .rowHeader) { $0.pseudonym },
                    TableColumn("Why") { RetentionWords.rule($0.rule) },
                ])
        }
    }
}

enum RetentionWords {
    static func address(_ path: AwardPath) -> WebAddress {
        SiteURL.youngRecord(path.scheme, path.part, path.code ?? "").address
    }

    static func rule(_ rule: DeletionRule) -> String {
        switch rule {
        case .handedOver: "Thirty days after it was handed over"
        case .refused: "Thirty days after they did not want it"
        case .retention: "The time to keep it was over"
        }
    }

    static func standing(_ record: YoungRecord) -> String {
        let by = record.recordedAt.map {
            " on \(London.local($0).day.long), says \(record.recordedBy ?? "the operator")"
        }
        switch record.handOver {
        case .handedOver(let receiver):
            return "Handed over to \(ProtectionWords.capacity(receiver).lowercased())\(by ?? "")"
        case .refused: return "They did not want it\(by ?? "")"
        case nil: return record.isTold ? "Not handed over yet" : "Nothing to hand over yet"
        }
    }

    static func deletion(_ record: YoungRecord) -> String {
        if let at = record.deletedAt { return "Deleted on \(London.local(at).day.long)" }
        guard let due = record.dueAt else { return "Kept" }
        return "To be deleted on \(London.local(due).day.long)"
    }
}
