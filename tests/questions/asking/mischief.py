"""What anybody may send to a public form. Each function makes one request: `data`, or a `body` with its type."""

import io

from django.test.client import BOUNDARY, MULTIPART_CONTENT, RequestFactory, encode_multipart

from .conftest import filled, token

CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x202E, 0x2066, 0xFEFF, 0xFFFE, 0x10FFFF]))
NESTED = "\"'" * 500 + "{{{%}}}" * 100 + "${jndi:ldap://x}" + "'; DROP TABLE questions_question; --"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>" * 20
ZALGO = "a" + "\u0300\u0301\u0302\u0303\u0304\u0305" * 200
FLOOD = "á" * 500_000  # 1 MB of text
WORDS = ["", " ", "\0", CONTROLS, NESTED, MARKUP, ZALGO, "٣٤٥", "🙈" * 300, "\ud7ff\uffff", "NaN", "-1", "null", "[]",
         "{}", "../../etc/passwd", "%00", "%s%n", "0" * 400, "\r\nSet-Cookie: a=b", "on", "true"]  # fmt: skip
FIELDS = ["text", "unit", "contact", "consent", "name", "region", "topic", "wants_private", "website", "confirmed",
          "token", "page", "files"]  # fmt: skip
DISPOSITIONS = ['form-data; name="text"; filename*=none\'\'x', "form-data; name*=utf-9''a", "form-data",
                'form-data; name="files"; filename="../../a"', 'attachment; name="text', "\0", ""]  # fmt: skip


STARTS = [b"", b"%PDF-1.7 /JS", b"PK\x03\x04", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"MZ", b"GIF89a", b"<svg>",
          b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"RIFF....WEBP", b"text", b"\0\0"]  # fmt: skip


def post(client, path, request, headers):
    """Send what one of the functions below made."""
    if "data" in request:
        return client.post(path, request["data"], headers=headers)
    return client.generic("POST", path, request["body"], content_type=request["content_type"], headers=headers)


def post_request(path, request):
    """The same as a request that no middleware has seen."""
    return post(RequestFactory(), path, request, {})


def junk(dice):
    word = dice.choice(WORDS)
    return (
        word if dice.random() < 0.8 else "".join(dice.choices(CONTROLS + NESTED + "ăâđêôơư ", k=dice.randrange(300)))
    )


def some_fields_are_junk(dice, a):
    return {"data": {**filled(a), **{name: junk(dice) for name in dice.sample(FIELDS, dice.randrange(1, 6))}}}


def lists_in_place_of_strings(dice, a):
    name = dice.choice(FIELDS)
    return {"data": {**filled(a), name: [junk(dice) for _number in range(5)], f"{name}[]": "x", f"{name}[a][b]": "y"}}


def names_that_are_no_fields(dice, a):
    return {"data": {junk(dice) or "x": junk(dice) for _number in range(dice.randrange(40))}}


def half_a_form(dice, a):
    values = filled(a)
    return {"data": {name: values[name] for name in dice.sample(sorted(values), dice.randrange(len(values)))}}


def forged_tokens(dice, a):
    good = token()
    at = dice.randrange(len(good))
    return {"data": filled(a, token=good[:at] + dice.choice("abcXYZ019:.\0ế") + good[at + 1 :])}


def odd_bodies(dice, a):
    body = dice.choice([b"", b"{}", b"[1, 2", b"\xff\xfe\x00", b"text=%FF%FE&unit=%E1%BA", b"&&&===;;", b"a" * 5000,
                        b"<?xml version='1.0'?><a/>", "text=ế".encode("utf-16"), b"=&=&text"])  # fmt: skip
    kind = dice.choice(["application/json", "text/plain", "application/x-www-form-urlencoded", "", "text/xml",
                        "application/x-www-form-urlencoded; charset=utf-16", "multipart/form-data", "a/b; c=\"",
                        "application/x-www-form-urlencoded; charset=none"])  # fmt: skip
    return {"body": body, "content_type": kind}


def broken_multipart(dice, a):
    body = encode_multipart(BOUNDARY, {**filled(a), "files": some_file(dice)})
    at, end = sorted(dice.choices(range(len(body)), k=2))
    broken = dice.choice([body[:at], body[at:], body[:at] + body[end:], body[:at] + b"\r\n\0--" + body[at:]])
    headers = dice.choice(["", "; charset=x", '; boundary="', "; boundary=" + "x" * 300])
    return {"body": broken, "content_type": MULTIPART_CONTENT + headers}


def odd_parts(dice, a):
    disposition = dice.choice(DISPOSITIONS)
    extra = dice.choice(
        ["", "Content-Transfer-Encoding: base64\r\n", "Content-Type: \0\r\n", "Content-Length: -5\r\n"]
    )
    value = dice.choice(["x", "=", "Zm9v", "\0"])
    part = f"--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n{extra}\r\n{value}\r\n"
    body = part.encode() + encode_multipart(BOUNDARY, filled(a))
    return {"body": body, "content_type": MULTIPART_CONTENT}


def files_of_all_kinds(dice, a):
    return {"data": filled(a, files=[some_file(dice) for _number in range(dice.randrange(1, 8))], text=junk(dice))}


MISCHIEF = [some_fields_are_junk, lists_in_place_of_strings, names_that_are_no_fields, half_a_form, forged_tokens,
            odd_bodies, broken_multipart, odd_parts, files_of_all_kinds]  # fmt: skip


def some_file(dice):
    start = dice.choice(STARTS)
    file = io.BytesIO(start + dice.randbytes(dice.randrange(2000)))
    file.name = dice.choice(
        ["a.pdf", "a.jpg", "a.exe", ".htaccess", "a" * 300 + ".png", "a.docx", "ế\u202e.gpj.txt", "a.txt"]
    )
    return file
