"""Storage that speaks Amazon's S3 protocol: Amazon's own, and that of many others (R2, MinIO, Garage, Ceph, Backblaze …).

Requests are signed here (AWS Signature Version 4, "Authenticating Requests: Using the Authorization Header"), with the
bucket in the path, which every such storage understands.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx2
from lxml import etree

from prism.adapters.sitestores.manners import cache_control, media_type
from prism.model import PrismError
from prism.ports import Clock

_EMPTY = hashlib.sha256(b"").hexdigest()
_TRIES = 4
_AT_ONCE = 16
_DELETED_AT_ONCE = 1000  # as many as the protocol allows
_TIMEOUT_S = 60.0
_ANSWER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """Who asks: key id and secret; the secret is in no `repr`, and so in no message."""

    id: str
    secret: str

    def __repr__(self) -> str:
        return f"Keys({self.id!r})"


class S3Target:
    """A bucket, or what begins with a prefix in it (see `Target`)."""

    def __init__(
        self, *, endpoint: str, bucket: str, keys: Keys, clock: Clock, region: str = "us-east-1", prefix: str = ""
    ) -> None:
        """Nothing is asked yet.

        Args:
            endpoint: "https://s3.eu-central-1.amazonaws.com", without the bucket.
            bucket: its name.
            keys: who asks.
            clock: requests are valid for minutes.
            region: as the storage names it ("auto" for some).
            prefix: what the site's paths begin with in the bucket, without slashes around; may be empty.
        """
        self._endpoint = endpoint.rstrip("/")
        self._host = urlsplit(self._endpoint).netloc
        self._bucket, self._keys, self._region, self._clock = bucket, keys, region, clock
        self._prefix = f"{prefix.strip('/')}/" if prefix.strip("/") else ""
        limits = httpx2.Limits(max_connections=_AT_ONCE, max_keepalive_connections=_AT_ONCE)
        self._client = httpx2.Client(timeout=_TIMEOUT_S, limits=limits, follow_redirects=False)

    @property
    def name(self) -> str:
        """Endpoint, bucket and prefix."""
        return f"s3 {self._endpoint}/{self._bucket}/{self._prefix}"

    @property
    def takes_copies(self) -> bool:
        """No: it gives each file in one encoding."""
        return False

    def bring(self, tree: Path, paths: Sequence[str]) -> Iterator[str]:
        """Upload these files; gives the path of each that has arrived."""

        def put(path: str) -> str:
            body = (tree / path).read_bytes()
            headers = {"content-type": media_type(path), "cache-control": cache_control(path)}
            self._ask("PUT", self._prefix + path, body=body, headers=headers)
            return path

        yield from self._together(put, paths)

    def take_away(self, paths: Sequence[str]) -> Iterator[str]:
        """Delete these."""
        for start in range(0, len(paths), _DELETED_AT_ONCE):
            some = paths[start : start + _DELETED_AT_ONCE]
            root = etree.Element("Delete")
            etree.SubElement(root, "Quiet").text = "true"
            for path in some:
                etree.SubElement(etree.SubElement(root, "Object"), "Key").text = self._prefix + path
            body = etree.tostring(root, encoding="utf-8", xml_declaration=True)
            digest = base64.b64encode(hashlib.md5(body, usedforsecurity=False).digest()).decode()
            answer = self._ask("POST", "", query={"delete": ""}, body=body, headers={"content-md5": digest})
            refused = {one.text for one in etree.fromstring(answer, _ANSWER).iter("{*}Key")} if answer else set()
            yield from (path for path in some if self._prefix + path not in refused)

    def listed(self) -> Collection[str]:
        """All files below the prefix."""
        found: set[str] = set()
        token = ""
        while True:
            query = {"list-type": "2", "prefix": self._prefix} | ({"continuation-token": token} if token else {})
            answer = etree.fromstring(self._ask("GET", "", query=query), _ANSWER)
            for one in answer.iterfind("{*}Contents/{*}Key"):
                found.add((one.text or "").removeprefix(self._prefix))
            token = answer.findtext("{*}NextContinuationToken") or ""
            if not token:
                return found

    def _together(self, work: Callable[[str], str], paths: Sequence[str]) -> Iterator[str]:
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            waiting: deque[Future[str]] = deque()
            try:
                for path in paths:
                    waiting.append(pool.submit(work, path))
                    if len(waiting) >= _AT_ONCE * 2:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for one in waiting:
                    one.cancel()

    def _ask(
        self,
        method: str,
        key: str,
        *,
        query: Mapping[str, str] | None = None,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> bytes:
        path = quote(f"/{self._bucket}/{key}", safe="/-._~") if key else quote(f"/{self._bucket}", safe="/-._~")
        asked = "&".join(f"{quote(k, safe='-._~')}={quote(v, safe='-._~')}" for k, v in sorted((query or {}).items()))
        why = ""
        for _ in range(_TRIES):
            signed = self._signed(method, path, asked, body, headers or {})
            try:
                response = self._client.request(
                    method, f"{self._endpoint}{path}{'?' if asked else ''}{asked}", content=body, headers=signed
                )
            except httpx2.HTTPError as error:
                why = f"{type(error).__name__}: {error}"
                continue
            if response.status_code < 300:  # noqa: PLR2004  # HTTP's classes
                content: bytes = response.content
                return content
            why = f"{response.status_code} {_code(response.content)}".strip()
            if response.status_code < 500 and response.status_code != 429:  # noqa: PLR2004  # HTTP's classes
                break
        raise PrismError(
            f"the storage does not take the site ({method} {key or self._bucket}: {why}); what is missing is brought by the next run",
            subject=self.name,
            advice="check [store] in prism.toml, the keys and the bucket",
        )

    def _signed(self, method: str, path: str, query: str, body: bytes, headers: Mapping[str, str]) -> dict[str, str]:
        """The headers with a signature over all of them."""
        now = self._clock.now()
        stamp = f"{now:%Y%m%dT%H%M%SZ}"
        digest = hashlib.sha256(body).hexdigest() if body else _EMPTY
        signed = {**headers, "host": self._host, "x-amz-content-sha256": digest, "x-amz-date": stamp}
        names = ";".join(sorted(signed))
        lines = "".join(f"{name}:{signed[name].strip()}\n" for name in sorted(signed))
        canonical = f"{method}\n{path}\n{query}\n{lines}\n{names}\n{digest}"
        scope = f"{now:%Y%m%d}/{self._region}/s3/aws4_request"
        wanted = "\n".join(["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        signature = hmac.new(self._key(now), wanted.encode(), hashlib.sha256).hexdigest()
        signed["authorization"] = (
            f"AWS4-HMAC-SHA256 Credential={self._keys.id}/{scope}, SignedHeaders={names}, Signature={signature}"
        )
        return signed

    def _key(self, now: datetime) -> bytes:
        key = f"AWS4{self._keys.secret}".encode()
        for part in (f"{now:%Y%m%d}", self._region, "s3", "aws4_request"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return key


def _code(body: bytes) -> str:
    """The storage's own word for what is wrong."""
    try:
        return (
            etree.fromstring(body, _ANSWER).findtext("{*}Code")
            or etree.fromstring(body, _ANSWER).findtext("Code")
            or ""
        )
    except (etree.XMLSyntaxError, ValueError):
        return ""
