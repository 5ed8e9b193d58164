"""What the outlets of the news web have written, and how each of them serves it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
NOW = datetime(2026, 3, 14, 3, 0, tzinfo=ZoneInfo("UTC"))
"""Later than anything that the outlets have published."""

PAGE = "<<<"


@dataclass(frozen=True, slots=True)
class House:
    """One outlet: how its paragraphs are marked up, what stands among them, and in which bytes all is sent."""

    name: str
    title: str
    language: str
    country: str
    zone: str
    path: str
    feed: str
    encoding: str
    content_type: str
    paragraph: str
    clock: str
    interruption: str = ""
    robots: str = ""


HOUSES = (
    House(
        "deulnyeok", "들녘신문", "ko", "KR", "Asia/Seoul", "/story/{name}", "/atom.xml", "utf-8",
        "text/html; charset=utf-8", "<p>{}</p>", "%Y.%m.%d. %H:%M",
        '<div class="letter"><strong>들녘 편지</strong><p>매주 수요일 아침, 밭에서 온 소식을 메일로 보내 드립니다.</p></div>',
    ),
    House(
        "buheong", "부엉이뉴스", "ko", "KR", "Asia/Seoul", "/view.php?no={name}", "/rss.php", "cp949",
        "text/html", "{}<br /><br />", "%Y-%m-%d %H:%M:%S",
    ),
    House(
        "fenwater", "Fenwater Herald", "en", "GB", "Europe/London", "/news/{name}.html", "/rss/news", "iso-8859-15",
        "text/html; charset=ISO-8859-15", "<p>{}</p>", "%I:%M%p, %d %B %Y",
        '<div class="mpu"><p>Advertisement</p><p>Garden sheds built to last. Visit our showroom.</p></div>',
        "User-agent: *\nDisallow: /notebook/\nDisallow: /basket\n",
    ),
    House(
        "tamarack", "Tamarack Post", "en", "US", "America/New_York", "/story/{name}", "/news-sitemap.xml", "utf-8",
        "text/html; charset=UTF-8", '<p class="body-graf">{}</p>', "%B %d, %Y",
        '<div class="inline-list"><h3>More from the Post</h3><ul><li><a href="/a">School board to vote on buses</a></li></ul></div>',
        "User-agent: *\nDisallow: /print/\n",
    ),
    House(
        "todai", "灯台タイムス", "ja", "JP", "Asia/Tokyo", "/kiji/{name}.htm", "/index.rdf", "cp932",
        "text/html", '<div class="danraku">　{}</div>', "%Y年%m月%d日",
    ),
    House(
        "tanada", "棚田日報", "ja", "JP", "Asia/Tokyo", "/a/{name}", "/feed/json", "utf-8",
        "text/html; charset=utf-8", "<p>{}</p>", "%Y/%m/%d %H:%M",
        '<section class="box"><h3>あわせて読む</h3><p><a href="/a/x">県産米の作付け、3年ぶりに増える見通し</a></p></section>',
    ),
    House(
        "yuanting", "远汀日报", "zh", "CN", "Asia/Shanghai", "/2026/{name}.htm", "/rss/all.xml", "gb18030",
        "text/html; charset=ISO-8859-1", "<p>　　{}</p>", "%Y-%m-%d %H:%M",
    ),
    House(
        "halvering", "Halveringer Kurier", "de", "DE", "Europe/Berlin", "/{name}-{number}", "/sitemap_index.xml", "utf-8",
        "text/html; charset=utf-8", "<p>{}</p>", "%d.%m.%Y %H:%M",
        '<div class="anriss"><a href="/abo">Digital lesen und Bäume pflanzen: unser Frühlingsangebot</a></div>',
    ),
    House(
        "rumour", "Rumour Lantern", "en", "US", "America/New_York", "/x/{name}", "/rumours.rss", "utf-8",
        "text/html; charset=utf-8", "<p>{}</p>", "%b %d",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One article."""

    house: House
    name: str
    story: str
    title: str
    by: str
    at: datetime
    pages: tuple[tuple[str, ...], ...]
    path: str
    wire: str = ""
    copy_of: str = ""
    forbidden: bool = False
    raw_title: str = ""
    hidden: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Outlet and name."""
        return f"{self.house.name}/{self.name}"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The whole text."""
        return tuple(line for page in self.pages for line in page)


def pieces(house: House) -> tuple[Piece, ...]:
    """What an outlet has published, oldest first."""
    rows = tomllib.loads((HERE / "texts" / f"{house.name}.toml").read_text(encoding="utf-8"))["article"]
    made = []
    for number, row in enumerate(rows, start=4711):
        pages = tuple(tuple(page.strip().split("\n")) for page in row["text"].split(PAGE))
        path = house.path.format(name=row["name"], number=number)
        made.append(
            Piece(
                house=house,
                name=row["name"],
                story=row["story"],
                title=row["title"],
                by=row["by"],
                at=datetime.fromisoformat(row["at"]).replace(tzinfo=ZoneInfo(house.zone)),
                pages=pages,
                path=f"/notebook/{row['name']}.html" if row.get("forbidden") else path,
                wire=row.get("wire", ""),
                copy_of=row.get("copy_of", ""),
                forbidden=row.get("forbidden", False),
                raw_title=row.get("raw_title", ""),
                hidden=tuple(row.get("hidden", ())),
                machines=tuple(row.get("machines", ())),
            )
        )
    return tuple(sorted(made, key=lambda piece: piece.at))
