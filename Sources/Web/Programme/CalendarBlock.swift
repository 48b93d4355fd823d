import HTML

/// A feed to subscribe to: the address, the ways in, and how fresh each calendar program keeps it.
struct CalendarBlock: Component {
    /// The whole https address.
    var address: String
    var name: String
    var heading = "Add to your calendar"
    var hint: String?
    var isDownloadable = true
    /// Off where the page says it elsewhere.
    var hasFreshness = true

    var body: Markup {
        let webcal = Self.webcal(address)
        CalendarAddresses(
            heading: heading, subscription: address, webcal: WebAddress(webcal),
            download: isDownloadable ? WebAddress(address) : nil,
            hint: hint ?? "Subscribe, and changes come to you by themselves.",
            extra: Markup {
                P { A("Add to Google Calendar", href: Self.google(webcal)) }
                if hasFreshness { Disclosure("How soon changes show") { CalendarFreshness() } }
            })
    }

    static func webcal(_ address: String) -> String {
        guard let start = address.firstRange(of: "://") else { return address }
        return "webcal://" + address[start.upperBound...]
    }

    static func google(_ webcal: String) -> WebAddress {
        let base: WebAddress = "https://calendar.google.com/calendar/r"
        return base.adding("cid", webcal)
    }
}
