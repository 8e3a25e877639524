"""Writes the smallest OLE files (DOC, XLS, PPT of before 2007) that readers accept. Source: [MS-CFB]."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
STORAGE, STREAM, ROOT = 1, 2, 5


def ole(streams):
    """An OLE file of these streams ({"Folder/Name": bytes}); a folder comes into being with its stream."""
    entries, data, fat = _tree(streams)
    directory = b"".join(entries) + b"\0" * (-len(entries) * 128 % SECTOR)
    start = len(data) // SECTOR
    count = len(directory) // SECTOR
    fat += [*range(start + 1, start + count), END, FAT]
    fat_sector = start + count
    table = struct.pack("<128I", *(fat + [FREE] * (128 - len(fat))))
    header = struct.pack(
        "<8s16s5H6s10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, 1, start, 0, 4096,
        END, 0, END, 0, fat_sector,
    )  # fmt: skip
    return header + struct.pack("<I", FREE) * 108 + data + directory + table


def _tree(streams):
    folders = sorted({path.split("/")[0] for path in streams if "/" in path})
    names = [("Root Entry", ROOT, None)]
    names += [(folder, STORAGE, None) for folder in folders]
    names += [(path, STREAM, content) for path, content in streams.items()]
    top = [at for at, (name, kind, _c) in enumerate(names) if at and "/" not in name]
    entries, data, fat = [], b"", []
    for at, (name, kind, content) in enumerate(names):
        inside = [n for n, (path, _k, _c) in enumerate(names) if path.startswith(f"{name}/")]
        siblings = top if "/" not in name else [n for n in range(len(names)) if _folder(names[n][0]) == _folder(name)]
        child = (top if kind == ROOT else inside or [FREE])[0]
        start, size = END, 0
        if content is not None:
            padded = content.ljust(4096, b"\0")
            padded += b"\0" * (-len(padded) % SECTOR)
            start, size, count = len(data) // SECTOR, len(padded), len(padded) // SECTOR
            fat += [*range(start + 1, start + count), END]
            data += padded
        later = [n for n in siblings if n > at] if kind != ROOT else []
        entries.append(_entry(name.split("/")[-1], kind, later[0] if later else FREE, child, start, size))
    return entries, data, fat


def _folder(path):
    return path.split("/")[0] if "/" in path else None


def _entry(name, kind, right, child, start, size):
    letters = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", letters, len(letters), kind, 1, FREE, right, child, b"", 0, 0, 0, start, size
    )
