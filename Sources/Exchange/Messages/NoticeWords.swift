import Domain

/// What a letter says that only calls somebody to the pages: mail is read on many screens.
struct NoticeWords {
    let template: MessageTemplate
    let baseURL: String

    var subject: String {
        switch template {
        case .worryRaised: "Somebody has raised a worry"
        case .breakGlassAsked: "Somebody asks to read a protected name"
        case .judgingReminder: "Some of your ballots are not in yet"
        case .judgeInvited: "You are asked to judge"
        case .roundOpened: "You can begin to judge"
        case .nominationsWait: "Nominations wait for you to look at"
        case .ballotTyped: "A ballot of yours was typed in from paper"
        case .nominationThanks: "Thank you for your nomination"
        case .papersChanged: "Something printed for a ceremony has to be destroyed"
        case .nominationOutcome: "What became of your nomination"
        case .honoured: "You have been honoured"
        default: "A protected name was opened for 30 minutes"
        }
    }

    var paragraphs: [String] {
        switch template {
        case .worryRaised:
            [
                "Somebody has raised a worry about a person who was nominated. It is not in this mail. Please read it now:",
                page,
            ]
        case .breakGlassAsked:
            ["Somebody asks to read a young person’s legal name, and says why. A second person has to grant it:", page]
        case .judgingReminder:
            [
                "Thank you for judging. Some of your ballots are not in yet. Your queue opens where you left it:",
                "\(baseURL)/judging",
                "If you know a candidate, say so there with one press. If you cannot judge after all, please tell us.",
            ]
        case .judgeInvited:
            [
                "We would like you to judge for our awards. What we ask of you, and what you would judge, stands here:",
                "\(baseURL)/judging/terms",
                "Please say there whether you accept. You read about nobody before you do. If you cannot, decline with one press; we ask somebody else.",
            ]
        case .roundOpened:
            [
                "The round is open: you can begin. Your candidates are here, in your own order:",
                "\(baseURL)/judging",
                "Take them one at a time; what you type is kept. If you know one of them, say so there with one press.",
            ]
        case .nominationsWait:
            [
                "Nominations wait that nobody has looked at yet, and judging cannot begin before. Which they are stands at the scheme:",
                "\(baseURL)/awards",
            ]
        case .ballotTyped:
            [
                "A ballot that you gave on paper was typed in for you. Please look whether it says what you meant:",
                "\(baseURL)/judging",
                "You can change it there until the round closes. If you gave no ballot on paper, please tell us.",
            ]
        case .papersChanged:
            [
                "A consent has changed since something was printed for a ceremony. Please do not use that paper any more. The ceremony’s page says which it is: destroy it, press “It is destroyed” there, and print it anew.",
                "\(baseURL)/staff/ceremonies",
            ]
        case .nominationThanks:
            [
                "Thank you for taking the time to nominate. Your nomination is in. We read every one before it goes to the judges.",
                "You can read what you wrote, and change it until we have read it:\n\(baseURL)/nominations",
            ]
        case .nominationOutcome:
            [
                "The panel has decided. What became of what you nominated is on your page:\n\(baseURL)/nominations",
                "Thank you for speaking up for somebody.",
            ]
        case .honoured:
            [
                "Somebody nominated you for an award, and the panel has honoured you. For what, the roll of honour says:\n\(baseURL)/schemes",
                "Congratulations, and thank you for what you do.",
            ]
        default:
            [
                "A request to read a young person’s legal name was granted. It ends after 30 minutes. Who asked and why:",
                page,
            ]
        }
    }

    private var page: String { "\(baseURL)/staff/protection" }
}
