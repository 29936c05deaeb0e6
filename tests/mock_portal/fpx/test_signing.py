"""Who signed a message: keys of a data folder, made once, kept from others."""

import os
import stat
from pathlib import Path

import pytest

from mock_portal.fpx.signing import KeyRing, Party


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    return KeyRing(tmp_path_factory.mktemp("keys"), "w7")


def test_a_signature_is_of_one_party_under_one_text(keys: KeyRing) -> None:
    signature = keys.sign(Party.BANK, "RM 1.00")

    assert keys.is_signed_by(Party.BANK, "RM 1.00", signature)
    assert not keys.is_signed_by(Party.BANK, "RM 2.00", signature)
    assert not keys.is_signed_by(Party.PORTAL, "RM 1.00", signature)


def test_a_signature_of_one_world_means_nothing_in_another(keys: KeyRing) -> None:
    signature = keys.sign(Party.BANK, "RM 1.00")

    assert not KeyRing(keys.folder, "w8").is_signed_by(Party.BANK, "RM 1.00", signature)


@pytest.mark.parametrize(
    "signature", ["", "zz", "00", "RM", "é"], ids=["none", "letters", "short", "word", "accent"]
)
def test_what_is_no_signature_is_refused_and_not_an_error(keys: KeyRing, signature: str) -> None:
    assert not keys.is_signed_by(Party.BANK, "RM 1.00", signature)


def test_a_key_is_made_once_and_has_2048_bits(keys: KeyRing) -> None:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    first = keys.sign(Party.PORTAL, "once")
    key = load_pem_private_key((keys.folder / "keys" / "portal.pem").read_bytes(), password=None)

    assert isinstance(key, RSAPrivateKey)
    assert key.key_size == 2048
    assert keys.sign(Party.PORTAL, "once") == first
    assert sorted(path.name for path in (keys.folder / "keys").iterdir()) == ["bank.pem", "portal.pem"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in a mode")
def test_only_the_owner_can_read_a_key(keys: KeyRing) -> None:
    keys.sign(Party.BANK, "made")

    assert stat.S_IMODE((keys.folder / "keys" / "bank.pem").stat().st_mode) == 0o600


def test_of_two_workers_that_make_a_key_at_once_the_first_ones_stays(tmp_path: Path) -> None:
    from mock_portal.fpx import signing

    path = tmp_path / "keys" / "bank.pem"
    signing._make(path)
    first = path.read_bytes()

    signing._make(path)

    assert path.read_bytes() == first
    assert [file.name for file in path.parent.iterdir()] == ["bank.pem"]
