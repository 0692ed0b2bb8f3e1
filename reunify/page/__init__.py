"""The page: the same library in a browser, as a folder of files or as one file, which sends nothing anywhere.

`building` puts it together, of parts that `parts` names and checks; `serving` shows it on this machine. `bridge` is
what the page's script calls: JSON in, JSON out. The page has no question, no rule and no legal text of its own, and
what else it says stands in `texts`.
"""

__all__: list[str] = []
