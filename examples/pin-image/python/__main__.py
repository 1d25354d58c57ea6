import pulumi
import pulumi_compshare as compshare

# Looked up when it is created. From then on a newer image moves nothing: it shows as newer_available after a refresh.
base = compshare.ImagePin("base", name_contains="cuda13", most_recent=True)

pulumi.export("training", {"id": base.image_id, "name": base.name})
pulumi.export("newerAvailable", base.newer_available)
