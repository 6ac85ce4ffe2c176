"""Converts the two face networks of MediaPipe into the plain format that the core reads.

    convert_weights.py WHEELS INTO     writes INTO/detector.bin and INTO/landmarks.bin

WHEELS is a folder with the wheel of mediapipe 0.10.21. The same wheel gives the same bytes. The script refuses a model that is not built as the core's
runner expects: a convolution, then blocks of a depthwise and a pointwise convolution with a
shortcut around them, then convolutions as heads.

The format, all numbers little-endian:

    8 bytes   "QUJATNN1"
    u16       the side of the square input, in pixels
    u16       how many layers follow
    layers    8 bytes each:
        u8    kind: 0 convolution, 1 depthwise convolution
        u8    kernel: its side
        u8    stride
        u8    what follows: 0 nothing, 1 ReLU, 2 PReLU with a slope for each output;
              behind a depthwise convolution always nothing
        u16   input channels
        u16   output channels
    values    IEEE 754 half precision, layer by layer: weights by row, column, input and output
              (depthwise: row, column, channel), then a bias for each output, then the slopes
    u32       CRC-32 of all bytes before

Padding is always what TensorFlow calls SAME. Layers stand in the order of a walk from the outputs
to the input, shortcuts first: in the detector boxes and scores for anchors of 8 and 16 pixels, with
the trunk before the first layer that needs it; in the landmarks the mesh, then the presence.
"""

import struct
import sys
import zipfile
import zlib
from pathlib import Path

import numpy
import tflite

MODELS = {
    "detector.bin": "mediapipe/modules/face_detection/face_detection_short_range.tflite",
    "landmarks.bin": "mediapipe/modules/face_landmark/face_landmark.tflite",
}

OPERATORS = {
    code: name for name, code in vars(tflite.BuiltinOperator).items() if not name.startswith("_")
}


class Graph:
    """A model's operators by the tensor that they write."""

    def __init__(self, data):
        self.model = tflite.Model.GetRootAsModel(data, 0)
        self.graph = self.model.Subgraphs(0)
        self.writers = {}
        self.readers = {}
        for index in range(self.graph.OperatorsLength()):
            operator = self.graph.Operators(index)
            self.writers[operator.Outputs(0)] = operator
            for place in range(operator.InputsLength()):
                self.readers.setdefault(operator.Inputs(place), []).append(operator)

    def name(self, operator):
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        return OPERATORS[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]

    def options(self, operator, kind):
        options = kind()
        table = operator.BuiltinOptions()
        options.Init(table.Bytes, table.Pos)
        return options

    def shape(self, tensor):
        return tuple(int(side) for side in self.graph.Tensors(tensor).ShapeAsNumpy())

    def halves(self, tensor):
        """The constant behind a DEQUANTIZE, in half precision as it is stored."""
        operator = self.writers[tensor]
        expect(self.name(operator) == "DEQUANTIZE", "a constant in half precision")
        source = self.graph.Tensors(operator.Inputs(0))
        expect(source.Type() == tflite.TensorType.FLOAT16, "half precision")
        data = self.model.Buffers(source.Buffer()).DataAsNumpy().tobytes()
        return numpy.frombuffer(data, "<f2").reshape(self.shape(operator.Inputs(0)))


def expect(holds, what):
    if not holds:
        sys.exit(f"convert_weights: the model is not as expected: {what}")


class Converter:
    def __init__(self, graph):
        self.graph = graph
        self.done = set()
        self.headers = []
        self.values = []

    def visit(self, tensor):
        """Emits every layer that this tensor depends on, each once."""
        operator = self.graph.writers.get(tensor)
        if operator is None or tensor in self.done:
            return
        self.done.add(tensor)
        kind = self.graph.name(operator)
        if kind in ("CONCATENATION", "ADD"):
            self.check_sum(operator, kind)
            for place in range(operator.InputsLength()):
                self.visit(operator.Inputs(place))
        elif kind in ("RELU", "PRELU", "RESHAPE", "PAD", "MAX_POOL_2D"):
            if kind == "MAX_POOL_2D":
                self.check_pool(operator)
            if kind == "PAD":
                self.check_pad(operator)
            self.visit(operator.Inputs(0))
        elif kind in ("CONV_2D", "DEPTHWISE_CONV_2D"):
            self.visit(operator.Inputs(0))
            self.emit(operator, kind)
        else:
            expect(False, f"operator {kind}")

    def check_sum(self, operator, kind):
        if kind == "ADD":
            options = self.graph.options(operator, tflite.AddOptions)
            expect(options.FusedActivationFunction() == 0, "nothing fused into a sum")
            left, right = self.graph.writers[operator.Inputs(0)], self.graph.writers[operator.Inputs(1)]
            # The block is the second summand, a pointwise convolution of a depthwise one.
            depthwise = self.graph.writers[right.Inputs(0)]
            expect(self.graph.name(depthwise) == "DEPTHWISE_CONV_2D", "a block")
            source = left
            for around in ("PAD", "MAX_POOL_2D"):
                if self.graph.name(source) == around:
                    source = self.graph.writers[source.Inputs(0)]
            expect(depthwise.Inputs(0) == source.Outputs(0), "a shortcut around a block")

    def check_pool(self, operator):
        options = self.graph.options(operator, tflite.Pool2DOptions)
        sides = (options.FilterWidth(), options.FilterHeight(), options.StrideW(), options.StrideH())
        expect(sides == (2, 2, 2, 2), "maxima of two by two")

    def check_pad(self, operator):
        tensor = self.graph.graph.Tensors(operator.Inputs(1))
        data = self.graph.model.Buffers(tensor.Buffer()).DataAsNumpy().tobytes()
        before_and_after = numpy.frombuffer(data, "<i4")
        expect(not before_and_after[:7].any(), "channels added behind the others")

    def emit(self, operator, kind):
        graph = self.graph
        depthwise = kind == "DEPTHWISE_CONV_2D"
        options = graph.options(
            operator, tflite.DepthwiseConv2DOptions if depthwise else tflite.Conv2DOptions
        )
        expect(options.FusedActivationFunction() == 0, "nothing fused")
        expect(options.DilationWFactor() == options.DilationHFactor() == 1, "no dilation")
        expect(options.StrideW() == options.StrideH(), "equal strides")
        source = graph.shape(operator.Inputs(0))
        result = graph.shape(operator.Outputs(0))
        stride = options.StrideW()
        expect(result[1] == -(-source[1] // stride), "padding as SAME has it")
        weights = graph.halves(operator.Inputs(1))
        if depthwise:
            expect(options.DepthMultiplier() == 1, "one output for each channel")
            weights = weights[0]
        else:
            weights = weights.transpose(1, 2, 3, 0)
        expect(weights.shape[0] == weights.shape[1], "a square kernel")
        follows, slopes = self.follows(operator.Outputs(0))
        expect(not (depthwise and follows), "nothing behind a depthwise convolution")
        self.headers.append(
            struct.pack(
                "<BBBBHH", depthwise, weights.shape[0], stride, follows, source[3], result[3]
            )
        )
        bias = graph.halves(operator.Inputs(2))
        for values in (weights, bias, slopes):
            self.values.append(numpy.ascontiguousarray(values).astype("<f2").tobytes())

    def follows(self, tensor):
        """The function applied to a convolution's result, behind the sum with its shortcut if
        any."""
        readers = self.graph.readers.get(tensor, [])
        if len(readers) == 1 and self.graph.name(readers[0]) == "ADD":
            readers = self.graph.readers.get(readers[0].Outputs(0), [])
        names = [self.graph.name(reader) for reader in readers]
        if names == ["RELU"]:
            return 1, numpy.empty(0)
        if names == ["PRELU"]:
            return 2, self.graph.halves(readers[0].Inputs(1)).reshape(-1)
        expect(all(name in ("RESHAPE", "CONV_2D", "DEPTHWISE_CONV_2D") for name in names), names)
        return 0, numpy.empty(0)


def convert(data):
    graph = Graph(data)
    side = graph.shape(graph.graph.Inputs(0))[1]
    converter = Converter(graph)
    for output in graph.graph.OutputsAsNumpy():
        converter.visit(int(output))
    head = b"QUJATNN1" + struct.pack("<HH", side, len(converter.headers))
    body = head + b"".join(converter.headers) + b"".join(converter.values)
    return body + struct.pack("<I", zlib.crc32(body))


def main():
    [wheel] = Path(sys.argv[1]).glob("mediapipe-*.whl")
    into = Path(sys.argv[2])
    with zipfile.ZipFile(wheel) as files:
        for name, model in MODELS.items():
            (into / name).write_bytes(convert(files.read(model)))


if __name__ == "__main__":
    main()
