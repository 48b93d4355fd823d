import Domain
import HTML

/// A judge's own queue: how far they are, where they go on, and every candidate in their own order.
struct DeskPage: Component {
    var entries: [DeskEntry]
    /// The adult beside a young judge.
    var supporter: String?
    /// Whether a seat of theirs waits for an answer.
    var isAsked = false
    /// Whom the judge has just stepped back from.
    var left: AwardPath?
    var formGuard: FormGuard

    var body: Markup {
        H1("Judging")
        if let left {
            PostForm(
                to: SiteURL.judgeConflict(left.scheme, left.part, left.code ?? "").address, guard: formGuard
            ) {
                P("Pressed by mistake? You can take it back until you hand in your next ballot for this award.")
                ActionButton("Take it back", .secondary, sends: ("do", "undo"))
            }
        }
        if isAsked {
            InsetText { P { A("You are asked to judge more: read the terms", href: SiteURL.judgingTerms.address) } }
        }
        P { A("Your panels and their meetings", href: SiteURL.awards(.home).address) }
        if let supporter {
            P { ActionLink("Stop and talk to \(supporter)", to: SiteURL.judgingStop.address, .secondary) }
        }
        if entries.isEmpty {
            EmptyState("There is nothing for you to judge now") {
                P("When a round opens you find your candidates here, in your own order.")
            }
        } else {
            if openSchemes < 2 { progress(of: entries) }
            if entries.contains(where: \.standing.isDone) {
                P { A("Your certificate of thanks", href: SiteURL.judgingThanks.address) }
            }
            for (scheme, own) in schemes {
                H2(own.first?.schemeTitle ?? scheme)
                if openSchemes > 1 { progress(of: own) }
                if own.first?.isOpen == false {
                    P(
                        own.first?.isFrozen == true
                            ? "The result is frozen. You can read your ballots again."
                            : "The round is closed. You can read your ballots again.", .class("hint"))
                }
                table(scheme, own)
            }
        }
    }

    private var openSchemes: Int { Set(entries.filter(\.isOpen).map(\.path.scheme)).count }

    /// What cannot be read yet is not counted as left.
    private func progress(of entries: [DeskEntry]) -> Markup {
        let open = entries.filter { $0.isLeft || ($0.isOpen && $0.standing.isDone) }
        let done = open.count { $0.standing.isDone }
        let waiting = entries.count(where: \.isOpen) - open.count
        return Markup {
            if waiting > 0 {
                P(
                    "Of \(waiting) there is nothing to read yet. Look again later.",
                    .class("hint"))
            }
            if !open.isEmpty {
                P(DeskWords.progress(done, of: open.count), .class("lead"))
                Progress(done, of: open.count, label: "Ballots done")
            }
            if let next = DeskEntry.next(of: entries) {
                P {
                    ActionLink(
                        done == 0 && next.standing == .unseen ? "Start with \(next.name)" : "Go on with \(next.name)",
                        to: next.path.judgeAddress)
                }
            }
        }
    }

    /// The schemes in the order of the queue.
    private var schemes: [(String, [DeskEntry])] {
        var slugs: [String] = []
        for entry in entries where !slugs.contains(entry.path.scheme) { slugs.append(entry.path.scheme) }
        return slugs.map { slug in (slug, entries.filter { $0.path.scheme == slug }) }
    }

    private func table(_ scheme: String, _ own: [DeskEntry]) -> Markup {
        DataTable(
            id: "queue-\(scheme)", caption: "Your candidates in your own order", isCaptionHidden: true,
            rows: Array(own.enumerated()),
            columns: [
                TableColumn("Place", .number) { String($0.offset + 1) },
                TableColumn("Candidate", .rowHeader) { row in
                    A(href: row.element.path.judgeAddress) { Bdi(row.element.name) }
                },
                TableColumn("Award") { row in
                    row.element.categoryTitle + (row.element.band.map { ", \($0)" } ?? "")
                },
                TableColumn("Your ballot") { DeskWords.tag($0.element) },
            ]
        ).markup
    }
}

/// What the desk says.
enum DeskWords {
    static func progress(_ done: Int, of total: Int) -> String {
        total == done
            ? "All \(total) done. You can change them until the round closes."
            : "\(done) of \(total) done, \(total - done) left"
    }

    static func tag(_ entry: DeskEntry) -> StateTag {
        if entry.isOpen, !entry.isReadable, !entry.standing.isDone {
            return StateTag(.neutral, "Nothing to read yet")
        }
        return switch entry.standing {
        case .unseen: StateTag(.neutral, "Not seen yet")
        case .draft: StateTag(.waiting, "Draft")
        case .submitted: StateTag(.good, "Handed in")
        case .abstained: StateTag(.information, "Abstained")
        }
    }
}

extension AwardPath {
    var judgeAddress: WebAddress { SiteURL.judge(scheme, part, code ?? "").address }
}
