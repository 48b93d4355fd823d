import Domain

/// What the pages about the protection of young people say.
enum ProtectionWords {
    static func use(_ use: Consent.Use) -> String {
        switch use {
        case .panel: "Read by the panel"
        case .programme: "In the printed programme"
        case .readOut: "Read out at the ceremony"
        case .screens: "On the screens"
        case .photograph: "Photographed"
        case .press: "Told to the press"
        case .web: "On the web"
        case .certificate: "On the certificate"
        }
    }

    static func channel(_ channel: Consent.Channel) -> String {
        switch channel {
        case .words: "The words about them"
        case .name: "Their name"
        case .picture: "Their picture"
        }
    }

    static func capacity(_ capacity: Consent.Capacity) -> String {
        switch capacity {
        case .child: "The young person"
        case .parent: "A parent"
        case .carer: "A carer"
        case .socialWorker: "Their social worker"
        case .other: "Somebody else responsible for them"
        }
    }

    static func standing(_ consent: Consent) -> String {
        if let withdrawn = consent.withdrawnAt { return "Withdrawn \(AdminWords.moment(withdrawn))" }
        if !consent.holds { return "Over" }
        return consent.agrees ? "Yes" : "No"
    }
}
