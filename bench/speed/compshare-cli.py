"""compshare-cli on the simulator: its gateway is written into it, and so is where it reports to. Used by the bench only."""
import os
import sys

from compshare_cli import config, insights

config.DEFAULT_BASE_URL = os.environ["COMPSHARE_BASE_URL"]
insights.DEFAULT_ENDPOINT = ""
os.environ[insights.ENDPOINT_ENV] = ""

from compshare_cli.cli import main  # noqa: E402

sys.argv[0] = "compshare"
sys.exit(main())
