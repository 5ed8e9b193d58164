"""A small web server for the site: static files, the headers that belong to them, nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from litestar import Litestar, Request, Response
from litestar.datastructures import ResponseHeader
from litestar.static_files import create_static_files_router
from litestar.status_codes import HTTP_404_NOT_FOUND

from prism.app.screen import errors
from prism.model import UsageError

_FOLDER = "PRISM_SERVED_FOLDER"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cache-Control": "public, max-age=60",
}


def _not_found(folder: Path) -> bytes:
    page = folder / "404.html"
    return page.read_bytes() if page.is_file() else b"not found"


def site_app(folder: Path) -> Litestar:
    """The site in a folder as an ASGI application; the folder may be swapped for another at any time."""

    def missing(_request: Request[Any, Any, Any], _error: Exception) -> Response[bytes]:
        return Response(_not_found(folder), status_code=HTTP_404_NOT_FOUND, media_type="text/html; charset=utf-8")

    files = create_static_files_router(path="/", directories=[folder], html_mode=True, resolve_symlinks=False)
    return Litestar(
        route_handlers=[files],
        openapi_config=None,
        exception_handlers={HTTP_404_NOT_FOUND: missing},
        response_headers=[ResponseHeader(name=name, value=value) for name, value in HEADERS.items()],
    )


def application() -> Litestar:
    """What the server's worker process loads; the folder comes through its environment."""
    return site_app(Path(os.environ[_FOLDER]))


def serve_site(folder: Path, host: str, port: int) -> None:
    """Serve until stopped.

    Raises:
        UsageError: there is no site yet.
    """
    if not folder.exists():
        raise UsageError(f"there is no site in {folder}", advice="build it with `prism run --once`")
    os.environ[_FOLDER] = str(folder)
    errors.print(f"serving {folder} at http://{host}:{port}/ (Ctrl-C stops it)", markup=False)
    Granian(
        "prism.app.server:application",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        factory=True,
        log_enabled=False,
    ).serve()
