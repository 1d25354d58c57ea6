import pulumi
import pulumi_compshare as compshare

# All images with both tags, newest first; tags are case-insensitive.
learning_images = compshare.get_comp_share_images_output(tags=["深度学习", "PyTorch"])

# The newest image with at least one of these tags.
serving_image = compshare.get_comp_share_image_output(
    tags_any=["推理框架", "vLLM"], most_recent=True
)

pulumi.export(
    "learning",
    {
        "id": learning_images.ids,
        "name": learning_images.names,
        "asked": learning_images.selection.applied_filters,
    },
)
pulumi.export(
    "serving",
    {
        "id": serving_image.id,
        "name": serving_image.name,
        "asked": serving_image.selection.applied_filters,
    },
)
