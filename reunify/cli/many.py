"""The command about many families: ``screen``."""

from __future__ import annotations

from reunify import screen as screening
from reunify.cli.laws import two_laws
from reunify.cli.output import not_written
from reunify.cli.parser import Options
from reunify.cli.problem import Problem, one_of, problem_of
from reunify.cli.reading import day_of, lang_of, today
from reunify.faults import BadCase

__all__ = ["screen"]


def screen(options: Options) -> None:
    """Do what ``reunify screen`` asks."""
    lang = lang_of(options)
    form: screening.Format | None = None
    if options.format:
        known: screening.Format = one_of(screening.FORMATS, options.format, "--format")
        form = known
    on = day_of(options)
    try:
        code = screening.run(
            options.files,
            today=today(),
            on=on,
            form=form,
            output=options.output,
            faults=options.faults,
            jobs=options.jobs,
            lang=lang,
            laws=two_laws(options),
        )
    except BadCase as bad:
        raise problem_of(bad) from None
    except BrokenPipeError:
        raise
    except OSError as error:
        raise not_written(error.filename or options.output or "-", error) from None
    if code:
        # The faults were told one by one.
        raise Problem(code=code)
