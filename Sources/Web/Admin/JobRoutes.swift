import Domain
import Foundation
import HTML
import Hummingbird
import Services

/// What the house does by itself, what it did last, and having it done now.
struct JobRoutes {
    let site: WebSite

    func add(to admin: RouterGroup<SignedInContext>) {
        admin.get(SiteURL.adminJobs.route) { request, context in
            let asked = HouseJob(rawValue: try request.query()["asked"] ?? "")
            let page = JobsPage(
                runs: try await site.services.jobs.runs(by: context.actor),
                mail: try await site.services.mail.standing(by: context.actor),
                formGuard: { site.formGuard(context.web, keyed: true) })
            let frame = site.adminFrame(
                "Jobs", context, done: asked.map { "\($0.title): asked for. Load the page again in a few seconds." })
            return Response.page(PageLayout(frame) { page })
        }
        admin.post(SiteURL.adminJobRun("{id}").route) { request, context in
            let form = try await site.form(request, context.web)
            guard let job = HouseJob(rawValue: try context.part("id")) else { throw AccessRefusal.notFound("job") }
            _ = try await site.once(form, request: "job \(job)", by: context.actor) { work in
                try await site.services.jobs.ask(for: job, by: context.actor, in: work)
                return job.rawValue
            }
            return Response.seeOther(SiteURL.adminJobs.address.adding("asked", job.rawValue))
        }
    }
}

struct JobsPage: Component {
    var runs: [HouseJobRun]
    var mail: MailStanding
    var formGuard: () -> FormGuard

    var body: Markup {
        H1("Jobs")
        P("What the house does by itself. A job that fails is tried again at its next turn.", .class("lead"))
        if runs.allSatisfy(\.isLate) {
            Banner(.warning, "No job has run for five minutes") {
                P("The worker is not running. It is part of the server unless it was started without one.")
            }
        }
        DataTable(
            id: "jobs", caption: "Jobs and what they did last", isCaptionHidden: true, rows: runs,
            columns: [
                TableColumn("Job", .rowHeader) { $0.job.title },
                TableColumn("What it does") { $0.job.explanation },
                TableColumn("When") { $0.job == .mail ? "Twice a second" : "Every \($0.job.seconds) seconds" },
                TableColumn("Now") { Self.tag($0) },
                TableColumn("Ran last") { run in
                    run.ranAt.map { "\(AdminWords.moment($0)), \(Self.length(run.milliseconds))" } ?? "Never"
                },
                TableColumn("What it did last") { $0.outcome ?? "Nothing was to be done" },
                TableColumn("Failed last") { run in
                    run.failedAt.map { "\(AdminWords.moment($0)): \(run.failure ?? "")" } ?? "Never"
                },
                TableColumn("Change") { run in
                    PostForm(
                        to: SiteURL.adminJobRun(run.job.rawValue).address, guard: formGuard(), isInline: true
                    ) { ActionButton("Run it now", .secondary, subject: run.job.title) }
                },
            ])
        H2("Mail")
        P {
            "\(MailPage.words(mail)) "
            A("Look at the mail", href: SiteURL.adminMail.address)
        }
    }

    private static func tag(_ run: HouseJobRun) -> StateTag {
        if run.isFailing { return StateTag(.stopped, "Failing") }
        if run.askedAt != nil { return StateTag(.waiting, "Asked for") }
        if run.isLate { return StateTag(.waiting, run.ranAt == nil ? "Has not run" : "Late") }
        return StateTag(.good, "Runs")
    }

    private static func length(_ milliseconds: Int?) -> String {
        guard let milliseconds else { return "" }
        if milliseconds < 1 { return "took no time" }
        return milliseconds < 1000 ? "took \(milliseconds) ms" : "took \(milliseconds / 1000) s"
    }
}
