"""The command line of the engine: `python -m data …`."""

import sys

from data.commands.running import main

if __name__ == "__main__":
    sys.exit(main())
