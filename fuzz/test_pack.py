"""Tests of the packed corpus: `python3 -m unittest test_pack`."""

import tempfile
import unittest
from pathlib import Path

import pack

INPUTS = [b"", b"\0", b"\r\n", b"{}", bytes(range(256)), b"x" * pack.LONGEST]


class Packing(unittest.TestCase):
    def test_every_byte_is_read_back(self):
        self.assertCountEqual(pack.unpack(pack.pack(INPUTS, pack.LONGEST)), INPUTS)

    def test_order_and_repetition_change_nothing(self):
        packed = pack.pack(INPUTS, pack.LONGEST)
        self.assertEqual(pack.pack([*reversed(INPUTS), b"{}"], pack.LONGEST), packed)

    def test_long_inputs_are_left_out(self):
        self.assertEqual(list(pack.unpack(pack.pack([b"ab", b"abc"], 2))), [b"ab"])

    def test_more_than_the_limit_is_refused(self):
        with self.assertRaises(ValueError):
            pack.pack([], pack.LONGEST + 1)

    def test_what_is_no_input_is_refused(self):
        for line in ("a", "zz", "AB", "0x", " 00", "+1", "00" * (pack.LONGEST + 1)):
            with self.subTest(line=line[:4]), self.assertRaises(ValueError):
                list(pack.unpack(f"00\n{line}\n"))

    def test_a_folder_comes_back_as_it_was(self):
        with tempfile.TemporaryDirectory() as folder:
            packed, unpacked = Path(folder, "packed.hex"), Path(folder, "unpacked")
            text = pack.pack(INPUTS, pack.LONGEST)
            packed.write_text(text)
            pack.main("unpack", str(packed), str(unpacked))
            self.assertEqual(len(list(unpacked.iterdir())), len(INPUTS))
            pack.main("pack", str(unpacked), str(packed), str(pack.LONGEST))
            self.assertEqual(packed.read_text(), text)


if __name__ == "__main__":
    unittest.main()
