"""Mocks that answer from a catalogue file, by the lookup of the plugin: `compshare-images` runs it."""

import json
import re
import subprocess
from dataclasses import dataclass, fields
from typing import Any, Optional

import pulumi


@dataclass(frozen=True)
class Image:
    """The members of an image that these tests look at."""

    id: str
    name: str
    framework: Optional[str] = None
    frameworkVersion: Optional[str] = None
    cudaVersion: Optional[str] = None
    pythonVersion: Optional[str] = None
    publishedAt: Optional[str] = None
    tags: tuple[str, ...] = ()


class ImageNotFound(Exception):
    """No image, or more than one: the text is the one that the plugin would give."""


class CompshareMocks(pulumi.runtime.Mocks):
    def __init__(self, catalog: str, command: tuple[str, ...] = ("node_modules/.bin/compshare-images",)):
        self._start = (*command, "find", "--one", "--json", "--catalog", catalog)

    def find(self, query: dict[str, Any]) -> dict[str, Any]:
        """The image that a query means, with everything that is known of it."""
        flags = [word for name, value in query.items() if value is not None for word in flag(name, value)]
        done = subprocess.run([*self._start, *flags], capture_output=True, text=True, encoding="utf-8")
        document = json.loads(done.stdout)
        if done.returncode != 0:
            raise ImageNotFound(document["text"])
        return {"found": True, **document["images"][0], "selection": document["selection"]}

    def image(self, **query: Any) -> Image:
        """The same as a fixture with types."""
        found = self.find(query)
        known = {field.name: found[field.name] for field in fields(Image) if field.name in found}
        return Image(**{**known, "tags": tuple(found["tags"])})

    def call(self, args: pulumi.runtime.MockCallArgs):
        if args.token == "compshare:index:getCompShareImage":
            return self.find(args.args)
        return {}

    def new_resource(self, args: pulumi.runtime.MockResourceArgs):
        if args.typ != "compshare:index:ImagePin":
            return [args.name + "_id", args.inputs]
        query = {name: value for name, value in args.inputs.items() if name not in ("policy", "keepers")}
        if query.get("imageId"):
            query = {"id": query["imageId"]}
        image = self.find(query)
        return [image["id"], {**image, "imageId": image["id"], "version": image.get("frameworkVersion")}]


def flag(name: str, value: Any) -> list[str]:
    """`nameContains` is `--name-contains`; a list is written with commas."""
    kebab = "--" + re.sub("[A-Z]", lambda letter: "-" + letter.group().lower(), name)
    if isinstance(value, bool):
        return [kebab] if value else [kebab.replace("--", "--no-", 1)]
    if isinstance(value, (list, tuple)):
        return [f"{kebab}={','.join(value)}"]
    return [f"{kebab}={value:g}" if isinstance(value, float) else f"{kebab}={value}"]
