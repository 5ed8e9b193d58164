"""The one guarded way out: every request that Prism makes goes through `HttpFetcher`.

guard          which addresses may be fetched: one parser, one list of what is public
network        connections go to the address that was vetted, and to no other
exchange       one request and its answer, within a deadline
decoding       content encodings undone, bounded
politeness     one at a time within a host
robots_files   robots.txt, kept for a day
journey        hops, robots and turns put together
fetcher        the synchronous interface
"""

from __future__ import annotations

from prism.adapters.http.fetcher import HttpFetcher
from prism.adapters.http.guard import Guard, is_public
from prism.adapters.http.robots_files import AGENT, RobotsFile

__all__ = ["AGENT", "Guard", "HttpFetcher", "RobotsFile", "is_public"]
