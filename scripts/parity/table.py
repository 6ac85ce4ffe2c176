"""The table of operations and languages, as Markdown and as a page."""

import html


class Count:
    """The number of cases, and of those with an equal answer."""

    def __init__(self):
        self.ran = self.equal = 0

    def add(self, is_equal):
        self.ran += 1
        self.equal += is_equal

    def __str__(self):
        return f"{self.equal} / {self.ran}"


class Page:
    """`counts` by operation and language; `seconds` by language."""

    def __init__(self, title, about, languages, counts, seconds):
        self.title, self.about, self.languages = title, about, languages
        self.seconds = seconds
        self.rows = [
            (operation, [counts[operation][language] for language in languages])
            for operation in sorted(counts)
        ]

    def totals(self):
        columns = zip(*(row for _, row in self.rows))
        return [(sum(c.equal for c in column), sum(c.ran for c in column)) for column in columns]

    def markdown(self):
        lines = [
            f"# {self.title}", "", f"{self.about}. A cell is equal answers / cases run.", "",
            "| operation | " + " | ".join(self.languages) + " |",
            "|---|" + "---:|" * len(self.languages),
        ]
        lines += [f"| `{name}` | " + " | ".join(map(str, row)) + " |" for name, row in self.rows]
        lines.append("| **all** | " + " | ".join(f"**{e} / {r}**" for e, r in self.totals()) + " |")
        spent = " | ".join(f"{self.seconds[language]:.1f} s" for language in self.languages)
        lines.append(f"| time, with start | {spent} |")
        return "\n".join(lines) + "\n"

    def html(self):
        def cell(equal, ran):
            state = "equal" if equal == ran else "different"
            return f'<td class="{state}">{equal} / {ran}</td>'

        head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in self.languages)
        body = "".join(
            f'<tr><th scope="row">{html.escape(name)}</th>'
            + "".join(cell(count.equal, count.ran) for count in row)
            + "</tr>\n"
            for name, row in self.rows
        )
        foot = "".join(cell(equal, ran) for equal, ran in self.totals())
        return PAGE.format(
            title=html.escape(self.title), about=html.escape(self.about), head=head, body=body, foot=foot
        )


PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border-bottom: 1px solid #ddd; padding: .3rem .6rem; text-align: right; }}
th:first-child {{ text-align: left; }}
td.different {{ background: #fdd; font-weight: bold; }}
tfoot td, tfoot th {{ font-weight: bold; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{about}. A cell is equal answers / cases run.</p>
<table>
<thead><tr><th scope="col">operation</th>{head}</tr></thead>
<tbody>
{body}</tbody>
<tfoot><tr><th scope="row">all</th>{foot}</tr></tfoot>
</table>
</body>
</html>
"""
