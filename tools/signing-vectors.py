"""Writes tests/vectors/signing.json: cases of UCloud's signature with every step, by a second program than the plugin's.

The rule: flatten the parameters to text, order them by name, join names and values and the private key with nothing
between, and take the SHA-1 of the UTF-8 bytes in lower-case hex. Run it with `python3 tools/signing-vectors.py`.
"""

import hashlib
import json
from decimal import Decimal

PUBLIC = "ucloudsomeone@example.com1296235120854146120"
PRIVATE = "46f09bb9fab4f12dfc160dae12273d5332b5debe"

FLAGS = {
    "Published": "Requests as the vendor's pages show them.",
    "SortOrder": "Names are ordered by their bytes, not by language, length or number.",
    "EmptyValue": "An empty value is signed and sent as nothing after its name.",
    "Ambiguity": "Another request has the same text to sign, and so the same signature: nothing stands between names and values.",
    "NonAscii": "Text beyond ASCII is signed as UTF-8 and sent percent-encoded.",
    "Normalization": "Two ways to write one character are two values: nothing is normalized.",
    "Whitespace": "White space is neither trimmed nor changed.",
    "Control": "Control characters are signed as they are.",
    "Reserved": "Characters that mean something in an URL are signed as they are and sent percent-encoded.",
    "PercentLike": "What looks percent-encoded is not decoded.",
    "Injection": "A value that looks like parameters stays one value.",
    "SignatureName": "A parameter called Signature is no part of the text.",
    "NumberForm": "Numbers are written in digits, without an exponent.",
    "BooleanForm": "Booleans are written true and false.",
    "Flattening": "Entries of lists and members of objects become dotted names.",
    "Length": "Long values are signed whole.",
    "KeyForm": "The private key is joined as it is.",
    "IllFormed": "Half of a surrogate pair cannot be sent as it is signed.",
    "NotFinite": "Only finite numbers can be written in digits.",
}


def number_text(value):
    if isinstance(value, int):
        return str(value) if abs(value) < 10**21 else str(int(float(value)))
    if value == 0:
        return "0"
    if abs(value) >= 1e21:
        return str(int(value))
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def flatten(name, value):
    if isinstance(value, dict):
        for key, member in value.items():
            yield from flatten(f"{name}.{key}", member)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from flatten(f"{name}.{index}", member)
    elif isinstance(value, bool):
        yield name, "true" if value else "false"
    elif isinstance(value, (int, float)):
        yield name, number_text(value)
    else:
        yield name, value


def form_text(text):
    """The form encoding of the URL standard, which keeps `*` and encodes `~`, unlike Python's quote_plus."""
    kept = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._"
    return "".join(
        chr(byte) if byte in kept else "+" if byte == 0x20 else f"%{byte:02X}" for byte in text.encode("utf-8")
    )


def valid(comment, flags, parameters, private=PRIVATE, public=PUBLIC):
    flat = {}
    for name, value in {**parameters, "PublicKey": public}.items():
        flat.update(flatten(name, value))
    names = sorted(name for name in flat if name != "Signature")
    text = "".join(name + flat[name] for name in names) + private
    signature = hashlib.sha1(text.encode("utf-8")).hexdigest()
    sent = {**flat, "Signature": signature}
    return {
        "comment": comment,
        "flags": flags,
        "result": "valid",
        "parameters": parameters,
        "publicKey": public,
        "privateKey": private,
        "names": names,
        "text": text,
        "signature": signature,
        "form": "&".join(f"{form_text(name)}={form_text(value)}" for name, value in sent.items()),
    }


def invalid(comment, flags, parameters, error):
    return {"comment": comment, "flags": flags, "result": "invalid", "parameters": parameters, "error": error}


def name_of(character):
    return f"U+{ord(character):04X}"


def cases():
    listing = {"Action": "DescribeCompShareImages", "Region": "cn-wlcb", "Limit": 100, "Offset": 0}
    yield valid("the vendor's page", ["Published"], {"Action": "DescribeUHostInstance", "Region": "cn-bj2", "Limit": 10})
    yield valid("a listing", ["Published"], listing)
    yield valid("a listing of a project", ["Published"], {**listing, "ProjectId": "org-abc123"})
    yield valid("a listing of a zone", ["Published"], {**listing, "Zone": "cn-wlcb-01"})
    yield valid("an image by its ID", ["Published"], {**listing, "CompShareImageId": "compshareImage-1minbz219ceq"})
    yield valid("tags of images", ["Published"], {"Action": "DescribeCompShareImageTags", "Region": "cn-wlcb"})
    yield valid("an action alone", ["Published"], {"Action": "DescribeCompShareImages"})
    yield valid("nothing but the public key", ["Published"], {})

    orders = [
        ("upper case before lower case", ["b", "B", "a", "A"]),
        ("a prefix before what is longer", ["Name", "NameSpace", "Nam"]),
        ("digits before letters", ["A1", "AA", "A"]),
        ("the dot before digits", ["Tag0", "Tag.0", "Tag"]),
        ("ten before two", ["Tag.10", "Tag.2", "Tag.1"]),
        ("the underscore after upper case, before lower case", ["A_", "Aa", "AZ"]),
        ("names around PublicKey", ["Public", "PublicKez", "PublicKeY", "PublicKey0"]),
        ("names around Signature", ["Signatur", "SignatureX", "signature"]),
        ("the other way round", ["Z", "Y", "X", "W"]),
        ("already in order", ["A", "B", "C"]),
        ("zero before the dash of nothing", ["Tag.0", "Tag.00", "Tag.01"]),
        ("one name of one letter", ["a"]),
        ("names that differ in their last letter", ["ImageTypea", "ImageTypeB", "ImageType1"]),
        ("a long name before a short one", ["AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "B"]),
        ("all digits, nine after ten", ["9", "10"]),
    ]
    for comment, names in orders:
        yield valid(comment, ["SortOrder"], {name: f"v{index}" for index, name in enumerate(names)})
    yield valid("Java or a locale would put these otherwise", ["SortOrder"], {"i": "1", "I": "2", "ii": "3", "Ii": "4"})

    for name in ["Name", "Region", "Zone", "ProjectId"]:
        yield valid(f"an empty {name}", ["EmptyValue"], {**listing, name: ""})
    yield valid("nothing but empty values", ["EmptyValue"], {"A": "", "B": "", "C": ""})
    yield valid("an empty entry of a list", ["EmptyValue", "Flattening"], {"Tag": ["", "b"]})
    yield valid("an empty private key", ["EmptyValue", "KeyForm"], listing, private="")
    yield valid("an empty public key", ["EmptyValue", "KeyForm"], listing, public="")

    twins = [
        ("a value that swallows the next name", {"Name": "xOffset5"}, {"Name": "x", "Offset": 5}),
        ("an empty value and a longer one", {"A": "", "B": "c"}, {"A": "Bc"}),
        ("a name that ends in digits", {"A1": "2"}, {"A": "12"}),
        ("a dotted name", {"Tag": [".0x"]}, {"Tag.0.0": "x"}),
        ("a list of two and of one", {"Tag": ["a", "b"]}, {"Tag": ["aTag.1b"]}),
        ("a value that is split elsewhere", {"AB": "CD"}, {"ABC": "D"}),
        ("a boolean and its word", {"Container": True}, {"Container": "true"}),
        ("a number and its digits", {"Limit": 100}, {"Limit": "100"}),
        ("minus zero and the digit", {"Offset": -0.0}, {"Offset": "0"}),
        ("a whole number with a fraction and its digits", {"Price": 2.0}, {"Price": "2"}),
    ]
    for comment, one, other in twins:
        first, second = valid(f"{comment}: one", ["Ambiguity"], one), valid(f"{comment}: the other", ["Ambiguity"], other)
        assert first["signature"] == second["signature"], comment
        yield first
        yield second

    texts = {
        "Chinese": "深度学习镜像",
        "Chinese with ASCII": "PyTorch 镜像 v2",
        "a full-width comma": "pytorch，Pytorch",
        "full-width letters": "ＰｙＴｏｒｃｈ",
        "Japanese": "イメージ",
        "Korean": "이미지",
        "Cyrillic": "образ",
        "Greek": "εικόνα",
        "Arabic, from right to left": "صورة",
        "Hebrew": "תמונה",
        "Hindi": "छवि",
        "Thai": "ภาพ",
        "an emoji": "🚀",
        "an emoji of several characters": "👩‍💻",
        "a flag": "🇨🇳",
        "an emoji with a skin tone": "👍🏽",
        "a character beyond the first plane": "𠮷",
        "the last character that there is": "\U0010ffff",
        "the first character beyond the first plane": "\U00010000",
        "the last one of the first plane": "\uffff",
        "a private character": "\ue000",
        "a byte order mark": "\ufeffname",
        "the replacement character": "\ufffd",
        "an override of direction": "a\u202eb",
        "a joiner that nobody sees": "a\u200bb",
        "two bytes in UTF-8": "é",
        "three bytes in UTF-8": "€",
        "the sharp s": "straße",
        "the Turkish dotless i": "ı",
        "a mathematical letter": "𝒜",
    }
    for comment, text in texts.items():
        yield valid(comment, ["NonAscii"], {**listing, "Name": text})
    for comment, composed, decomposed in [
        ("e with acute", "\u00e9", "e\u0301"),
        ("a with ring", "\u00e5", "a\u030a"),
        ("a Hangul syllable", "\uac00", "\u1100\u1161"),
        ("the ohm and the omega", "\u2126", "\u03a9"),
        ("the ligature fi", "\ufb01", "fi"),
    ]:
        yield valid(f"{comment}, composed", ["Normalization", "NonAscii"], {"Name": composed})
        yield valid(f"{comment}, in parts", ["Normalization", "NonAscii"], {"Name": decomposed})

    for comment, text in {
        "spaces around": "  64位 ",
        "one space": " ",
        "two spaces within": "a  b",
        "a tab": "a\tb",
        "a newline at the end": "key\n",
        "a carriage return and a newline": "a\r\nb",
        "a space that does not break": "a\u00a0b",
        "the wide space of Chinese": "a\u3000b",
        "a separator of lines": "a\u2028b",
        "a separator of paragraphs": "a\u2029b",
        "a vertical tab and a form feed": "a\u000b\u000cb",
    }.items():
        yield valid(comment, ["Whitespace"], {"Name": text})

    for code in [0x00, 0x01, 0x07, 0x08, 0x1B, 0x1F, 0x7F, 0x80, 0x9B]:
        yield valid(f"the control character U+{code:04X}", ["Control"], {"Name": f"a{chr(code)}b"})
    yield valid("a sequence that clears a terminal", ["Control"], {"Name": "\u001b[2J"})

    for character in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~":
        yield valid(f"the character {character}", ["Reserved"], {"Name": f"a{character}b"})
    yield valid("all of them in a name and a value", ["Reserved"], {"Name": "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"})
    yield valid("an address", ["Reserved"], {"Name": "https://user:pass@example.com/path?q=1#top"})

    for text in ["%20", "%", "%%", "%zz", "%2B", "a+b", "+", "100%"]:
        yield valid(f"the text {text}", ["PercentLike"], {"Name": text})

    for comment, text in {
        "another action": "x&Action=TerminateCompShareInstance",
        "another signature": "x&Signature=0000000000000000000000000000000000000000",
        "another key": "x&PublicKey=someone",
        "a header": "x\r\nHost: example.com",
        "an end of text": "x\u0000&Action=Other",
        "a semicolon": "x;Action=Other",
        "JSON": '{"Action":"Other"}',
        "XML": "<Action>Other</Action>",
    }.items():
        yield valid(comment, ["Injection"], {**listing, "Name": text})

    yield valid("a Signature that is there already", ["SignatureName"], {**listing, "Signature": "0" * 40})
    yield valid("an empty Signature", ["SignatureName", "EmptyValue"], {**listing, "Signature": ""})
    yield valid("a name that begins with Signature", ["SignatureName"], {**listing, "SignatureMethod": "SHA1"})

    for number in [0, 1, -1, 10, 100, 2**31 - 1, 2**31, 2**32, 2**53 - 1, -(2**53 - 1)]:
        yield valid(f"the number {number}", ["NumberForm"], {"Limit": number})
    for number in [0.5, 0.1, 1.25, -2.5, 0.1 + 0.2, 1e-6, 1e-7, 1.5e-10, 5e-324, 123456789.125, 1e20, 1e21, 1.5e22, 1e100, -1e21]:
        yield valid(f"the number {number!r}", ["NumberForm"], {"Price": number})
    yield valid("true", ["BooleanForm"], {"Container": True})
    yield valid("false", ["BooleanForm"], {"Container": False})
    yield valid("the words True and False", ["BooleanForm"], {"A": "True", "B": "False"})

    for comment, parameters in {
        "a list of one": {"Tag": ["a"]},
        "a list of three": {"Tag": ["a", "b", "c"]},
        "a list of twelve, ordered as text": {"Tag": [f"t{index}" for index in range(12)]},
        "an empty list": {"Tag": [], "Limit": 1},
        "an empty object": {"Disk": {}, "Limit": 1},
        "an object": {"Disk": {"Size": 20, "Type": "SSD"}},
        "objects in a list": {"Disks": [{"Size": 20}, {"Size": 40, "IsBoot": True}]},
        "lists in an object": {"A": {"B": ["x", "y"]}},
        "lists in lists": {"A": [["x"], ["y", "z"]]},
        "four levels": {"A": {"B": [{"C": ["x"]}]}},
        "numbers and booleans in a list": {"A": [1, True, 0.5, "x"]},
        "an empty list in a list": {"A": [[], ["x"]]},
        "a dotted name beside a list": {"A.1": "x", "A": ["y"]},
    }.items():
        yield valid(comment, ["Flattening"], parameters)

    yield valid("1,000 letters", ["Length"], {"Name": "a" * 1000})
    yield valid("1,000 Chinese characters", ["Length", "NonAscii"], {"Name": "镜" * 1000})
    yield valid("100 parameters", ["Length", "SortOrder"], {f"P{index}": str(index) for index in range(100)})
    for length in [54, 55, 56, 63, 64, 65]:
        padding = length - len("Name" + "PublicKey" + "u" + "k")
        yield valid(f"{length} bytes, at the edge of a block of SHA-1", ["Length"], {"Name": "n" * padding}, private="k", public="u")

    for comment, key in {
        "a key with white space": " key ",
        "a key in Chinese": "密钥",
        "a key of reserved characters": "+/=&%",
        "a key that looks like a parameter": "Zone1",
        "a key of a thousand characters": "k" * 1000,
        "a key of one character": "k",
        "a key with a newline": "key\n",
        "a key in upper case": PRIVATE.upper(),
    }.items():
        yield valid(comment, ["KeyForm"], listing, private=key)
    for comment, key in {
        "a public key with signs": "a+b/c==",
        "a public key in Chinese": "公钥",
        "a public key with white space": " key ",
        "the older form of a public key": "ucloud@example.com14" + "0" * 20,
    }.items():
        yield valid(comment, ["KeyForm"], listing, public=key)

    for comment, text in {
        "a high half alone": "\ud83d",
        "a low half alone": "\ude80",
        "halves in the wrong order": "\ude80\ud83d",
        "a high half at the end": "ComfyUI \ud83d",
        "a low half at the beginning": "\ude80 ComfyUI",
        "a high half before a letter": "\ud83dx",
        "two high halves": "\ud83d\ud83d",
        "a whole pair and a half": "\ud83d\ude80\ud83d",
    }.items():
        yield invalid(comment, ["IllFormed"], {"Name": text}, "Name holds half of a surrogate pair")
    yield invalid("half a pair in a list", ["IllFormed", "Flattening"], {"Tag": ["a", "\ud83d"]}, "Tag.1 holds half of a surrogate pair")
    for word in ["NaN", "Infinity", "-Infinity"]:
        yield invalid(f"{word}", ["NotFinite"], {"Limit": {"$number": word}}, "Limit is not a finite number")
        yield invalid(f"{word} in a list", ["NotFinite", "Flattening"], {"A": [1, {"$number": word}]}, "A.1 is not a finite number")


def main():
    numbered = [{"id": index + 1, **case} for index, case in enumerate(cases())]
    document = {
        "schema": 1,
        "generator": "tools/signing-vectors.py",
        "flags": FLAGS,
        "numberOfCases": len(numbered),
        "cases": numbered,
    }
    with open("tests/vectors/signing.json", "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=True, indent=1)
        file.write("\n")
    print(f"wrote {len(numbered)} cases")


if __name__ == "__main__":
    main()
