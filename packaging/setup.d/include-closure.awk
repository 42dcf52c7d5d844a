# Of the files given as arguments: a line for each .cpp, with all of ours that it includes, directly or through others,
# itself first, separated by tabs. Paths are relative to the top; <kith/M/x.h> is core/M/x.h.
FNR == 1 { known[FILENAME] = 1 }
/^#include [<"]/ {
    name = substr($2, 2, length($2) - 2)
    if (sub(/^kith\//, "core/", name) == 0) {
        folder = FILENAME
        sub(/[^\/]*$/, "", folder)
        name = folder name
    }
    while (sub(/[^\/]+\/\.\.\//, "", name)) { }
    includes[FILENAME] = includes[FILENAME] " " name
}
END {
    for (file in known) {
        if (file !~ /\.cpp$/) continue
        split("", seen)
        seen[file] = 1
        line = file
        count = 1
        queue[1] = file
        for (at = 1; at <= count; ++at) {
            parts = split(includes[queue[at]], names, " ")
            for (i = 1; i <= parts; ++i) {
                if (names[i] in seen || !(names[i] in known)) continue
                seen[names[i]] = 1
                queue[++count] = names[i]
                line = line "\t" names[i]
            }
        }
        print line
    }
}
