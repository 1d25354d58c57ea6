import pulumi
import pulumi_compshare as compshare
from pulumi import automation


def program() -> None:
    image = compshare.get_comp_share_image_output(name="cuda128_torch291_py312")
    pulumi.export("imageId", image.id)


stack = automation.create_or_select_stack(
    stack_name="dev", project_name="automation", program=program
)
print(stack.up().outputs["imageId"].value)
