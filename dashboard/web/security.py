"""Set the security headers of all responses, so that a page runs only our own code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Response, request

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_A_YEAR = "public, max-age=31536000, immutable"


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """The content security policy; `script_hashes` are those of Dash's inline scripts."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def headers(policy: str) -> Callable[[Response], Response]:
    """An `after_request` hook that adds the policy, the safe headers and cache rules."""

    def add(response: Response) -> Response:
        response.headers.update(SAFE_HEADERS)
        response.headers["Content-Security-Policy"] = policy
        if request.path == "/_dash-layout":
            response.headers["Cache-Control"] = "no-store"
        elif (
            request.path.startswith("/assets/")
            and "m" in request.args
            and response.status_code in (200, 304)
        ):
            response.headers["Cache-Control"] = _A_YEAR
        return response

    return add
