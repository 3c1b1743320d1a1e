"""Tiny files in the formats that are read, right and wrong, for the tests of image data."""

import gzip
import io
import json
import struct
import zipfile
import zlib
from hashlib import md5

import numpy as np
from PIL import Image

TYPES = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}


def idx(array, *, shape=None, kind=None):
    """An IDX file of the array; `shape` and `kind` let its header lie."""
    shape = array.shape if shape is None else shape
    code = TYPES[array.dtype.str[1:]] if kind is None else kind
    header = struct.pack(f">HBB{len(shape)}I", 0, code, len(shape), *shape)
    return header + array.astype(array.dtype.newbyteorder(">")).tobytes()


def npz(**arrays):
    """An NPZ file as numpy.savez_compressed writes it, pickling what it must."""
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def archive(**members):
    """A ZIP file of members of any content."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as writer:
        for name, content in members.items():
            writer.writestr(name, content)
    return file.getvalue()


def npy_header(shape, kind="|u1"):
    """The beginning of an NPY file: a header without any numbers."""
    text = repr({"descr": kind, "fortran_order": False, "shape": shape}).encode()
    text += b" " * (-(len(text) + 11) % 64) + b"\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text


def picture(array, form="PNG", mode=None, **options):
    """A picture file of an array (height, width[, channels]), brought to a mode of Pillow's."""
    file, image = io.BytesIO(), Image.fromarray(array)
    (image if mode is None else image.convert(mode)).save(file, form, **options)
    return file.getvalue()


def png_header(width, height):
    """A PNG file that is all header: width × height grey pixels, and hardly a byte of them."""
    return _png(struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0), b"\0" * 1000)


def deep_png(*values):
    """A PNG file of 9 × 9 pixels with these values of 16 bits: red, green, blue, perhaps alpha."""
    row = b"\0" + 9 * struct.pack(f">{len(values)}H", *values)
    kind = {3: 2, 4: 6}[len(values)]
    return _png(struct.pack(">IIBBBBB", 9, 9, 16, kind, 0, 0, 0), 9 * row)


def _png(header, rows):
    def chunk(name, data):
        checked = name + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    pixels = chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + pixels + chunk(b"IEND", b"")


def openml_cache(home, data_id, pixels, labels):
    """Lay a set out in `home` as scikit-learn's client keeps what it got from openml.org."""
    names = [f"pixel{k}" for k in range(pixels.shape[1])]
    attributes = "".join(f"@ATTRIBUTE {name} REAL\n" for name in names)
    rows = "".join(",".join(map(str, [*x, y])) + "\n" for x, y in zip(pixels, labels, strict=True))
    classes = ",".join(map(str, sorted(set(labels))))
    arff = f"@RELATION toy\n{attributes}@ATTRIBUTE class {{{classes}}}\n@DATA\n{rows}".encode()

    def feature(k, name, kind, target):
        return {
            "index": str(k), "name": name, "data_type": kind, "is_target": target,
            "is_ignore": "false", "is_row_identifier": "false", "number_of_missing_values": "0",
        }  # fmt: skip

    features = [feature(k, name, "numeric", "false") for k, name in enumerate(names)]
    features.append(feature(len(names), "class", "nominal", "true"))
    description = {
        "id": str(data_id), "name": "toy", "version": "1", "format": "ARFF", "status": "active",
        "description": "", "url": f"https://www.openml.org/data/v1/download/{data_id}/toy.arff",
        "md5_checksum": md5(arff, usedforsecurity=False).hexdigest(), "file_id": "1",
    }  # fmt: skip
    qualities = [{"name": "NumberOfInstances", "value": str(len(labels))}]
    api = f"api/v1/json/data/{data_id}"
    files = {
        api: {"data_set_description": description},
        f"api/v1/json/data/features/{data_id}": {"data_features": {"feature": features}},
        f"api/v1/json/data/qualities/{data_id}": {"data_qualities": {"quality": qualities}},
    }
    whole = {path: json.dumps(document).encode() for path, document in files.items()}
    whole[f"data/v1/download/{data_id}/toy.arff"] = arff
    for path, content in whole.items():
        file = home / "openml" / "openml.org" / f"{path}.gz"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(gzip.compress(content))
