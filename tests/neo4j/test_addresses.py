"""Each form of an address does at a real server what it says; what a store reads is never older than what it wrote."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.neo4j.address import parse_address
from graph.neo4j.store import Neo4jStore
from tests.compose import neo4j_settings
from tests.neo4j.pool import Pool
from tests.neo4j.server import Server
from tests.papers import Paper, plan

pytestmark = pytest.mark.neo4j

ELSEWHERE = "elsewhere.invalid:7687"
COUNT = "MATCH (d:Document {key: $key}) RETURN count(*) AS n"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of this machine, signed by nobody but itself, with its key beside it."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl on this machine (Debian: apt-get install openssl)")
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "public.crt"
    command = [
        program, "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "2", "-subj", "/CN=127.0.0.1",
        "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(folder / "private.key"), "-out", str(made),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    return made


@pytest.fixture(scope="module")
def server(certificate: Path, neo4j_pool: Pool, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that takes encrypted and plain connections and, as in a container, believes to be somewhere else.

    Its settings are those of the compose file besides; a name that Neo4j does not know would keep it from starting.
    """
    neo4j_pool.require()
    settings = (
        *neo4j_settings(),
        f"server.bolt.advertised_address={ELSEWHERE}",
        "server.bolt.tls_level=OPTIONAL",
        "dbms.ssl.policy.bolt.enabled=true",
        f"dbms.ssl.policy.bolt.base_directory={certificate.parent}",
        "dbms.ssl.policy.bolt.client_auth=NONE",
    )
    made = Server(tmp_path_factory.mktemp("neo4j") / "server", settings=settings)
    made.start()
    yield made
    made.kill()


def address(server: Server, scheme: str) -> str:
    return server.store_url.replace("neo4j://", f"{scheme}://", 1)


@pytest.mark.parametrize("scheme", ["neo4j", "bolt", "neo4j+ssc", "bolt+ssc"])
def test_a_store_is_opened_by_routing_or_directly_plain_or_encrypted(server: Server, scheme: str) -> None:
    with closing(Neo4jStore(address(server, scheme))) as store:
        store.write(Paper(plan(1)).batch())
        assert store.read(COUNT, {"key": plan(1)}) == [{"n": 1}]
        assert store._driver.encrypted == scheme.endswith("+ssc")


@pytest.mark.parametrize("scheme", ["neo4j+s", "bolt+s"])
def test_a_server_whose_certificate_nobody_vouches_for_is_refused_until_somebody_does(
    server: Server, scheme: str, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match="có nhận kết nối mã hóa không"):
        Neo4jStore(address(server, scheme))
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    Neo4jStore(address(server, scheme)).close()


def test_a_database_that_is_not_there_is_named(server: Server) -> None:
    with pytest.raises(StoreError, match=r"không có cơ sở dữ liệu mà địa chỉ neo4j://127\.0\.0\.1:\d+/vanban nêu"):
        Neo4jStore(f"{server.store_url}/vanban")


def test_an_address_without_a_name_is_told_what_it_lacks(server: Server) -> None:
    with pytest.raises(StoreError, match="đòi tên và mật khẩu"):
        Neo4jStore(server.uri)


@pytest.mark.parametrize("called", [None, "kho.example:7000"])
def test_the_routing_table_names_the_server_as_it_was_called(server: Server, called: str | None) -> None:
    table = (
        "CALL dbms.routing.getRoutingTable($context, 'neo4j') YIELD servers UNWIND servers AS s RETURN s.addresses[0]"
    )
    with closing(Neo4jStore(server.store_url)) as store:
        found = store._driver.execute_query(table, context={"address": called} if called else {})
        assert {place for (place,) in found.records} == {called or ELSEWHERE}


def test_a_store_reads_its_own_writes(server: Server) -> None:
    with closing(Neo4jStore(server.store_url)) as store:
        for number in range(20, 40):
            store.write(Paper(plan(number)).batch())
            assert store.read(COUNT, {"key": plan(number)}) == [{"n": 1}]


def test_a_read_waits_until_the_server_has_seen_what_the_bookmarks_of_its_store_name(server: Server) -> None:
    """The bookmark of a transaction that is still to come is what a store of a cluster has at a server that lags."""
    with (
        closing(Neo4jStore(server.store_url)) as writer,
        closing(Neo4jStore(server.store_url)) as reader,
        ThreadPoolExecutor(1) as thread,
    ):
        writer.write(Paper(plan(50)).batch())
        (latest,) = writer._bookmarks.get_bookmarks()
        reader._bookmarks.update_bookmarks(reader._bookmarks.get_bookmarks(), [following(latest)])
        answer = thread.submit(reader.read, COUNT, {"key": plan(51)})
        with pytest.raises(TimeoutError):
            answer.result(timeout=1)
        writer.write(Paper(plan(51)).batch())
        assert answer.result(timeout=30) == [{"n": 1}]


def following(bookmark: str) -> str:
    """The bookmark of the transaction after this one; its number is one to nine bytes of PackStream near the end."""
    form = rb"(\x91\xcc\x10.{16})([\x00-\x7f]|[\xc8-\xcb].+)\x90"
    found = re.fullmatch(form, base64.b64decode(bookmark.removeprefix("FB:")), re.DOTALL)
    assert found, bookmark
    number = int.from_bytes(found[2][1:] or found[2], "big") + 1
    return "FB:" + base64.b64encode(found[1] + b"\xcb" + number.to_bytes(8, "big") + b"\x90").decode()


def test_a_password_may_come_from_the_environment(neo4j_pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    address = neo4j_pool.empty()
    place = parse_address(address)
    assert place.auth
    monkeypatch.setenv("NEO4J_PASSWORD", place.auth[1])
    with closing(Neo4jStore(address.replace(f":{place.auth[1]}@", "@"))) as store:
        assert store.stats().nodes["Document"] == 0
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(StoreError, match="biến môi trường NEO4J_PASSWORD"):
        Neo4jStore(address.replace(f":{place.auth[1]}@", "@"))
