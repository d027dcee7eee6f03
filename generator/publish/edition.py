"""What a release says about itself: from which commit, with data of which day, signed by whom (版本说明)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

EDITION = "release.json"
NAMESPACE = "handbook"
"""What the signature is for (`ssh-keygen -Y sign -n`), and who signs (`-I`)."""


@dataclass(frozen=True)
class Edition:
    """The facts behind a release; all of them are the same for every build of one commit on one date."""

    commit: str = ""
    """Full commit hash, + behind it if something was not committed; empty where there is no version control."""
    data_date: str = ""
    """ISO date of the last commit that touched policies/."""
    built_for: str = ""
    """ISO date on which the handbook was looked at: it decides what is in force."""
    version: str = ""
    signer: str = ""
    """Public key of the signer (`ssh-ed25519 AAAA…`), empty for an unsigned release."""

    def to_json(self) -> bytes:
        """Return the content of release.json."""
        return (json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n").encode()

    def settings(self) -> dict[str, str]:
        """Return what the page frame prints: config.extra.handbook of mkdocs.yml gets these."""
        commit = self.commit[:7] + ("（有未提交的改动）" if self.commit.endswith("+") else "")
        found = {"commit": commit, "data_date": self.data_date, "proof": check_line(self.signer)}
        return {name: value for name, value in found.items() if value}


def check_line(signer: str) -> str:
    """Return the one line that proves where downloaded files come from; empty if nobody signed.

    It checks the signature of the manifest against *signer*, then every file at hand against the manifest.
    """
    if not signer:
        return ""
    key = " ".join(signer.split()[:2])
    return (
        f"ssh-keygen -Y verify -n {NAMESPACE} -I {NAMESPACE} -f <(echo '{NAMESPACE} {key}') "
        "-s manifest.sha256.sig < manifest.sha256 && sha256sum -c --ignore-missing --quiet manifest.sha256"
    )
