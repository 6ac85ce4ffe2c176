"""The objects that are taken as a column; for annotations. `import qujat` does
not import this module."""

from typing import Protocol


class ArrowArray(Protocol):
    """A column in one piece, such as a `pyarrow.Array`."""

    def __arrow_c_array__(self, requested_schema: object = None, /) -> tuple[object, object]:
        """The capsules of type and values."""
        ...


class ArrowStream(Protocol):
    """A column in chunks, such as a `polars.Series` or a `pyarrow.ChunkedArray`."""

    def __arrow_c_stream__(self, requested_schema: object = None, /) -> object:
        """The capsule of the stream."""
        ...
