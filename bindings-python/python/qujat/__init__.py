"""Online renewal of Kazakhstan identity cards: the decision on a card, and all that follows.

Start with a `Rulebook`: a shipped edition, or a file of your own. It answers single questions and the
main one, `Rulebook.assess`. Every answer carries codes, parameters, a source and the edition's name;
`Rulebook.explain` puts it into Kazakh, Russian or English.

The library has no clock and reads no files: the day asked about is an argument.
"""

import sys as _sys
from collections.abc import Mapping as _Mapping

if not getattr(_sys, "_is_gil_enabled", lambda: True)():
    raise ImportError("qujat needs the interpreter's lock: run Python without -X gil=0")

from qujat._areas import *
from qujat._errors import Error as Error
from qujat._errors import InternalError as InternalError
from qujat._qujat import *
from qujat._qujat import Params as _Params
from qujat._qujat import _build_info, _quiet_panics
from qujat._words import *

__version__: str = _build_info()[0]
"""The version of the package, which is that of the core."""

_quiet_panics()
_Mapping.register(_Params)  # pyright: ignore[reportAttributeAccessIssue]
