"""The recipe for https: nginx from Debian in front of the app, with a provider behind it all."""

import contextlib
import json
import os
import re
import secrets
import shutil
import subprocess
import time

import pytest
from playwright.sync_api import expect

from data.words import access as words
from tests.browser.test_sign_in import LAN, PEOPLE, ROOT, SECRETS, TITLES, USERS, running, settle
from tests.running import free_port, running_app

pytestmark = pytest.mark.browser
RECIPE = ROOT / "data" / "deploy" / "nginx.conf"
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/ita.conf;
}}
"""


@pytest.fixture(scope="module")
def nginx_path():
    """Give the proxy to run; only a machine that is no CI may go without."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if found is None and os.environ.get("CI") != "true":
        pytest.skip("no nginx: install Debian's")
    assert found is not None, "CI must have an nginx"
    return found


def recipe(folder, outside, inside):
    """Give the recipe with its name, its ports and its certificate changed, as it says to."""
    changes = (
        ("ita.example.go.th", LAN),
        ("/etc/ssl/ita", str(folder)),
        ("listen 443 ssl", f"listen 127.0.0.1:{outside} ssl"),
        ("listen 80", f"listen 127.0.0.1:{free_port()}"),
        ("127.0.0.1:8501", f"127.0.0.1:{inside}"),
    )
    text = RECIPE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@contextlib.contextmanager
def proxy(nginx_path, folder, outside, inside):
    """Run nginx by the recipe until the block ends."""
    names = ("-subj", f"/CN={LAN}", "-days", "2", "-nodes", "-newkey", "rsa:2048", "-x509")
    files = ("-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem")
    subprocess.run(
        [shutil.which("openssl"), "req", *names, *files], check=True, capture_output=True
    )
    folder.joinpath("ita.conf").write_text(recipe(folder, outside, inside), encoding="utf-8")
    whole = folder / "nginx.conf"
    whole.write_text(AROUND.format(folder=folder), encoding="utf-8")
    with subprocess.Popen([nginx_path, "-p", folder, "-c", whole, "-e", "stderr"]) as server:
        try:
            deadline = time.monotonic() + 10
            while not folder.joinpath("nginx.pid").exists():
                assert server.poll() is None, "nginx stopped while starting"
                assert time.monotonic() < deadline
                time.sleep(0.05)
            yield
        finally:
            server.terminate()


def test_behind_the_proxy_one_signs_in_over_https_and_writes(
    nginx_path, browser, examples, tmp_path
):
    store = tmp_path / "store" / "ita.duckdb"
    shutil.copytree(examples, store.parent)
    store.with_name("people.toml").write_text(PEOPLE, encoding="utf-8")
    outside, inside, provider = free_port(), free_port(), free_port()
    told = SECRETS.format(port=inside, provider=provider, secret=secrets.token_urlsafe(48))
    told = re.sub("http://localhost:[0-9]+/oauth2", f"https://{LAN}:{outside}/oauth2", told)
    tmp_path.joinpath("secrets.toml").write_text(told, encoding="utf-8")
    user = json.dumps({"sub": "planner"} | USERS["planner"])
    metadata = f"http://localhost:{provider}/.well-known/openid-configuration"
    options = (f"--secrets.files={tmp_path / 'secrets.toml'}", f"--server.allowedHosts={LAN}")
    folder = tmp_path / "nginx"
    folder.mkdir()
    with (
        running(["oidc_provider_mock", f"--port={provider}", f"--user-claims={user}"], metadata),
        running_app(store, *options, port=inside),
        proxy(nginx_path, folder, outside, inside),
    ):
        chromium = browser.browser_type.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox", f"--host-resolver-rules=MAP {LAN} 127.0.0.1"],
        )
        context = chromium.new_context(ignore_https_errors=True, locale="th-TH")
        page = context.new_page()
        page.goto(f"https://{LAN}:{outside}/import-files")
        page.get_by_role("button", name=words.SIGN_IN).click()
        page.get_by_role("button", name="planner", exact=True).click()
        page.wait_for_url(f"https://{LAN}:{outside}/**")
        page.get_by_role("button", name=words.SIGN_OUT).wait_for()
        page.goto(f"https://{LAN}:{outside}/import-files")
        settle(page)

        expect(page.locator("h1")).to_have_text(TITLES["import_files"])
        expect(page.locator("input[type=file]").first).to_be_attached()
        cookies = [one for one in context.cookies() if one["domain"] == LAN]
        assert cookies
        assert all(one["secure"] for one in cookies)
        chromium.close()
