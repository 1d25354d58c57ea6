"""What the mocks of examples/mocks-pytest answer, beside what the plugin answers to the same."""

import os
import shlex

import pytest
from pulumi.runtime import MockCallArgs, MockResourceArgs

from compshare_mocks import CompshareMocks, ImageNotFound

COMMAND = tuple(shlex.split(os.environ["COMPSHARE_IMAGES"]))
MOCKS = CompshareMocks("compshare.catalog.json", COMMAND)

HIGHEST, OTHER, OFFLINE = (
    "compshareImage-1pv2luuyhfr1",
    "compshareImage-17utkv3juc5a",
    "compshareImage-1tc205xhei2d",
)


def pin(inputs, mocks=MOCKS, resource_id=""):
    return mocks.new_resource(MockResourceArgs("compshare:index:ImagePin", "pin", inputs, "", resource_id))


def call(name, args):
    return MOCKS.call(MockCallArgs(f"compshare:index:{name}", args, ""))


@pytest.mark.parametrize(
    "inputs, expected",
    [
        ({"framework": "vLLM", "version": ">=0.10 <1", "policy": "withinRange"}, HIGHEST),
        ({"framework": "vLLM", "version": "<0.11", "policy": "withinRange", "mostRecent": True}, OTHER),
        ({"framework": "vLLM", "policy": "follow"}, HIGHEST),
        ({"framework": "vLLM", "policy": "follow", "orderBy": ["version"]}, OTHER),
        ({"framework": "vLLM", "mostRecent": True, "policy": "hold", "keepers": {"a": "b"}}, HIGHEST),
        ({"imageId": OTHER}, OTHER),
        ({"imageId": OFFLINE, "region": "cn-wlcb", "source": "platform"}, OFFLINE),
    ],
)
def test_a_pin_is_chosen_by_its_policy(inputs, expected):
    made, outputs = pin(inputs)
    assert (made, outputs["imageId"]) == (expected, expected)


@pytest.mark.parametrize(
    "inputs",
    [
        {"framework": "vLLM"},
        {"framework": "vLLM", "policy": "withinRange"},
        {"framework": "vLLM", "version": ">=0.10", "policy": "withinRange", "orderBy": ["name"]},
        {"version": ">=0.10", "policy": "withinRange", "source": "community"},
        {"policy": "follow", "source": "community"},
        {"imageId": OTHER, "framework": "vLLM"},
        {"imageId": OTHER, "policy": "follow"},
    ],
)
def test_a_pin_that_the_plugin_refuses_is_refused(inputs):
    with pytest.raises((ImageNotFound, ValueError)):
        pin(inputs)


def test_a_pin_has_the_outputs_of_the_plugin_and_no_others():
    _, outputs = pin({"imageId": OFFLINE})
    assert outputs.pop("resolvedAt").endswith("Z")
    assert outputs == {
        "imageId": OFFLINE,
        "name": "vLLM v0.9.2",
        "source": "platform",
        "imageType": "App",
        "author": "UCloud",
        "versionName": None,
        "version": "0.9.2",
        "framework": "vLLM",
        "tags": [],
        "official": True,
        "price": 0,
        "createdAt": "2025-07-12T12:06:36Z",
        "publishedAt": "2025-07-15T09:49:58Z",
        "region": "cn-wlcb",
        "status": "Offline",
        "newerAvailable": None,
        "warnings": ["the image's status is Offline; instances may fail to start from it"],
    }


def test_the_version_is_the_one_that_the_lookup_reads():
    mocks = CompshareMocks("system.catalog.json", COMMAND)
    assert pin({"name": "Ubuntu 22.04 64位"}, mocks)[1]["version"] == "22.4.0"


def test_a_pin_that_exists_is_read_by_its_id():
    assert pin({}, resource_id=OTHER)[0] == OTHER


def test_a_list_is_a_list():
    found = call("getCompShareImages", {"framework": "vLLM", "limit": 1.0})
    assert (found["ids"], found["names"], found["totalCount"]) == ([HIGHEST], ["vLLM v0.12.0"], 2)
    assert found["images"][0]["cudaVersion"] == "12.9"
    assert found["selection"]["rowsScanned"] == 13


def test_one_image_may_be_missing_where_the_program_says_so():
    found = call("getCompShareImage", {"name": "none", "ifMissing": "empty"})
    assert found["found"] is False and "id" not in found


@pytest.mark.parametrize("name", ["getCompShareImageTags", "getCompshareImage"])
def test_a_function_that_the_mocks_do_not_know_is_an_error(name):
    with pytest.raises(NotImplementedError, match=name):
        call(name, {})


def test_resources_of_other_packages_have_their_inputs():
    args = MockResourceArgs("other:index:Machine", "gpu", {"size": 1}, "", "")
    assert MOCKS.new_resource(args) == ["gpu_id", {"size": 1}]
