/// Why a file cannot be read at all.
struct CSVRefusal: Error {
    var line: Int?
    var message: String
}
