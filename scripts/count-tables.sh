#!/bin/sh
# Counts the rows of the mapping tables in tutorials, without the importer: one line per file,
#   name  users filterable required  groups filterable required  repeated
# where "repeated" counts rows whose attribute stands already in the same table.
# It knows only pipes: a table begins at a header "Attribute|Type" and ends at a line without a pipe. What it cannot
# count (rows broken over two lines) was corrected by hand in test/mapping/counts.tsv.
for file in "$@"; do
  awk -v name="$(basename "$file" .md | sed -E 's/-(user)?provision(ing)?-tutorial$//')" '
    function flush() { if (rows > 0) { if (group) { G += rows; gf += f; gr += r } else { U += rows; uf += f; ur += r } } rows = f = r = group = 0; inside = 0; split("", seen) }
    {
      line = $0; sub(/\r$/, "", line); gsub(/^[ \t>]+|[ \t]+$/, "", line)
      if (tolower(line) ~ /^\|?[ \t]*((user|group) )?(attribute|variable)[ \t]*\|[ \t]*type[ \t]*(\||$)/) {
        flush(); inside = 1; head = tolower(line); sub(/^\|/, "", head); n = split(head, h, "|"); fc = rc = 0
        for (i = 1; i <= n; i++) { if (h[i] ~ /filter/) fc = i; if (h[i] ~ /required/) rc = i }
        next
      }
      if (!inside) next
      if (line !~ /\|/) { flush(); next }
      if (line ~ /^[-| :]+$/) next
      sub(/^\|/, "", line); split(line, c, "|"); rows++; gsub(/[ \t`]/, "", c[1]); if (seen[tolower(c[1])]++) repeated++
      if (tolower(c[1]) ~ /^[ `]*members[ `]*$/) group = 1
      if (fc && c[fc] ~ /check/) f++
      if (rc && c[rc] ~ /check/) r++
    }
    END { flush(); if (U + G > 0) printf "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", name, U, uf, ur, G, gf, gr, repeated }
  ' "$file"
done
