"""Every setting has a name, a meaning and a variable of its own."""

from __future__ import annotations

import hashlib
import os

import pytest

from api.settings import Settings, load_settings
from graph.errors import UsageError

DIGEST = hashlib.sha256(b"key").hexdigest()


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("CANCU_")]:
        monkeypatch.delenv(name)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_a_setting_is_described(name: str) -> None:
    assert Settings.model_fields[name].description


@pytest.mark.parametrize("name", [name for name, field in Settings.model_fields.items() if field.annotation is int])
def test_a_limit_is_read_from_its_variable(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"CANCU_{name.upper()}", "123")
    assert getattr(load_settings(), name) == 123


def test_a_list_is_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_API_KEYS", f"{DIGEST}, {DIGEST},")
    assert load_settings().api_keys == (DIGEST, DIGEST)


def test_arguments_win_over_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_PORT", "1")
    assert load_settings(port=2).port == 2


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost"])
def test_a_loopback_address_needs_no_key(host: str) -> None:
    assert load_settings(host=host).loopback


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "cancu.example"])  # noqa: S104 - refused below
def test_any_other_address_needs_a_key(host: str) -> None:
    with pytest.raises(UsageError, match="CANCU_API_KEYS"):
        load_settings(host=host)


def test_with_a_key_any_address_may_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANCU_API_KEYS", DIGEST)
    assert not load_settings(host="0.0.0.0").loopback  # noqa: S104 - with a key it may


@pytest.mark.parametrize(
    ("variable", "value"), [("CANCU_PORT", "99999"), ("CANCU_MAX_PAGE", "0"), ("CANCU_API_KEYS", "plain text key")]
)
def test_a_value_that_cannot_be_used_is_told_with_its_variable(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(UsageError, match=variable):
        load_settings()
