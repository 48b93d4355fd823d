import Testing

/// Small files with what is in them, each about one thing. They are text here and not files, so that no checkout can
/// change their line ends.
struct CorpusCase: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var columns: [String]
    var rows: [[String]]

    var testDescription: String { name }

    static let all: [CorpusCase] = [
        CorpusCase(
            name: "comma in quotes", text: "first,last,town\nAna,Low,\"Lye, near Stourbridge\"\n",
            columns: ["first", "last", "town"], rows: [["Ana", "Low", "Lye, near Stourbridge"]]),
        CorpusCase(
            name: "empty fields", text: "a,b,c\n1,\"\",\"\"\n2,3,4\n", columns: ["a", "b", "c"],
            rows: [["1", "", ""], ["2", "3", "4"]]),
        CorpusCase(
            name: "empty fields, CRLF", text: "a,b,c\r\n1,,\r\n2,3,4\r\n", columns: ["a", "b", "c"],
            rows: [["1", "", ""], ["2", "3", "4"]]),
        CorpusCase(
            name: "doubled quotes", text: "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,\"\"\"\"\n", columns: ["a", "b"],
            rows: [["1", "ha \"ha\" ha"], ["3", "\""]]),
        CorpusCase(
            name: "JSON in a field", text: "key,value\n1,\"{\"\"kind\"\": \"\"room\"\", \"\"at\"\": [1, 2]}\"\n",
            columns: ["key", "value"], rows: [["1", "{\"kind\": \"room\", \"at\": [1, 2]}"]]),
        CorpusCase(
            name: "line ends in a field", text: "a,b,c\n1,2,3\n\"Once upon\na time\",5,6\n", columns: ["a", "b", "c"],
            rows: [["1", "2", "3"], ["Once upon\na time", "5", "6"]]),
        CorpusCase(
            name: "CRLF in a field", text: "a,b\r\n\"one\r\n\r\ntwo\",2\r\n", columns: ["a", "b"],
            rows: [["one\r\n\r\ntwo", "2"]]),
        CorpusCase(
            name: "comma, quote and line end in one field", text: "a,b\n1,\"x, \"\"y\"\"\nz\"\n", columns: ["a", "b"],
            rows: [["1", "x, \"y\"\nz"]]),
        CorpusCase(
            name: "CR alone", text: "a,b\r1,2\r3,4", columns: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
        CorpusCase(
            name: "mixed line ends", text: "a,b\r\n1,2\n3,4\r5,6", columns: ["a", "b"],
            rows: [["1", "2"], ["3", "4"], ["5", "6"]]),
        CorpusCase(
            name: "other scripts", text: "a,b\n1,ʤ\n2,Дом\n3,家\n", columns: ["a", "b"],
            rows: [["1", "ʤ"], ["2", "Дом"], ["3", "家"]]),
        CorpusCase(
            name: "only other scripts", text: "а,б\nДом,家\n", columns: ["а", "б"], rows: [["Дом", "家"]]),
        CorpusCase(name: "one column", text: "a\n1\n\n2", columns: ["a"], rows: [["1"], ["2"]]),
        CorpusCase(
            name: "quoted header", text: "\"First name\",\"Last \"\"name\"\"\"\n1,2\n",
            columns: ["first_name", "last_\"name\""], rows: [["1", "2"]]),
        CorpusCase(
            name: "quotes around everything, no end", text: "\"a\",\"b\"\n\"1\",\"2\"", columns: ["a", "b"],
            rows: [["1", "2"]]),
        CorpusCase(
            name: "white space is kept", text: "a,b\n 1 ,\"  2\"\n", columns: ["a", "b"], rows: [[" 1 ", "  2"]]),
        CorpusCase(
            name: "trailing delimiter", text: "a,b\n1,\n,2", columns: ["a", "b"], rows: [["1", ""], ["", "2"]]),
        CorpusCase(
            name: "semicolons, decimal commas", text: "a;b\n1,5;2,5\n", columns: ["a", "b"], rows: [["1,5", "2,5"]]),
        CorpusCase(
            name: "tabs with commas and semicolons", text: "a\tb\n1,5\t2;5\n", columns: ["a", "b"],
            rows: [["1,5", "2;5"]]),
        CorpusCase(
            name: "sep line with bar", text: "sep=|\na|b\n1,5|2;5\n", columns: ["a", "b"], rows: [["1,5", "2;5"]]),
        CorpusCase(
            name: "mark against formulas", text: "a,b\n'=1+1,\"'-x,y\"\n'tis,-5\n", columns: ["a", "b"],
            rows: [["=1+1", "-x,y"], ["'tis", "-5"]]),
    ]
}
