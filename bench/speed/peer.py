"""UCloud's own Python SDK on the same work: prints one line of JSON. Used by the bench only."""
import json
import logging
import os
import re
import resource
import sys
import time

from ucloud.client import Client
from ucloud.core.auth import Credential

# Its default logger prints every answer in full, which would cost it a good part of its speed.
logging.getLogger("ucloud").setLevel(logging.CRITICAL)


def client(retries=0):
    return Client({
        "region": "cn-wlcb",
        "public_key": os.environ["COMPSHARE_PUBLIC_KEY"],
        "private_key": os.environ["COMPSHARE_PRIVATE_KEY"],
        "base_url": os.environ["COMPSHARE_BASE_URL"],
        "max_retries": retries,
    }).ucompshare()


def by_rows(limit):
    """Offset is the number of rows so far; an empty page, a short one or TotalCount ends the list. UCloud's own CLI pages so."""
    service, ids, offset = client(), set(), 0
    while True:
        page = service.describe_comp_share_images({"Limit": int(limit), "Offset": offset})
        rows = page.get("ImageSet") or []
        ids.update(row["CompShareImageId"] for row in rows)
        offset += len(rows)
        if len(rows) < int(limit) or offset >= page.get("TotalCount", 0):
            return len(ids)


def by_limit(limit):
    """Offset advances by Limit until it reaches TotalCount. The rows are kept, as a program would that looks for one."""
    service, images, offset = client(), [], 0
    while True:
        page = service.describe_comp_share_images({"Limit": int(limit), "Offset": offset})
        images += page.get("ImageSet") or []
        offset += int(limit)
        if offset >= page.get("TotalCount", 0):
            return len({row["CompShareImageId"] for row in images})


def lookups(*names):
    service, found = client(), 0
    for name in names:
        page = service.describe_comp_share_images({"Name": name, "Limit": 100})
        found += sum(row["Name"] == name for row in page["ImageSet"])
    return found


def faults(retries, *ids):
    service, done = client(int(retries)), 0
    for image_id in ids:
        try:
            service.describe_comp_share_images({"CompShareImageId": image_id})
            done += 1
        except Exception:
            pass
    return done


def signing(count):
    credential = Credential("public", "private")
    request = {"Action": "DescribeCompShareImages", "Region": "cn-wlcb", "Limit": "100", "Offset": "0"}
    for _ in range(int(count)):
        credential.verify_ac(request)
    return int(count)


def peak_megabytes():
    try:
        # ru_maxrss also counts what the process was before it became Python.
        with open("/proc/self/status") as status:
            return int(re.search(r"VmHWM:\s+(\d+)", status.read())[1]) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


works = {"by_rows": by_rows, "by_limit": by_limit, "lookups": lookups, "faults": faults, "signing": signing}
start = time.perf_counter()
value = works[sys.argv[1]](*sys.argv[2:])
seconds = time.perf_counter() - start
print(json.dumps({"value": value, "seconds": seconds, "megabytes": peak_megabytes()}))
