import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services

/// The panel's meeting about an award: what is on, for everybody on the panel; the shared screen, the motions and the minutes.
struct MeetingRoutes {
    let desk: AwardsDesk

    func add(to signedIn: RouterGroup<SignedInContext>) {
        signedIn.get(SiteURL.awards(.meeting("{scheme}", "{category}")).route) { request, context in
            let query = try request.query()
            return Response.page(try await page(context, FormFields(), [], done: query))
        }
        signedIn.get(SiteURL.awards(.meetingScreen("{scheme}", "{category}")).route) { _, context in
            try await screen(context)
        }
        signedIn.get(SiteURL.awards(.meetingLive("{scheme}", "{category}")).route) { _, context in
            try await MeetingFeed(desk: desk).answer(try path(context), context)
        }
        signedIn.get(SiteURL.awards(.minutes("{scheme}", "{category}")).route) { request, context in
            try await minutes(context, page: Int(try request.query()["page"] ?? "") ?? 1)
        }
        signedIn.post(SiteURL.awards(.meeting("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "open", field: "meeting", done: "meeting") { path, _, work in
                try await desk.awards.openMeeting(of: path, by: context.actor, in: work)
            }
        }
        signedIn.post(SiteURL.awards(.meetingScreen("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "show", field: "meeting", done: nil) { path, form, work in
                let code = form["code"].flatMap { $0.isEmpty ? nil : $0 }
                try await desk.awards.show(code, at: path, by: context.actor, in: work)
            }
        }
        signedIn.post(SiteURL.awards(.motions("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "move", field: "codes", done: "moved") { path, form, work in
                let codes = form.all("codes").flatMap { $0.split { !$0.isLetter && !$0.isNumber }.map(String.init) }
                try await desk.awards.move(
                    form["text"] ?? "", about: codes, at: path, by: context.actor, in: work)
            }
        }
        signedIn.post(SiteURL.awards(.votes("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "vote", field: "vote", done: "voted") { path, form, work in
                guard let motion = form["motion"].flatMap(UUID.init(uuidString:)) else {
                    throw AwardsRefusal.notAssigned
                }
                guard let choice = form["vote"], !choice.isEmpty else { throw AwardsRefusal.noVoteChosen }
                try await desk.awards.vote(
                    for: choice == "none" ? nil : choice, on: motion, at: path, by: context.actor, in: work)
            }
        }
        signedIn.post(SiteURL.awards(.voteCount("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "count", field: "missing", done: "counted") { path, form, work in
                guard let motion = form["motion"].flatMap(UUID.init(uuidString:)) else {
                    throw AwardsRefusal.notAssigned
                }
                try await desk.awards.countVotes(
                    on: motion, withMissing: form["missing"] == "yes", at: path, by: context.actor, in: work)
            }
        }
        signedIn.post(SiteURL.awards(.meetingClosing("{scheme}", "{category}")).route) { request, context in
            try await act(request, context, "close", field: "meeting", done: "met") { path, _, work in
                try await desk.awards.closeMeeting(of: path, by: context.actor, in: work)
            }
        }
    }

    private func path(_ context: SignedInContext) throws -> AwardPath {
        AwardPath(
            scheme: try context.part("scheme").lowercased(), part: try context.part("category").lowercased())
    }

    private func address(_ path: AwardPath) -> WebAddress {
        SiteURL.awards(.meeting(path.scheme, path.part)).address
    }

    /// Does what a form of the meeting's page asks for, once, and goes back to that page.
    private func act(
        _ request: Request, _ context: SignedInContext, _ what: String, field: String, done: String?,
        _ body: (AwardPath, FormFields, Work) async throws -> Void
    ) async throws -> Response {
        let path = try path(context)
        let form = try await desk.site.form(request, context.web)
        let sent = ["code", "text", "codes", "motion", "vote", "missing"].flatMap { form.all($0) + [""] }.joined(
            separator: " ")
        return try await desk.take(
            form, "meeting \(what) \(path.text) \(sent)", context,
            to: { _ in address(path).adding("done", done).adding("page", form["page"].flatMap { $0 == "1" ? nil : $0 })
            },
            field: { $0 is TextProblem ? "text" : field },
            again: { errors in try await page(context, form, errors) },
            { work in
                try await body(path, form, work)
                return path.text
            })
    }

    private func page(
        _ context: SignedInContext, _ typed: FormFields, _ errors: [FieldError], done: FormFields? = nil
    ) async throws -> PageLayout {
        let path = try path(context)
        let meeting = try await desk.awards.meeting(of: path, by: context.actor)
        var frame = desk.frame(
            "Meeting: \(meeting.title)", context,
            back: BackLink(text: "Awards", address: SiteURL.awards(.home).address), errors: errors, done: done,
            wide: true)
        guard meeting.leads else {
            let page = MeetingPage(
                meeting: meeting, typed: typed, errors: errors, formGuard: desk.site.formGuards(context.web))
            return PageLayout(frame) { page }
        }
        let (board, _) = try await desk.awards.board(of: path, by: context.actor)
        frame.back = BackLink(text: meeting.title, address: BoardPage.address(board))
        var comments: [PanelComment] = []
        if let code = meeting.shown?.code {
            comments = try await desk.awards.comments(
                on: AwardPath(scheme: path.scheme, part: path.part, code: code), by: context.actor)
        }
        let page = ChairPage(
            meeting: meeting, board: board, comments: comments, page: Int((done ?? typed)["page"] ?? "") ?? 1,
            typed: typed, errors: errors,
            formGuard: desk.site.formGuards(context.web))
        return PageLayout(frame) { page }
    }

    /// What is projected: opened by whoever leads, in a window of its own.
    private func screen(_ context: SignedInContext) async throws -> Response {
        let meeting = try await desk.awards.meeting(of: try path(context), by: context.actor)
        guard meeting.leads else { throw AwardsRefusal.notAssigned }
        var frame = desk.frame("Shared screen", context, wide: true)
        frame.navigation = []
        frame.section = nil
        let page = SharedScreen(meeting: meeting)
        return Response.page(PageLayout(frame) { page })
    }

    private func minutes(_ context: SignedInContext, page number: Int) async throws -> Response {
        let path = try path(context)
        let minutes = try await desk.awards.minutes(of: path, by: context.actor)
        let (board, _) = try await desk.awards.board(of: path, by: context.actor)
        let back = BackLink(text: minutes.title, address: BoardPage.address(board))
        let page = MinutesPage(minutes: minutes, board: board, page: number)
        return Response.page(PageLayout(desk.frame("Minutes: \(minutes.title)", context, back: back)) { page })
    }
}
