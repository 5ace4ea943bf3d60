#!/usr/bin/env python3
"""Makes the table of widths in ScalarClass.swift out of Unicode's character data.

  widths.py            prints the lines of the table
  widths.py --classes  prints the version of the data, then "first last class" of each run of
                       assigned characters, for the test that holds the table against them

The data are those of Python (unicodedata) or, where it is installed, of the package unicodedata2,
which has newer ones: pip install 'unicodedata2==17.*' has those the table was made of. Below 16.0
Python does not tell how wide unassigned characters are, so no table can be made of them.
"""

import sys

try:
    import unicodedata2 as unicode
except ImportError:
    import unicodedata as unicode

NARROW, WIDE, MARK, HIDDEN = range(4)

# What unicodedata lacks, from https://www.unicode.org/Public/17.0.0/ucd/PropList.txt.
#
# Other_Default_Ignorable_Code_Point and Variation_Selector, which with category Cf make up
# Default_Ignorable_Code_Point; Noncharacter_Code_Point within plane 0.
IGNORABLE = [
    (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180D), (0x180F, 0x180F),
    (0x2065, 0x2065), (0x3164, 0x3164), (0xFDD0, 0xFDEF), (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8), (0xE0000, 0xE0000), (0xE0002, 0xE001F), (0xE0080, 0xE0FFF),
]
# Prepended_Concatenation_Mark: format characters (Cf) that are seen.
PREPENDED = [
    (0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2),
    (0x110BD, 0x110BD), (0x110CD, 0x110CD),
]
# Vowels and finals of Hangul, which complete the syllable before them.
JAMO = [(0x1160, 0x11FF), (0xD7B0, 0xD7FF)]


def stands_in(ranges, value):
    return any(first <= value <= last for first, last in ranges)


def scalar_class(value):
    category = unicode.category(chr(value))
    if stands_in(IGNORABLE, value) or value & 0xFFFE == 0xFFFE or category in ("Zl", "Zp"):
        return HIDDEN
    if category == "Cf":
        return NARROW if stands_in(PREPENDED, value) else HIDDEN
    if category in ("Mn", "Me") or stands_in(JAMO, value):
        return MARK
    return WIDE if unicode.east_asian_width(chr(value)) in "WF" else NARROW


def runs(values, class_of):
    """The runs of neighbours of one class: first, last, class."""
    found = []
    for value in values:
        kind = class_of(value)
        if found and found[-1][1] == value - 1 and found[-1][2] == kind:
            found[-1][1] = value
        else:
            found.append([value, value, kind])
    return found


def scalars():
    """Those behind the control characters; surrogates left out."""
    yield from range(0xA0, 0xD800)
    yield from range(0xE000, 0x110000)


def print_classes():
    print(unicode.unidata_version)
    assigned = (value for value in scalars() if unicode.category(chr(value)) != "Cn")
    for first, last, kind in runs(assigned, scalar_class):
        print(f"{first:x} {last:x} {kind}")


def print_table():
    if tuple(map(int, unicode.unidata_version.split("."))) < (16, 0):
        sys.exit(f"Unicode {unicode.unidata_version} is too old: see the head of this script")
    line, kind_before = " ", NARROW
    for value in scalars():
        kind = scalar_class(value)
        if kind == kind_before:
            continue
        kind_before = kind
        word = f" 0x{value << 2 | kind:x},"
        if len(line + word) > 100:
            print(line)
            line = " "
        line += word
    print(line)


print_classes() if sys.argv[1:] == ["--classes"] else print_table()
