"""For users of pydantic 2: `pip install qujat[pydantic]`.

`Iin`, `Phone`, `EmailAddress`, `PersonName`, `CardNumber`, `PassportNumber` and `ApplicationForm` are
field types of models as they are; this module has what goes beyond that.
"""

from qujat._pydantic import ReadBy as ReadBy
from qujat._pydantic import validation_error as validation_error

__all__ = ["ReadBy", "validation_error"]
