"""A response, as the fetcher hands it on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the fetcher.

    Attributes:
        url: absolute http(s) address.
        headers: further request headers, lower case (validators, accept).
        max_bytes: the decoded body may not be larger.
        deadline_s: one total deadline for name, connection, all hops and the body, in seconds.
        body: to be sent; then the request is a POST, which no redirect takes further.
        respect_robots: ask robots.txt first (False only for robots.txt and the well-known files themselves).
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 8 * 1024 * 1024
    deadline_s: float = 30.0
    respect_robots: bool = True
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Response:
    """What came back.

    Attributes:
        url: address of the final response.
        status: HTTP status of the final response.
        headers: lower-case names; repeated ones joined by ", ".
        body: decoded bytes (content encodings undone).
        retrieved_at: UTC.
        permanent_url: where an unbroken chain of 301/308 from the requested address leads, else the requested address.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    retrieved_at: datetime
    permanent_url: str = ""
