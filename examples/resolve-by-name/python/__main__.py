import pulumi
import pulumi_compshare as compshare

# The one image with exactly this name. None or several is an error.
training_image = compshare.get_comp_share_image_output(name="cuda128_torch291_py312")

# The newest of all images whose name contains this.
inference_image = compshare.get_comp_share_image_output(name_contains="vLLM", most_recent=True)

pulumi.export(
    "training",
    {
        "id": training_image.id,
        "name": training_image.name,
        "asked": training_image.selection.applied_filters,
    },
)
pulumi.export(
    "inference",
    {
        "id": inference_image.id,
        "name": inference_image.name,
        "asked": inference_image.selection.applied_filters,
    },
)
