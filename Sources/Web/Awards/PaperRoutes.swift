import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// Ballots on paper: blank ones to print, and typing in what came back.
struct PaperRoutes {
    let desk: AwardsDesk

    func add(to screening: RouterGroup<SignedInContext>) {
        screening.get(SiteURL.awards(.papers("{scheme}")).route) { request, context in
            let query = try request.query()
            let papers = try await papers(context, query)
            return Response.page(
                try await page(papers, BallotFields(), context, [], done: query))
        }
        screening.post(SiteURL.awards(.papers("{scheme}")).route) { request, context in
            try await type(request, context)
        }
        screening.get(SiteURL.awards(.blankPapers("{scheme}")).route) { request, context in
            let papers = try await papers(context, try request.query())
            guard let judge = papers.own.first?.judge else { throw AccessRefusal.notFound("ballot") }
            let page = BlankPapersPage(
                scheme: papers.scheme, judge: judge, papers: papers.own.filter { !$0.isIn },
                criteria: Dictionary(
                    grouping: try await desk.awards.allCriteria(of: papers.scheme.slug, by: context.actor),
                    by: \.category))
            let back = BackLink(text: "Paper ballots", address: SiteURL.awards(.papers(papers.scheme.slug)).address)
            return Response.page(PageLayout(desk.frame("Ballots of \(judge)", context, back: back)) { page })
        }
    }

    /// What may come on paper: of everybody, of the judge asked for, and the one ballot asked for.
    private struct Papers {
        var scheme: Scheme
        var all: [PaperDue]
        var own: [PaperDue]
        var one: PaperDue?
    }

    private func papers(_ context: SignedInContext, _ asked: FormFields) async throws -> Papers {
        let scheme = try await desk.scheme(context)
        let all = try await desk.awards.papersDue(of: scheme.slug, by: context.actor)
        let judge = asked["judge"].flatMap(UUID.init(uuidString:))
        let own = all.filter { $0.judgeID == judge }
        let candidate = asked["candidate"]
        return Papers(
            scheme: scheme, all: all, own: own, one: own.first { "\($0.category)/\($0.code)" == candidate })
    }

    private func marks(_ papers: Papers, _ context: SignedInContext) async throws -> [DeskMark] {
        guard let one = papers.one else { return [] }
        return try await desk.awards.criteria(
            of: AwardPath(scheme: papers.scheme.slug, part: one.category), by: context.actor
        ).map { DeskMark(criterion: $0, mark: nil, others: []) }
    }

    private func page(
        _ papers: Papers, _ fields: BallotFields, _ context: SignedInContext, _ errors: [FieldError],
        done: FormFields? = nil
    ) async throws -> PageLayout {
        let page = PapersPage(
            scheme: papers.scheme, all: papers.all, own: papers.own, one: papers.one,
            criteria: try await marks(papers, context).map(\.criterion), fields: fields, errors: errors,
            formGuard: desk.site.formGuard(context.web, keyed: true))
        let back =
            papers.own.isEmpty
            ? BackLink(text: "Judging", address: SiteURL.awards(.round(papers.scheme.slug)).address)
            : BackLink(text: "Paper ballots", address: SiteURL.awards(.papers(papers.scheme.slug)).address)
        return PageLayout(desk.frame("Paper ballots", context, back: back, errors: errors, done: done)) { page }
    }

    private func type(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let form = try await desk.site.form(request, context.web)
        let papers = try await papers(context, form)
        guard let one = papers.one else { throw AccessRefusal.notFound("ballot") }
        let all = try await marks(papers, context)
        let fields = BallotFields(form, all)
        let criteria = all.map(\.criterion)
        let (marks, wrong) = fields.read(criteria)
        let errors = wrong + fields.blanks(criteria)
        guard errors.isEmpty else {
            return Response.page(try await page(papers, fields, context, errors), status: .unprocessableContent)
        }
        let path = AwardPath(scheme: papers.scheme.slug, part: one.category, code: one.code)
        let sent = marks.map { "\($0.criterion)=\($0.mark)" }.joined(separator: " ")
        return try await desk.take(
            form, "paper \(path.text) \(one.judgeID) \(sent)", context,
            to: { PapersPage.address($0, one.judgeID).adding("done", AwardsNotice.typedIn.rawValue) },
            field: { _ in "papers" }, again: { try await page(papers, fields, context, $0) },
            { work in
                _ = try await desk.awards.typeBallot(
                    path, judge: one.email, marks: marks, by: context.actor, in: work)
                return papers.scheme.slug
            })
    }
}

/// Whose ballots may come on paper; of one judge, about whom; and the marks of one.
struct PapersPage: Component {
    var scheme: Scheme
    var all: [PaperDue]
    var own: [PaperDue]
    var one: PaperDue?
    var criteria: [AwardCriterion]
    var fields: BallotFields
    var errors: [FieldError]
    var formGuard: FormGuard

    static func address(_ scheme: String, _ judge: UUID) -> WebAddress {
        SiteURL.awards(.papers(scheme)).address.adding("judge", judge.uuidString.lowercased())
    }

    var body: Markup {
        ErrorSummary(errors)
        if let one {
            typing(one)
        } else if let judge = own.first {
            theirs(judge)
        } else {
            everybody
        }
    }

    @MarkupBuilder private var everybody: Markup {
        H1("Paper ballots")
        if all.isEmpty {
            EmptyState("No ballot can be typed in now") {
                P("While a round is open, those stand here that their judges have not handed in themselves.")
            }
        } else {
            P("Choose whose ballot it is.", .class("lead"))
            DataTable(
                id: "papers", caption: "Judges with ballots that are not in, or came on paper", isCaptionHidden: true,
                rows: judges,
                columns: [
                    TableColumn("Judge", .rowHeader) { own in
                        if let judge = own.first {
                            A(href: Self.address(scheme.slug, judge.judgeID)) { Bdi(judge.judge) }
                        }
                    },
                    TableColumn("Not in", .number) { own in own.count { !$0.isIn } },
                ])
            P {
                "Many at once come quicker "
                A("as a file", href: SiteURL.staffImports.address)
                "."
            }
        }
    }

    private var judges: [[PaperDue]] {
        var judges: [[PaperDue]] = []
        for paper in all {
            if judges.last?.first?.judgeID == paper.judgeID {
                judges[judges.count - 1].append(paper)
            } else {
                judges.append([paper])
            }
        }
        return judges
    }

    @MarkupBuilder private func theirs(_ judge: PaperDue) -> Markup {
        H1 {
            "Paper ballots of "
            Bdi(judge.judge)
        }
        DataTable(
            id: "papers", caption: "About whom", isCaptionHidden: true, rows: own,
            columns: [
                TableColumn("Candidate", .rowHeader) { paper in
                    A(
                        href: Self.address(scheme.slug, paper.judgeID)
                            .adding("candidate", "\(paper.category)/\(paper.code)")
                    ) { Bdi(paper.nominee) }
                    Span(paper.code, .class("grid__note"), .translate(false))
                },
                TableColumn("Award") { $0.categoryTitle },
                TableColumn("Ballot") { paper in
                    paper.isIn ? StateTag(.good, "Typed in") : StateTag(.neutral, "Not in")
                },
            ])
        if own.contains(where: { !$0.isIn }) {
            ActionRow {
                ActionLink(
                    "Blank ballots to print",
                    to: SiteURL.awards(.blankPapers(scheme.slug)).address
                        .adding("judge", judge.judgeID.uuidString.lowercased()), .secondary)
            }
        }
    }

    @MarkupBuilder private func typing(_ paper: PaperDue) -> Markup {
        H1("Type in a paper ballot")
        SummaryList(rows: [
            .init("Judge", paper.judge), .init("Candidate", "\(paper.nominee) (\(paper.code))"),
            .init("Award", paper.categoryTitle),
        ])
        if paper.isIn {
            InsetText { P("One was typed in already. This one takes its place, and the judge is told again.") }
        }
        PostForm(to: SiteURL.awards(.papers(scheme.slug)).address, guard: formGuard) {
            Input(.hidden, name: "judge", .value(paper.judgeID.uuidString.lowercased()))
            Input(.hidden, name: "candidate", .value("\(paper.category)/\(paper.code)"))
            for criterion in criteria {
                MarkField(
                    criterion: criterion, share: MarkField.share(of: criterion, among: criteria),
                    typed: fields.marks[criterion.id.rawValue] ?? "",
                    error: errors.message(for: BallotFields.field(of: criterion)))
            }
            P("It is kept that you typed it in. The judge is told by mail and on their desk.", .class("hint"))
            Div(.id("papers")) { ActionButton("Type it in") }
        }
    }
}

/// Ballots to fill in by hand: one for each candidate, with the scale of every criterion.
struct BlankPapersPage: Component {
    var scheme: Scheme
    var judge: String
    var papers: [PaperDue]
    var criteria: [String: [AwardCriterion]]

    var body: Markup {
        H1 {
            "Ballots of "
            Bdi(judge)
        }
        P(
            "\(scheme.title). Write one whole number for each line. Keep this paper to yourself, and give it to the centre in a closed envelope.",
            .class("lead"))
        for paper in papers {
            Section(.class("panel")) {
                H2(.class("panel__heading")) {
                    Bdi(paper.isBlind ? "Candidate \(paper.code)" : "\(paper.nominee) (\(paper.code))")
                }
                P(paper.categoryTitle)
                DataTable(
                    id: "paper-\(paper.category)-\(paper.code)", caption: "Marks for candidate \(paper.code)",
                    isCaptionHidden: true,
                    rows: criteria[paper.category] ?? [],
                    columns: [
                        TableColumn("Criterion", .rowHeader) { $0.name },
                        TableColumn("Scale") { criterion in
                            "From \(criterion.lowest) to \(criterion.highest). \(criterion.scale)"
                        },
                        TableColumn("Your mark") { _ in "______" },
                    ])
                P("☐ I know this person, and give no marks.")
            }
        }
        P("Date: ______________  Signature: ______________________________")
    }
}
