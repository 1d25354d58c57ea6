"""What the service runs on. `ImagePin` and the function are named by their tokens, as without a typed SDK."""

import pulumi


class ImagePin(pulumi.CustomResource):
    def __init__(self, name: str, **query):
        super().__init__("compshare:index:ImagePin", name, {"imageId": None, "version": None, **query})

    @property
    def image_id(self) -> pulumi.Output[str]:
        return pulumi.get(self, "imageId")

    @property
    def version(self) -> pulumi.Output[str]:
        return pulumi.get(self, "version")


def find_image(**query) -> dict:
    return pulumi.runtime.invoke("compshare:index:getCompShareImage", query).value


def make_stack() -> tuple[ImagePin, dict]:
    inference = ImagePin("inference", framework="vLLM", version=">=0.10 <1", policy="withinRange")
    training = find_image(framework="PyTorch", cudaVersion="12.x", officialOnly=True, mostRecent=True)
    return inference, training
