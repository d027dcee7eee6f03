"""The security headers as a file that nginx includes (响应头)."""

from __future__ import annotations

from generator.publish.policy import Inline, policy, read_policy

HEADERS = "headers.conf"
"""Name of the file beside the releases; the server block includes it."""

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def security_headers(inline: Inline) -> dict[str, str]:
    """Return every security header by name."""
    return {"Content-Security-Policy": policy(inline), **_FIXED}


def nginx_headers(inline: Inline) -> bytes:
    """Return the lines for nginx; `always` sends them with error pages too."""
    lines = [f'add_header {name} "{value}" always;\n' for name, value in security_headers(inline).items()]
    return ("# 由 handbook publish 生成，下次发布时重写；改动请改程序。\n" + "".join(lines)).encode()


def allowed_by(content: bytes | None) -> Inline:
    """Return what an earlier file of `nginx_headers` allows; nothing if there was none."""
    return read_policy((content or b"").decode("utf-8", "replace"))
