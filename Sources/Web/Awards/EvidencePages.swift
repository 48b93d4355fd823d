import Domain
import Foundation
import HTML

/// Files to open: pictures by small ones, documents by their words.
struct EvidenceList: Component {
    var files: [EvidenceFile]

    var body: Markup {
        Ul(.class("evidence")) { for file in files { Li { EvidenceLink(file: file) } } }
    }
}

/// One file, opened by a press on its picture or its words.
struct EvidenceLink: Component {
    var file: EvidenceFile

    private var address: WebAddress { SiteURL.evidence(file.id.uuidString.lowercased()).address }

    var body: Markup {
        A(href: address) {
            if let width = file.smallWidth, let height = file.smallHeight {
                Img(src: address.adding("size", "small"), alt: "", .width(width), .height(height))
            }
            "\(file.name)\(file.kind == .document ? " (PDF)" : ""): "
            Bdi(file.caption)
        }
    }
}

/// The files of one's own nomination, with what may still be done with them.
struct OwnEvidence: Component {
    var nomination: String
    var files: [EvidenceFile]
    var mayChange: Bool
    var caption: String
    var errors: [FieldError]
    var formGuard: () -> FormGuard

    var body: Markup {
        if mayChange || !files.isEmpty { H2("Pictures and documents", .id("files"), .tabindex(-1)) }
        if !files.isEmpty {
            Ul(.class("evidence")) {
                for file in files {
                    Li {
                        EvidenceLink(file: file)
                        if mayChange { removal(file) }
                    }
                }
            }
        }
        if mayChange {
            if files.count < EvidenceFile.most {
                form
            } else {
                P("These are as many as a nomination has. To add another, remove one first.", .class("hint"))
            }
        }
    }

    private func removal(_ file: EvidenceFile) -> Markup {
        PostForm(
            to: SiteURL.nominationFileRemoval(nomination, file.id.uuidString.lowercased()).address, guard: formGuard()
        ) {
            ActionButton("Remove", .secondary, subject: file.name)
        }.markup
    }

    private var form: Markup {
        let formGuard = formGuard()
        return Markup {
            P(
                "If it helps, add up to \(EvidenceFile.most) pictures or PDFs. Your words alone are enough. The centre looks at each file before a judge may see it."
            )
            Form(.post, to: SiteURL.nominationFiles(nomination).address, .novalidate(), .multipart) {
                Input(.hidden, name: FormGuard.tokenName, .value(formGuard.token))
                if let key = formGuard.key { Input(.hidden, name: FormGuard.keyName, .value(key)) }
                TextField(
                    name: "caption", label: "What it shows",
                    hint: "In a few words, also for those who cannot see it. No names of young people.", value: caption,
                    error: errors.message(for: "caption"))
                FileField(
                    name: "file", label: "Picture or PDF",
                    hint:
                        "JPEG, PNG, WebP, HEIC or PDF, at most 5 MB. We keep a picture without where and when it was taken, and no file's name; a PDF is kept as it is.",
                    error: errors.message(for: "file"),
                    accept: "image/jpeg,image/png,image/webp,image/heic,.heic,application/pdf")
                ActionButton("Add the file", .secondary)
            }
        }
    }
}

/// The files of nominations as those see them who pass them for the panel.
struct ScreenedEvidenceList: Component {
    var scheme: String
    var files: [ScreenedEvidence]
    var formGuard: () -> FormGuard

    var body: Markup {
        if !files.isEmpty {
            Div(.id("evidence"), .tabindex(-1)) {
                H2(EvidenceWords.counted(files.map(\.file)))
                Ul(.class("evidence")) { for file in files { Li { one(file) } } }
                if files.contains(where: { !$0.isAgreed }) {
                    WarningText(
                        "Nobody has agreed yet that the panel sees \(files.contains { !$0.isAgreed && $0.file.kind == .picture } ? "a picture" : "words") of this young person, so no judge does."
                    )
                }
            }
        }
    }

    @MarkupBuilder private func one(_ screened: ScreenedEvidence) -> Markup {
        EvidenceLink(file: screened.file)
        P { EvidenceWords.tag(screened) }
        PostForm(
            to: SiteURL.awards(
                .evidence(scheme, screened.nomination.uuidString.lowercased(), screened.file.id.uuidString.lowercased())
            ).address, guard: formGuard()
        ) {
            ActionRow {
                if screened.mayPass {
                    ActionButton(
                        "Pass it for the panel", .secondary, subject: screened.file.name, sends: ("do", "pass"))
                }
                if screened.standing != .held {
                    ActionButton("Hold it back", .secondary, subject: screened.file.name, sends: ("do", "hold"))
                }
            }
        }
    }
}

enum EvidenceWords {
    /// `2 pictures and 1 document`.
    static func counted(_ files: [EvidenceFile]) -> String {
        let pictures = files.count { $0.kind == .picture }
        let documents = files.count - pictures
        let parts = [
            pictures == 0 ? nil : AdminWords.counted(pictures, "picture", "pictures"),
            documents == 0 ? nil : AdminWords.counted(documents, "document", "documents"),
        ]
        return parts.compactMap(\.self).joined(separator: " and ")
    }

    static func tag(_ screened: ScreenedEvidence) -> StateTag {
        let first = screened.passedBy ?? ""
        return switch screened.standing {
        case .held: StateTag(.waiting, "The panel does not see it")
        case .waitsForSecond: StateTag(.waiting, "Passed by \(first). A second person has to pass it too")
        case .passed:
            StateTag(
                .good,
                "Passed for the panel by \([first, screened.checkedBy ?? ""].filter { !$0.isEmpty }.joined(separator: " and "))"
            )
        }
    }
}
