// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// A layer of the house: a target with every language setting switched on.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one layer.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: settings)
}

let package = Package(
    name: "practiceweek",
    platforms: [.macOS(.v26)],
    products: [.executable(name: "practiceweek", targets: ["practiceweek"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CLibGD", pkgConfig: "gdlib", providers: [.apt(["libgd-dev"])]),
        .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        layer("Postgres", ["CLibPQ", logging, lifecycle]),
        layer("LocalCluster"),
        layer("Domain"),
        layer("ICalendar"),
        layer("CSV"),
        layer("HTML"),
        layer("Mail", ["CLibCurl"]),
        layer("Pictures", ["CLibGD"]),
        layer("Store", ["Domain", "Postgres"]),
        layer(
            "Services",
            ["Domain", "Store", "ICalendar", "Mail", "Pictures", "Postgres", crypto, logging, metrics, lifecycle]),
        layer("Exchange", ["Domain", "ICalendar", "CSV", "HTML", "Services"]),
        .target(
            name: "Web",
            dependencies: [
                "Domain", "Services", "Exchange", "HTML", "CLibZ", hummingbird, httpTypes, nioCore, logging, lifecycle,
            ],
            resources: [.embedInCode("Assets")], swiftSettings: settings),
        layer("Console", ["Domain", "Services", "Exchange", "CLibEdit", argumentParser]),
        .executableTarget(
            name: "practiceweek",
            dependencies: [
                "Postgres", "LocalCluster", "Domain", "Store", "Services", "Exchange", "CSV", "Web", "Console", "Mail",
                "Pictures", hummingbird, argumentParser, logging, lifecycle, signals, nioCore,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "benchmark",
            dependencies: ["Postgres", "LocalCluster", "Domain", "ICalendar", "Store", "Services", "Mail", logging],
            path: "deploy/benchmark/driver", swiftSettings: settings),
        .target(
            name: "TestSupport",
            dependencies: ["Postgres", "LocalCluster", "Domain", "Store", "Services", "Mail", "Pictures", logging],
            path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", swiftSettings: settings),
        tests("Postgres", ["TestSupport", logging]),
        tests("LocalCluster"),
        tests("Domain"),
        tests("ICalendar"),
        tests("CSV"),
        tests("HTML"),
        tests("Mail"),
        tests("Pictures", ["TestSupport"]),
        tests("Store", ["TestSupport", "Domain", "Postgres"]),
        tests("Services", ["TestSupport", "Domain", "Store", "Exchange", "Mail", "Postgres", logging]),
        tests("Exchange", ["TestSupport", "Domain", "Services", "ICalendar", "CSV"]),
        tests(
            "Web",
            [
                "TestSupport", "Domain", "Services", "Exchange", "HTML", "Mail", "Postgres", hummingbird, httpTypes,
                nioCore,
                logging,
            ]),
        tests("Console", ["TestSupport", "Domain", "Services", "Postgres", argumentParser]),
    ])
