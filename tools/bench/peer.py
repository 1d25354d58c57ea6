"""UCloud's own Python SDK on the same work: prints one line of JSON. Used by the bench only."""
import json
import os
import resource
import sys
import time

from ucloud.client import Client
from ucloud.core import exc
from ucloud.core.auth import Credential


def client(retries=0):
    return Client({
        "region": "cn-wlcb",
        "public_key": os.environ["COMPSHARE_PUBLIC_KEY"],
        "private_key": os.environ["COMPSHARE_PRIVATE_KEY"],
        "base_url": os.environ["COMPSHARE_BASE_URL"],
        "max_retries": retries,
    }).ucompshare()


def listing(limit):
    """The documented loop: pages of Limit until Offset reaches TotalCount."""
    service, offset, ids = client(), 0, set()
    while True:
        page = service.describe_comp_share_images({"Limit": limit, "Offset": offset})
        ids.update(row["CompShareImageId"] for row in page.get("ImageSet") or [])
        offset += limit
        if offset >= page.get("TotalCount", 0):
            return len(ids)


def lookups(count):
    service = client()
    return sum(1 for _ in range(count) if service.describe_comp_share_images({"Name": "cuda", "Limit": 100}))


def faults(count, retries):
    service, done = client(retries), 0
    for _ in range(count):
        try:
            service.describe_comp_share_images({"CompShareImageId": "compshareImage-1minbz219ceq"})
            done += 1
        except exc.UCloudException:
            pass
        except Exception:
            pass
    return done


def signing(count):
    credential = Credential("public", "private")
    request = {"Action": "DescribeCompShareImages", "Region": "cn-wlcb", "Limit": "100", "Offset": "0"}
    for _ in range(count):
        credential.verify_ac(request)
    return count


work, *numbers = sys.argv[1:]
start = time.perf_counter()
value = {"listing": listing, "lookups": lookups, "faults": faults, "signing": signing}[work](*map(int, numbers))
seconds = time.perf_counter() - start
print(json.dumps({"value": value, "seconds": seconds, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
