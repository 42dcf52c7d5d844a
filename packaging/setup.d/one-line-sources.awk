# sources.list(5), one-line style: deb [ option=value … ] URI suite component…
function option(text, name,    parts, i, n) {
    n = split(text, parts, /[ \t]+/)
    for (i = 1; i <= n; i++)
        if (index(parts[i], name "=") == 1) return substr(parts[i], length(name) + 2)
    return "-"
}
{ sub(/#.*/, "") }
$1 == "deb" {
    options = ""
    if (match($0, /\[[^]]*\]/)) {
        options = substr($0, RSTART + 1, RLENGTH - 2)
        $0 = substr($0, 1, RSTART - 1) " " substr($0, RSTART + RLENGTH)
    }
    for (i = 4; i <= NF; i++)
        if ($i == "main") print $2 "\t" $3 "\t" option(options, "signed-by")
}
