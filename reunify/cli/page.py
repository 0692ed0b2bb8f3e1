"""The command that makes the page for a browser, and shows it on this machine."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from reunify.cli.output import not_written, say_on_screen
from reunify.cli.parser import Options
from reunify.cli.problem import COULD_NOT, Problem, one_of
from reunify.cli.reading import lang_of
from reunify.faults import in_one_line
from reunify.page import building, serving
from reunify.page.parts import NoParts
from reunify.text import Lang, Text

__all__ = ["page"]


def page(options: Options) -> None:
    """Make the page, or show it.

    Raises:
        Problem: Nothing that can be done is asked for, a part is missing, or something cannot be written.
    """
    lang = lang_of(options)
    if options.what is not None:
        one_of(("build",), options.what, "WHAT")
    asked = [options.what == "build" and options.output, options.single, options.serve]
    if not any(asked) or (options.what is None and not options.serve):
        raise Problem(_WHICH)
    try:
        if options.what:
            contents = _gathered(options)
            if options.output:
                _made(options.output, building.build, contents, lang)
            if options.single:
                _made(options.single, building.build_single, contents, lang)
        if options.serve:
            _served(options, lang)
    except NoParts as lacking:
        raise Problem(_LACKING.format(said=lacking.text), code=COULD_NOT) from None


def _made(
    name: str, make: Callable[[Path, building.Contents], building.Built], contents: building.Contents, lang: Lang
) -> None:
    try:
        built = make(Path(name), contents)
    except OSError as error:
        raise not_written(error.filename or name, error) from None
    size, compressed = (f"{number / 1e6:.1f}" for number in (built.size, built.compressed))
    said = _MADE_ONE if built.files == 1 else _MADE
    say_on_screen(said.format(name=in_one_line(name), files=built.files, size=size, compressed=compressed)[lang])
    if not built.has_bytecode:
        say_on_screen(_SLOWER[lang])


def _gathered(options: Options) -> building.Contents:
    return building.gathered(*(None if name is None else Path(name) for name in (options.pyodide, options.wheels)))


def _served(options: Options, lang: Lang) -> None:
    """Show the page until it is interrupted: the one that was made with ``-o``, or one that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        shown = Path(options.output) if options.output else Path(folder)
        try:
            listening = serving.server(shown, options.port)
        except (OSError, OverflowError) as error:
            why = getattr(error, "strerror", None) or error
            raise Problem(_NO_PORT.format(port=options.port, why=why), code=COULD_NOT) from None
        with listening:
            if not (shown / "index.html").exists():
                _made(str(shown), building.build, _gathered(options), lang)
            say_on_screen(_SERVED.format(port=listening.server_port)[lang])
            try:
                listening.serve_forever()
            except KeyboardInterrupt:
                return


_LACKING: Final = Text(en="reunify: {said}", nl="reunify: {said}")
_WHICH: Final = Text(
    en="reunify: say what to make: reunify page build -o FOLDER, or reunify page build --single FILE.html; "
    "or look at it here: reunify page --serve",
    nl="reunify: zeg wat er gemaakt moet worden: reunify page build -o MAP, of reunify page build --single BESTAND.html; "
    "of bekijk de pagina hier: reunify page --serve",
)
_MADE: Final = Text(
    en="Made: {name}, {files} files, {size} MB; {compressed} MB compressed, as a web server sends it. Put the folder on any web "
    "server, or look at it with: reunify page --serve -o {name}",
    nl="Gemaakt: {name}, {files} bestanden, {size} MB; {compressed} MB gecomprimeerd, zoals een webserver ze verstuurt. Zet de "
    "map op een webserver, of bekijk haar met: reunify page --serve -o {name}",
)
_MADE_ONE: Final = Text(
    en="Made: {name}, {size} MB. Open it with a double click; it needs no network.",
    nl="Gemaakt: {name}, {size} MB. Open het met een dubbele klik; er is geen netwerk nodig.",
)
_SLOWER: Final = Text(
    en="Python is not compiled in it, for want of Node.js that can do it: it starts more slowly, and is otherwise the same. "
    'Install Node.js or: pip install "reunify[page]".',
    nl="Python is er niet in gecompileerd, omdat er geen Node.js is dat dat kan: de pagina start langzamer, en is verder gelijk. "
    'Installeer Node.js of: pip install "reunify[page]".',
)
_SERVED: Final = Text(
    en="Open http://127.0.0.1:{port}/ in your browser. Only this machine can see it. Ctrl+C ends it.",
    nl="Open http://127.0.0.1:{port}/ in uw browser. Alleen dit apparaat kan het zien. Stoppen gaat met Ctrl+C.",
)
_NO_PORT: Final = Text(
    en="reunify: port {port} cannot be used ({why}); name another one with --port",
    nl="reunify: poort {port} kan niet worden gebruikt ({why}); noem een andere met --port",
)
