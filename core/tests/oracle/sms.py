"""SPEC 8: how many segments a text takes, by 3GPP TS 23.038."""

# 3GPP TS 23.038, section 6.2.1: the default alphabet in the order of its codes; ESC (0x1B) is no character.
GSM7_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅå"
    "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ"
    " !\"#¤%&'()*+,-./"
    "0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmno"
    "pqrstuvwxyzäöñüà"
)
# 3GPP TS 23.038, section 6.2.1.1: the extension table: each is sent as ESC and one more septet.
GSM7_EXTENSION = "\f^{}\\[~]|€"


def answer(given):
    text = given["text"]
    if all(c in GSM7_BASIC or c in GSM7_EXTENSION for c in text):
        sizes = [1 if c in GSM7_BASIC else 2 for c in text]
        return count("gsm7", sizes, 160, 153)
    sizes = [1 if ord(c) <= 0xFFFF else 2 for c in text]
    return count("ucs2", sizes, 70, 67)


def count(encoding, sizes, alone, in_part):
    units = sum(sizes)
    segments = 1 if sizes else 0
    if units > alone:
        # A character of two units goes whole into a segment: fill each as far as it goes.
        filled = 0
        for size in sizes:
            if filled + size > in_part:
                segments += 1
                filled = 0
            filled += size
    return {"encoding": encoding, "units": units, "segments": segments}
