"""Public pages and assets come compressed to whom it was asked by, and are the same bytes when unpacked."""

import gzip
import re
import urllib.error
import urllib.request

import pytest


def fetch(url, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=named), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def addresses(server):
    home = fetch(server.url + "/")[2].decode()
    return ["/", *sorted(set(re.findall(r'(?:href|src)="(/assets/[^"]+\.(?:css|js))"', home)))]


def test_the_compressed_form_unpacks_to_the_plain_one(server):
    paths = addresses(server)
    assert len(paths) == 3, paths
    for path in paths:
        _, plain_headers, plain = fetch(server.url + path)
        _, headers, packed = fetch(server.url + path, Accept_Encoding="gzip")
        assert plain_headers["Content-Encoding"] is None
        assert headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed) == plain
        assert len(packed) < len(plain) / 2
        assert headers["ETag"] != plain_headers["ETag"]
        assert "Accept-Encoding" in headers["Vary"] and "Accept-Encoding" in plain_headers["Vary"]


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_each_form_is_confirmed_by_its_own_tag(server, accepted):
    _, headers, _ = fetch(server.url + "/", Accept_Encoding=accepted)
    status, again, body = fetch(server.url + "/", Accept_Encoding=accepted, If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")
    assert again["ETag"] == headers["ETag"]
