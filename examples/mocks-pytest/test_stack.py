import os
import shlex

import pulumi
import pytest

from compshare_mocks import CompshareMocks, ImageNotFound

COMMAND = tuple(shlex.split(os.environ.get("COMPSHARE_IMAGES", "node_modules/.bin/compshare-images")))
MOCKS = CompshareMocks("compshare.catalog.json", COMMAND)
pulumi.runtime.set_mocks(MOCKS)


@pulumi.runtime.test
def test_inference_runs_on_the_highest_vllm_of_the_range():
    from stack import make_stack

    inference, _training = make_stack()
    expected = ["compshareImage-1pv2luuyhfr1", "0.12.0"]
    return pulumi.Output.all(inference.image_id, inference.version).apply(lambda got: check(got, expected))


@pulumi.runtime.test
def test_training_runs_on_the_newest_pytorch_for_cuda_12():
    from stack import make_stack

    _inference, training = make_stack()
    assert training["name"] == "cuda128_torch291_py312"


def test_a_fixture_has_types():
    image = MOCKS.image(name="vLLM v0.12.0")
    assert (image.id, image.cudaVersion) == ("compshareImage-1pv2luuyhfr1", "12.9")
    assert "推理框架" in image.tags


def test_a_query_that_finds_nothing_fails_as_it_would_when_the_stack_is_deployed():
    with pytest.raises(ImageNotFound, match="IMAGE_NOT_FOUND.*vLLM v0.13.0"):
        MOCKS.find({"name": "vLLM v0.13.0"})


def check(got: list, expected: list) -> None:
    assert list(got) == expected
