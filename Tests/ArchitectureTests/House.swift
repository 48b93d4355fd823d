/// The layout of the house as data: what each layer may import, and the words for folders. A new layer, arrow or
/// feature is written here first; ARCHITECTURE.md tells why.
enum House {
    /// What belongs to the language's own distribution is free to all. Dispatch comes with Foundation.
    static let free: Set = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

    /// Each layer, and the modules it may import besides the free ones. The C modules have no Swift files.
    static let layers: [String: Set<String>] = [
        "CLibPQ": [], "CLibCurl": [], "CLibEdit": [], "CLibGD": [], "CLibZ": [],
        "Postgres": ["CLibPQ", "Logging", "ServiceLifecycle"],
        "LocalCluster": [],
        "Domain": [],
        "Statistics": [],
        "Optimisation": [],
        "ICalendar": [],
        "CSV": [],
        "HTML": ["NIOCore"],
        "Mail": ["CLibCurl"],
        "Pictures": ["CLibGD"],
        "Store": ["Domain", "Postgres"],
        "Services": [
            "Domain", "Store", "Statistics", "Optimisation", "ICalendar", "Postgres", "Mail", "Pictures", "Crypto",
            "Logging",
            "Metrics",
            "ServiceLifecycle",
        ],
        "Exchange": ["Domain", "ICalendar", "CSV", "HTML", "Services"],
        "Web": [
            "Domain", "Services", "Exchange", "HTML", "CLibZ", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore",
            "Logging",
            "ServiceLifecycle",
        ],
        "Console": ["Domain", "Services", "Exchange", "ArgumentParser", "CLibEdit"],
    ]

    /// The composition root may import every layer, and the packages that the layers use.
    static let executable = "practiceweek"

    static let features: Set = [
        "People", "Programme", "Planning", "Proposals", "Booking", "Attendance", "Awards", "Nominations", "Judging",
        "Protection", "ThankYou",
        "Ceremonies",
        "Messages",
        "Access",
        "Screens", "Staff", "Admin", "Planning",
    ]

    /// Layers whose folders are features.
    static let layersByFeature: Set = ["Domain", "Store", "Services", "Exchange", "Web", "Console"]

    /// Folders of those layers for what serves every feature.
    static let sharedFolders: Set = ["Assets", "Components", "Exchange", "Import", "Migrations", "Shared"]

    /// The only files of Sources that read a clock or a random source.
    static let outside = "Services/Outside"

    static let longestFile = 500

    static func mayImport(_ layer: String) -> Set<String>? {
        if layer == executable { return free.union(layers.keys).union(layers.values.joined()).union(["UnixSignals"]) }
        return layers[layer].map(free.union)
    }
}
