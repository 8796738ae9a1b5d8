#!/bin/sh
# Makes the environment when it is missing, then starts the app: the browser opens with the planner's
# link. With a folder wheels/ beside it (the kit) nothing is fetched from the internet.
set -eu
cd "$(dirname "$0")"
python=.venv/bin/python
if [ ! -x "$python" ]; then
    if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "ต้องมี Python 3.11 ขึ้นไป (https://www.python.org)" >&2
        exit 1
    fi
    python3 -m venv .venv
fi
if ! cmp -s requirements.lock .venv/installed.lock; then
    echo "กำลังติดตั้ง ครั้งแรกใช้เวลาสักครู่ …" >&2
    if [ -d wheels ]; then
        set -- --no-index --find-links wheels
    else
        set --
    fi
    "$python" -m pip install --quiet --disable-pip-version-check "$@" --require-hashes -r requirements.lock
    cp requirements.lock .venv/installed.lock
fi
exec "$python" -m streamlit run dashboard.py
