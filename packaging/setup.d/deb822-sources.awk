# sources.list(5), deb822 style: stanzas of "Field: value", continued on lines that begin with a blank. A Signed-By
# that holds the key itself is passed on as it is, with "\n" for its line ends.
function has(list, word) { return (" " list " ") ~ ("[ \t]" word "[ \t]") }
function finish(    suites, uris, n, m, i, signed) {
    if (has(field["types"], "deb") && has(field["components"], "main") && tolower(field["enabled"]) != "no") {
        n = split(field["suites"], suites, /[ \t]+/)
        m = split(field["uris"], uris, /[ \t]+/)
        signed = field["signed-by"] == "" ? "-" : field["signed-by"]
        for (i = 1; i <= n; i++)
            if (m > 0) print uris[1] "\t" suites[i] "\t" signed
    }
    split("", field)
    name = ""
}
/^#/ { next }
/^[ \t]*$/ { finish(); next }
/^[ \t]/ {
    if (name == "signed-by") field[name] = field[name] "\\n" $0
    else { sub(/^[ \t]+/, ""); field[name] = field[name] " " $0 }
    next
}
{
    name = tolower(substr($0, 1, index($0, ":") - 1))
    value = substr($0, index($0, ":") + 1)
    gsub(/^[ \t]+|[ \t]+$/, "", value)
    field[name] = value
}
END { finish() }
