import HTML

extension Asset {
    /// Where pages find it.
    var address: WebAddress { "/assets/\(fileName)" }
}
