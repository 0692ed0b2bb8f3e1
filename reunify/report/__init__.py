"""Reports: `make` gives that on a family; every form is made from one view model, in Dutch and in English."""

from typing import TYPE_CHECKING

from reunify.lazily import lazily

if TYPE_CHECKING:
    from reunify.report.making import Report, make
else:
    __getattr__ = lazily(__name__, {"reunify.report.making": "Report make"})

__all__ = ["Report", "make"]
