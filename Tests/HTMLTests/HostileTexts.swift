/// Texts that try to get out of where they were put. Each holds at least one byte that must not come through as it is.
enum HostileTexts {
    /// U+FDD0, which a literal may not hold.
    static let nonCharacter = Unicode.Scalar(0xFDD0).map { String($0) } ?? ""

    static let all: [String] = [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
        "' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"", "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>", "</style><svg onload=alert(1)>", "<svg/onload=alert(1)>",
        "<!--", "-->", "<![CDATA[x]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "&lt;script&gt;", "&#60;script&#62;",
        "&", "&&", "&amp;", "<", ">", "\"", "'", "<<script>script>", "</td></tr></table><h1>owned</h1>",
        "\"\u{301} onmouseover=alert(1) x=\"\u{301}", "<\u{301}script>", ">\u{20DD}", "'\u{200D}onclick=alert(1) '",
        "\"\u{200F}onclick=alert(1)\u{200E} \"", "\"\u{FE0F}", "&\u{301}", "<\u{1F3FD}b>", "\u{202E}\"<txet>",
        "\u{0}<\u{0}b>", "\"\r\nSet-Cookie: a=b", "<a href=\"javascript:alert(1)\">x</a>", "\u{1}\"\u{7F}'",
        "\u{FFFE}<\(nonCharacter)", "é\"ü<ß>&'", "👩‍👩‍👧\"👩🏽‍💻'", "`${alert(1)}`<",
    ]
}
