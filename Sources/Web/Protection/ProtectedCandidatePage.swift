import Domain
import Foundation
import HTML

/// One candidate's protection: the two texts with what they may tell, what judges are told before reading, consents, and the name.
struct ProtectedCandidatePage: Component {
    struct Model {
        var candidate: ProtectedCandidate
        var texts: [CandidateText]
        var consents: [Consent]
        var evidence: [ScreenedEvidence]
        /// Words of the nominators that are, or come close to, the young person's own name.
        var namingWords: [String]
        /// How they are named on the night, and how that is said.
        var called: (name: String?, pronunciation: String?)
        /// What was typed, where a form was refused.
        var typed = FormFields()
        var refused: String?
        var errors: [FieldError] = []
        var formGuard: () -> FormGuard

        func text(_ kind: CandidateText.Kind) -> CandidateText? { texts.first { $0.kind == kind } }
        func typed(_ name: String, in form: String, else kept: String) -> String {
            refused == form ? typed[name] ?? "" : kept
        }
    }

    var model: Model

    private var candidate: ProtectedCandidate { model.candidate }
    private func to(_ act: SiteURL.ProtectionAct) -> WebAddress {
        SiteURL.protectionAct(candidate.path.scheme, candidate.path.part, candidate.path.code ?? "", act).address
    }

    var body: Markup {
        ErrorSummary(model.errors)
        P(candidate.categoryTitle, .class("hint"))
        H1 { Bdi(candidate.name) }
        WorryPart(address: to(.worry), formGuard: model.formGuard())
        panelText
        ScreenedEvidenceList(scheme: candidate.path.scheme, files: model.evidence, formGuard: model.formGuard)
        approvedText
        called
        if candidate.isYoung { consents }
        notes
        if candidate.isYoung { name }
    }

    @MarkupBuilder private var panelText: Markup {
        let text = model.text(.panel)
        H2("What the panel reads")
        Disclosure("What the nominators wrote", isOpen: text == nil) {
            for statement in candidate.statements { Div(.class("citation")) { Paragraphs(statement) } }
        }
        if let text {
            if let checker = text.checkedBy {
                P { StateTag(.good, "Checked by \(checker)") }
            } else {
                P { StateTag(.waiting, "Written by \(text.writtenBy), not checked yet: judges do not see it") }
            }
            if candidate.isYoung, !Consent.allow(.panel, .words, in: model.consents) {
                WarningText("No judge reads it: nobody has agreed yet that the panel reads about them.")
                P { A("Record who agreed", href: "#answer") }
            }
        }
        flags(text?.text ?? candidate.statements.joined(separator: "\n"))
        if let text, text.checkedBy == nil, !text.isOwn {
            Div(.class("citation")) { Paragraphs(text.text) }
            checkForm(text)
            Disclosure("Change it", isOpen: model.refused == "panel") { panelForm(text) }
        } else {
            panelForm(text)
            if text?.checkedBy == nil, text != nil { P("A second person checks it, as you wrote it.", .class("hint")) }
        }
    }

    private func checkForm(_ text: CandidateText) -> Markup {
        PostForm(to: to(.check), guard: model.formGuard()) {
            Input(.hidden, name: "kind", .value(text.kind.rawValue))
            Input(.hidden, name: "read", .value(text.fingerprint))
            ActionButton("I have checked it", subject: text.kind == .approved ? "their own text" : nil)
        }.markup
    }

    private func panelForm(_ text: CandidateText?) -> Markup {
        PostForm(to: to(.text), guard: model.formGuard()) {
            Input(.hidden, name: "kind", .value("panel"))
            TextAreaField(
                name: "panel", label: "Text for the panel",
                hint: "Say what they did. Leave out anything that tells who they are.",
                value: model.typed(
                    "panel", in: "panel", else: text?.text ?? candidate.statements.joined(separator: "\n\n")),
                error: model.errors.message(for: "panel"), rows: 10)
            ActionButton("Save the text", .secondary)
        }.markup
    }

    @MarkupBuilder private func flags(_ text: String) -> Markup {
        let flags = TextFlag.found(in: text)
        let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
        let own = model.namingWords.filter(words.contains)
        if !flags.isEmpty || !own.isEmpty {
            WarningText("Look at these: they may tell who the young person is.")
            Ul {
                for word in own {
                    Li {
                        "“"; Bdi(word); "” may be their own name"
                    }
                }
                for flag in flags {
                    Li {
                        "“"; Bdi(flag.found); "” may be \(flag.kind.words)"
                    }
                }
            }
        }
    }

    @MarkupBuilder private var approvedText: Markup {
        let text = model.text(.approved)
        H2(candidate.isYoung ? "What they approved" : "What is read on the night")
        P(
            candidate.isYoung
                ? "This text alone is ever read out, printed or shown, where they agreed to it."
                : "If they are honoured, this is read out, shown and printed on the certificate. The nominators’ words never are."
        )
        if let text, candidate.isYoung {
            if let checker = text.checkedBy {
                P { StateTag(.good, "Checked by \(checker)") }
            } else if !text.isUnasked {
                P { StateTag(.waiting, "Written by \(text.writtenBy), not checked yet: it is not used") }
            }
        }
        if let text { flags(text.text) }
        if let text, candidate.isYoung, !text.counts, !text.isOwn {
            Div(.class("citation")) { Paragraphs(text.text) }
            checkForm(text)
            Disclosure("Change it", isOpen: model.refused == "approved") { approvedForm(text) }
        } else {
            approvedForm(text)
            if let text, candidate.isYoung, !text.counts {
                P("A second person checks it, as you wrote it.", .class("hint"))
            }
        }
    }

    private func approvedForm(_ text: CandidateText?) -> Markup {
        PostForm(to: to(.text), guard: model.formGuard()) {
            Input(.hidden, name: "kind", .value("approved"))
            TextAreaField(
                name: "approved", label: candidate.isYoung ? "The text that they approved" : "What is read of them",
                value: model.typed("approved", in: "approved", else: text?.text ?? ""),
                error: model.errors.message(for: "approved"), rows: 4)
            if candidate.isYoung {
                TextField(
                    name: "approval", label: "How and when they approved it",
                    hint: "For example: read to them on 12 January, said yes.",
                    value: model.typed("approval", in: "approved", else: text?.approval ?? ""),
                    error: model.errors.message(for: "approval"))
            } else {
                Input(.hidden, name: "approval", .value("Written for the ceremony"))
            }
            ActionButton(candidate.isYoung ? "Save their text" : "Save the text read", .secondary)
        }.markup
    }

    @MarkupBuilder private var called: Markup {
        H2("How they are named on the night")
        PostForm(to: to(.called), guard: model.formGuard()) {
            if candidate.isYoung {
                TextField(
                    name: "called", label: "The name that they chose",
                    hint:
                        "Used where they agreed to a name, and nowhere else. Not the legal name, unless they want that.",
                    value: model.typed("called", in: "called", else: model.called.name ?? ""),
                    error: model.errors.message(for: "called"), width: .half)
            }
            TextField(
                name: "said", label: "How the name is said (optional)", hint: "For the presenter, such as SHIV-awn",
                value: model.typed("said", in: "called", else: model.called.pronunciation ?? ""),
                error: model.errors.message(for: "said"), width: .half)
            ActionButton("Save the name", .secondary)
        }
    }

    @MarkupBuilder private var consents: Markup {
        H2("What may be shown")
        P(
            "Nothing is, unless somebody agreed to it here. Any no that holds wins, and the young person’s own no always does."
        )
        DataTable(
            id: "matrix", caption: "What may be shown now", rows: Consent.Use.allCases,
            columns: [TableColumn("Use", .rowHeader) { ProtectionWords.use($0) }]
                + Consent.Channel.allCases.map { channel in
                    TableColumn(ProtectionWords.channel(channel)) { use in
                        Consent.allow(use, channel, in: model.consents)
                            ? StateTag(.good, "Yes") : StateTag(.neutral, "No")
                    }
                })
        let both = Consent.Use.allCases.filter {
            Consent.allow($0, .name, in: model.consents) && Consent.allow($0, .picture, in: model.consents)
        }
        if !both.isEmpty {
            WarningText(
                "A name together with a picture tells who they are: \(both.map(ProtectionWords.use).joined(separator: ", ")). Ask them to choose one."
            )
        }
        if !model.consents.isEmpty {
            DataTable(
                id: "answers", caption: "Every answer", rows: model.consents,
                columns: [
                    TableColumn("What", .rowHeader) {
                        "\(ProtectionWords.use($0.use)): \(ProtectionWords.channel($0.channel).lowercased())"
                    },
                    TableColumn("Who answered") { ProtectionWords.capacity($0.capacity) },
                    TableColumn("From") { AdminWords.moment($0.from) },
                    TableColumn("Until") { $0.until.map(AdminWords.moment) ?? "No end" },
                    TableColumn("Answer") { ProtectionWords.standing($0) },
                    TableColumn("Change") { consent in withdrawal(consent) },
                ])
        }
        consentForm
    }

    @MarkupBuilder private func withdrawal(_ consent: Consent) -> Markup {
        if consent.withdrawnAt == nil {
            PostForm(to: to(.withdrawal), guard: model.formGuard(), isInline: true) {
                Input(.hidden, name: "consent", .value(consent.id.uuidString.lowercased()))
                ActionButton("Withdraw", .secondary, subject: ProtectionWords.use(consent.use))
            }
        }
    }

    private var consentForm: Markup {
        func chosen(_ name: String, _ value: String) -> Bool {
            model.refused == "consent" && model.typed[name] == value
        }
        return PostForm(to: to(.consent), guard: model.formGuard()) {
            H3("Record an answer", .id("answer"))
            SelectField(
                name: "use", label: "Use",
                choices: Consent.Use.allCases.map {
                    Choice(value: $0.rawValue, label: ProtectionWords.use($0), isChosen: chosen("use", $0.rawValue))
                })
            SelectField(
                name: "channel", label: "Of what",
                choices: Consent.Channel.allCases.map {
                    Choice(
                        value: $0.rawValue, label: ProtectionWords.channel($0), isChosen: chosen("channel", $0.rawValue)
                    )
                })
            ChoiceGroup(
                kind: .radios, name: "agrees", legend: "The answer", error: model.errors.message(for: "agrees"),
                choices: [
                    Choice(value: "yes", label: "Yes", isChosen: chosen("agrees", "yes")),
                    Choice(value: "no", label: "No", isChosen: chosen("agrees", "no")),
                ])
            SelectField(
                name: "capacity", label: "Who answered",
                choices: Consent.Capacity.allCases.map {
                    Choice(
                        value: $0.rawValue, label: ProtectionWords.capacity($0),
                        isChosen: chosen("capacity", $0.rawValue))
                })
            TextField(
                name: "giver", label: "Their name",
                hint: "Kept with the legal names, and shown only to those who read these.",
                value: model.typed("giver", in: "consent", else: ""), error: model.errors.message(for: "giver"),
                isProse: false)
            TextField.date(
                name: "until", label: "Last day on which it holds (optional)",
                value: model.typed("until", in: "consent", else: ""), error: model.errors.message(for: "until"))
            ActionButton("Record the answer", .secondary)
        }.markup
    }

    @MarkupBuilder private var notes: Markup {
        H2("Before somebody reads about them")
        PostForm(to: to(.note), guard: model.formGuard()) {
            TextField(
                name: "note", label: "What a judge should know before reading (optional)",
                hint: "For example: tells of a bereavement.",
                value: model.typed("note", in: "note", else: candidate.contentNote ?? ""),
                error: model.errors.message(for: "note"))
            CheckboxField(
                name: "distressing", label: "Young judges are not asked to read this", isChosen: candidate.isDistressing
            )
            ActionButton("Save", .secondary)
        }
    }

    @MarkupBuilder private var name: Markup {
        H2("Their legal name")
        if candidate.mayReadName {
            PostForm(to: to(.name), guard: model.formGuard()) {
                TextField(
                    name: "reason", label: "Why you need to know it",
                    hint: "Kept in the record together with your name.",
                    value: model.typed("reason", in: "name", else: ""), error: model.errors.message(for: "reason"))
                ActionButton("Show the name", .secondary)
            }
        } else {
            P {
                "You do not read legal names. If you have to know this one, "
                A(
                    "ask for it",
                    href: SiteURL.protection.address.adding("candidate", candidate.path.text))
                "."
            }
        }
    }
}
