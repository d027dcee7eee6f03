"""Signing the manifest with a key of ssh (签名)."""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.publish.edition import NAMESPACE
from generator.publish.manifest import MANIFEST
from generator.publish.shell import PublishError


def public_key(key: Path) -> str:
    """Return the public key that belongs to *key* as type and Base64; the file beside it, else ssh-keygen, says it."""
    beside = key if key.suffix == ".pub" else key.with_name(key.name + ".pub")
    text = beside.read_text("utf-8") if beside.is_file() else _keygen("-y", "-P", "", "-f", str(key))
    words = text.split()
    if len(words) < 2:
        raise PublishError(f"{beside} 里没有公钥")
    return " ".join(words[:2])


def sign(folder: Path, key: Path) -> None:
    """Write the signature of the manifest in *folder* beside it."""
    _keygen("-q", "-Y", "sign", "-f", str(key), "-n", NAMESPACE, str(folder / MANIFEST))


def _keygen(*words: str) -> str:
    done = subprocess.run(
        ["ssh-keygen", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise PublishError(f"ssh-keygen 没有成功：{done.stderr.strip()}")
    return done.stdout
