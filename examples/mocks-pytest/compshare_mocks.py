"""Mocks that answer from a catalogue file, by the lookup of the plugin: `compshare-images` runs it."""

import json
import re
import subprocess
from dataclasses import dataclass, fields
from datetime import datetime, timezone
from typing import Any, Mapping, Optional

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
        self._command = command
        self._catalog = catalog

    def find(self, query: Mapping[str, Any]) -> dict[str, Any]:
        """The image that a query means, with everything that is known of it."""
        document = self._find(query, "--one")
        # With `ifMissing: empty` there may be none.
        image = document["images"][0] if document["images"] else {}
        return {"found": bool(image), **image, "selection": document["selection"]}

    def image(self, **query: Any) -> Image:
        """The same as a fixture with types."""
        found = self.find(query)
        known = {field.name: found[field.name] for field in fields(Image) if field.name in found}
        return Image(**{**known, "tags": tuple(found["tags"])})

    def call(self, args: pulumi.runtime.MockCallArgs):
        if args.token == "compshare:index:getCompShareImage":
            return self.find(args.args)
        if args.token == "compshare:index:getCompShareImages":
            document = self._find(args.args)
            images = document["images"]
            return {
                "images": images,
                "ids": [image["id"] for image in images],
                "names": [image["name"] for image in images],
                "totalCount": document["totalCount"],
                "selection": document["selection"],
            }
        # An empty result would let a test pass on nothing.
        raise NotImplementedError(f"these mocks do not know {args.token}; answer it in CompshareMocks.call")

    def new_resource(self, args: pulumi.runtime.MockResourceArgs):
        if args.typ != "compshare:index:ImagePin":
            return [args.resource_id or f"{args.name}_id", args.inputs]
        document = self._find(pin_query(args.inputs, args.resource_id), "--one")
        [image] = document["images"]
        facts = {
            **image,
            "imageId": image["id"],
            "version": document["versions"].get(image["id"]),
            "region": document["selection"]["appliedFilters"]["region"],
            "resolvedAt": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "warnings": document["selection"]["warnings"],
        }
        return [image["id"], {name: facts.get(name) for name in PIN_OUTPUTS}]

    def _find(self, query: Mapping[str, Any], *more: str) -> dict[str, Any]:
        flags = [word for name, value in query.items() if value is not None for word in flag(name, value)]
        words = [*self._command, "find", *more, "--json", "--catalog", self._catalog, *flags]
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
        document = json.loads(done.stdout)
        if done.returncode != 0:
            raise ImageNotFound(document["text"])
        return document


PIN_OUTPUTS = (
    *("imageId", "name", "source", "imageType", "author", "versionName", "version", "framework", "tags"),
    *("official", "price", "createdAt", "publishedAt", "region", "resolvedAt", "status", "newerAvailable"),
    "warnings",
)

# An image that is named by its ID is pinned whatever its state.
ALL_STATUSES = ["Available", "Making", "Reviewing", "Offline", "UnAvailable", "Unknown"]


def pin_query(inputs: Mapping[str, Any], resource_id: Optional[str] = None) -> dict[str, Any]:
    """The query that the plugin asks when it makes a pin, or reads one that exists."""
    query = {name: value for name, value in inputs.items() if value is not None and name != "keepers"}
    policy = query.pop("policy", "hold")
    image_id = resource_id or query.pop("imageId", None)
    if image_id is not None:
        asked = {name for name in query if name not in ("source", "region", "zone", "projectId")}
        if asked or policy != "hold":
            raise ValueError(f"`imageId` names the image; leave out {', '.join(sorted(asked)) or 'policy'}")
        return {**query, "id": image_id, "statuses": ALL_STATUSES}
    if policy == "follow" and "orderBy" not in query:
        query["mostRecent"] = True
    if policy == "withinRange":
        if "version" not in query or "orderBy" in query:
            raise ValueError("`policy` withinRange needs `version`, and takes no `orderBy`")
        query.pop("mostRecent", None)
        query["orderBy"] = ["-version"]
    return query


def flag(name: str, value: Any) -> list[str]:
    """`nameContains` is `--name-contains`; a list is written with commas."""
    kebab = "--" + re.sub("[A-Z]", lambda letter: "-" + letter.group().lower(), name)
    if isinstance(value, bool):
        return [kebab] if value else [kebab.replace("--", "--no-", 1)]
    if isinstance(value, (list, tuple)):
        return [f"{kebab}={','.join(value)}"]
    return [f"{kebab}={value:g}" if isinstance(value, float) else f"{kebab}={value}"]
