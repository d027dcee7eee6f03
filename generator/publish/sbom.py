"""What the site was built with: a CycloneDX bill of materials from the lock file (软件物料清单).

https://cyclonedx.org/docs/1.6/json/ — names, exact versions and the digests of the published packages; no addresses.
"""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

SBOM = "sbom.cdx.json"
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^\s;]+)(?P<rest>.*)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill_of_materials(lock: str, version: str, commit: str) -> bytes:
    """Return the bill for the handbook's *version* built from *commit*; *lock* is a requirements file with hashes."""
    components = [_component(line) for line in _logical_lines(lock)]
    content: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, f"{version}\n{commit}\n{lock}").urn,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "policy-handbook",
                "name": "policy-handbook",
                "version": f"{version}+{commit}" if commit else version,
            }
        },
        "components": components,
        "dependencies": [
            {"ref": "policy-handbook", "dependsOn": [c["bom-ref"] for c in components]},
            *({"ref": c["bom-ref"]} for c in components),
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _logical_lines(lock: str) -> list[str]:
    lines = (line.strip() for line in lock.replace("\\\n", " ").splitlines())
    return sorted(line for line in lines if line and not line.startswith(("#", "-")))


def _component(line: str) -> dict[str, Any]:
    found = _REQUIREMENT.match(line)
    if found is None:
        raise ValueError(f"锁定文件里有一行没有写明版本：{line[:60]}")
    name = re.sub(r"[-_.]+", "-", found["name"]).lower()
    purl = f"pkg:pypi/{name}@{found['version']}"
    hashes = [{"alg": "SHA-256", "content": value} for value in sorted(set(_HASH.findall(found["rest"])))]
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": found["version"],
        "purl": purl,
        "hashes": hashes,
    }
