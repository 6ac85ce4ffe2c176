// swift-tools-version: 6.0
import Foundation
import PackageDescription

// On Apple's systems the library comes as QujatFFI.xcframework, which `scripts/release-apple.sh` builds.
// Elsewhere it is the one that `make mobile-library` has built, in the folder QUJAT_LIBRARY or else in
// `target/mobile` of this repository.
#if os(macOS)
    let library: Target = .binaryTarget(name: "QujatFFI", path: "QujatFFI.xcframework")
    let linking: [LinkerSetting] = []
#else
    let library: Target = .systemLibrary(name: "QujatFFI")
    let folder =
        ProcessInfo.processInfo.environment["QUJAT_LIBRARY"]
        ?? URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("../../target/mobile").standardized.path
    let linking: [LinkerSetting] = [
        .unsafeFlags(["-L", folder, "-Xlinker", "-rpath", "-Xlinker", folder]), .linkedLibrary("qujat_mobile"),
    ]
#endif

let package = Package(
    name: "Qujat",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [
        .library(name: "Qujat", targets: ["Qujat"])
    ],
    targets: [
        library,
        .target(
            name: "Qujat", dependencies: ["QujatFFI"], resources: [.copy("PrivacyInfo.xcprivacy")],
            linkerSettings: linking),
        // The conformance vectors through the typed API, for the tests and for `answer`.
        .target(name: "Conformance", dependencies: ["Qujat"], path: "Tests/Conformance"),
        .testTarget(name: "QujatTests", dependencies: ["Qujat", "Conformance"]),
        .executableTarget(name: "answer", dependencies: ["Conformance"], path: "Tests/Answer"),
        .executableTarget(name: "phone", dependencies: ["Qujat"], path: "Examples/Phone"),
        .executableTarget(name: "bench", dependencies: ["Qujat"], path: "Benchmarks"),
    ]
)
