"""Runs a Pulumi program in a folder, as Pulumi's own host for Python does: FOLDER SETTINGS, which are JSON."""

import asyncio
import json
import logging
import os
import runpy
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor

import grpc
import pulumi
import pulumi.runtime

ALREADY_REPORTED = 32


def run_program(folder):
    main = os.path.join(folder, "__main__.py")
    runpy.run_path(main if os.path.exists(main) else folder, run_name="__main__")


def main(folder, settings):
    # Pulumi's SDK leaves tasks behind when a program fails; the error itself is told below.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    sys.path.insert(0, folder)
    pulumi.runtime.configure(pulumi.runtime.Settings(**settings))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(max_workers=max(settings["parallel"], 1) * 4))
    try:
        loop.run_until_complete(pulumi.runtime.run_in_stack(lambda: run_program(folder)))
        return 0
    except pulumi.RunError as error:
        pulumi.log.error(str(error))
    except grpc.RpcError as error:
        # The engine that is gone has said why.
        if error.code() != grpc.StatusCode.UNAVAILABLE:
            pulumi.log.error(error.details())
    except BaseException:
        pulumi.log.error(f"Program failed with an unhandled exception:\n{traceback.format_exc()}")
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return ALREADY_REPORTED


sys.exit(main(sys.argv[1], json.loads(sys.argv[2])))
