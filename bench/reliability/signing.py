"""Answers the signature of each line: a JSON object of the flat parameters, and the private key under ""."""

import hashlib
import json
import sys

for line in sys.stdin:
    parameters = json.loads(line)
    key = parameters.pop("")
    text = "".join(name + parameters[name] for name in sorted(parameters)) + key
    print(hashlib.sha1(text.encode("utf-8")).hexdigest())
