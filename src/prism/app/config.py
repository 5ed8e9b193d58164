"""`prism.toml`: what a publisher sets, read and checked once at the start."""

from __future__ import annotations

import importlib.util
import re
import tomllib
import unicodedata
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from prism.adapters.models import providers
from prism.app.locales import locale_tags
from prism.model import Site, UsageError

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FILE = "prism.toml"
ARCHIVE = "prism.db"
SITE = "site"


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _zone(name: str) -> str:
    if name and name not in available_timezones():
        raise ValueError(f"no time zone is called {name!r}; write it as in Asia/Seoul")
    return name


def _locale(tag: str) -> str:
    if tag not in locale_tags():
        raise ValueError(f"there is no locale {tag!r}; there are {', '.join(locale_tags())}")
    return tag


def _host_and_port(value: str) -> str:
    host, colon, port = value.rpartition(":")
    if not colon or not host or not port.isdigit():
        raise ValueError(f"{value!r} is not host:port, as in 127.0.0.1:8123")
    return value


def _web(url: str) -> str:
    try:
        parts = urlsplit(url)
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        whole = False
    if url and (not whole or not url.isprintable() or " " in url):
        raise ValueError(f"{url!r} is not a whole http(s) address, as in https://news.example")
    return url.rstrip("/")


def _database(url: str) -> str:
    if not url:
        return url
    scheme, colon, rest = url.partition("://")
    if not colon or scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"it must begin with postgresql:// (without it, the archive is the file {ARCHIVE})")
    if importlib.util.find_spec("psycopg") is None:
        raise ValueError("PostgreSQL needs psycopg: install prism-newsroom[postgres]")
    from sqlalchemy import exc, make_url  # noqa: PLC0415  (only who names a database needs it here)

    url = f"postgresql://{rest}"
    try:
        make_url(url)
    except (exc.ArgumentError, ValueError):
        # The address is not repeated: a password may stand in it.
        raise ValueError("it is not whole; write it as in postgresql://user@host/database") from None
    return url


def _line(text: str) -> str:
    if not all(c.isprintable() or unicodedata.category(c) in {"Zs", "Cf"} for c in text):
        raise ValueError("it holds a control character, such as a line break")
    return text


Line = Annotated[str, AfterValidator(_line)]
"""A text that stands in a line of its own."""


def _model_address(url: str) -> str:
    url = _web(url)
    parts = urlsplit(url)
    if "@" in parts.netloc or parts.query or parts.fragment:
        # It is not repeated: a key may stand in it.
        raise ValueError("it must be a plain address, as in https://api.example.org/v1; a key goes by api_key_env")
    return url


def _variable(name: str) -> str:
    if name and not re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name):
        # It is not repeated: someone may have put the key itself here.
        raise ValueError("it must be the name of an environment variable, as in MODEL_KEY, not the key itself")
    return name


def _provider(name: str) -> str:
    if name and name not in providers():
        raise ValueError(f"no provider is called {name!r}; there are {', '.join(sorted(providers()))}")
    return name


ModelAddress = Annotated[str, AfterValidator(_model_address)]
"""Where a model is, without user name, query and fragment."""

VariableName = Annotated[str, AfterValidator(_variable)]
"""Name of the environment variable that holds a key."""

Provider = Annotated[str, AfterValidator(_provider)]
"""Key of a table in `adapters/models/quirks.toml`."""


def _handle(text: str) -> str:
    if text and not re.fullmatch(r"@[\w.\-]+@[\w.\-]+", text):
        raise ValueError(f"{text!r} is no handle, as in @desk@social.example")
    return text


def _indexnow(key: str) -> str:
    if key and not re.fullmatch("[a-zA-Z0-9-]{8,128}", key):
        raise ValueError("it must be 8 to 128 letters, figures and hyphens, as IndexNow asks")
    return key


class SiteTable(_Table):
    """`[site]`: who publishes, and where."""

    url: Annotated[str, AfterValidator(_web)] = "http://localhost:8000"
    name: Line = "Prism"
    editor: Line = ""
    contact: Line = ""
    publisher: Line = ""
    publisher_url: Annotated[str, AfterValidator(_web)] = ""
    about: str = ""
    licence: Annotated[str, AfterValidator(_web)] = ""
    hub: Annotated[str, AfterValidator(_web)] = ""
    me: tuple[Annotated[str, AfterValidator(_web)], ...] = ()
    fediverse: Annotated[str, AfterValidator(_handle)] = ""
    pictures: bool = True
    indexnow: Annotated[str, AfterValidator(_web)] = "https://api.indexnow.org/indexnow"
    indexnow_key: Annotated[str, AfterValidator(_indexnow)] = ""


class EditionTable(_Table):
    """`[[edition]]`: one language of the site."""

    locale: Annotated[str, AfterValidator(_locale)]
    timezone: Annotated[str, AfterValidator(_zone)] = ""
    policy: Literal["auto", "review"] = "auto"


class FetchTable(_Table):
    """`[fetch]`: how sources are asked."""

    allow: tuple[Annotated[str, AfterValidator(_host_and_port)], ...] = ()
    delay_seconds: float = Field(default=1.0, ge=0, le=3600, allow_inf_nan=False)
    contact: Line = ""


class ArchiveTable(_Table):
    """`[archive]`: where everything is kept."""

    url: Annotated[str, AfterValidator(_database)] = ""


class EmbeddingsTable(_Table):
    """`[embeddings]`: another embedder than the one inside."""

    base_url: Annotated[str, AfterValidator(_web)] = ""
    name: str = ""
    dimensions: int = Field(default=384, ge=8, le=8192)
    prefix: str = ""
    api_key_env: VariableName = ""


class FallbackTable(_Table):
    """`[[model.fallback]]`: a model that is asked when those before it can't answer."""

    base_url: ModelAddress = ""
    name: Line = ""
    api_key_env: VariableName = ""
    provider: Provider = ""
    price_in: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    price_out: float | None = Field(default=None, ge=0, allow_inf_nan=False)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if not self.name:
            raise ValueError("it names no model: give its name")
        if not self.base_url and not (self.provider and providers()[self.provider].base_url):
            raise ValueError("it names no address: give base_url, or a provider that has one of its own")
        return self


class ModelTable(_Table):
    """`[model]`: the language model that writes prose; none where neither base_url, provider nor path is given."""

    base_url: ModelAddress = ""
    name: Line = ""
    api_key_env: VariableName = ""
    provider: Provider = ""
    path: Line = ""
    context_tokens: int = Field(default=16384, ge=512, le=10_000_000)
    timeout_seconds: float = Field(default=180.0, gt=0, le=3600, allow_inf_nan=False)
    parallel: int = Field(default=32, ge=1, le=256)
    temperature: float | None = Field(default=None, ge=0, le=2, allow_inf_nan=False)
    max_tokens: int | None = Field(default=None, ge=1, le=1_000_000)
    price_in: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    price_out: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    batch: bool = False
    judge: bool = True
    gloss: bool = True
    fallback: tuple[FallbackTable, ...] = ()

    @property
    def configured(self) -> bool:
        """Whether there is a model to ask."""
        return bool(self.base_url or self.provider or self.path)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.path and (self.base_url or self.provider):
            raise ValueError(
                "path is a model in the process, base_url and provider one behind an address: give one of them"
            )
        if not self.configured and not self.batch and (self.name or self.fallback):
            raise ValueError("it names no address: give base_url, provider or path")
        if (self.base_url or self.provider) and not self.name:
            raise ValueError("it names no model: give its name")
        if self.provider and not self.base_url and not providers()[self.provider].base_url:
            raise ValueError(f"the provider {self.provider} has no address of its own: give base_url")
        return self


class BudgetTable(_Table):
    """`[budget]`: what may be spent on a model; 0 is no limit. What does not fit waits, and says so."""

    tokens_a_day: int = Field(default=5_000_000, ge=0)
    dollars_a_day: float = Field(default=10.0, ge=0, allow_inf_nan=False)
    tokens_a_story: int = Field(default=200_000, ge=0)
    dollars_a_story: float = Field(default=1.0, ge=0, allow_inf_nan=False)
    tokens_an_edition: int = Field(default=0, ge=0)
    dollars_an_edition: float = Field(default=0.0, ge=0, allow_inf_nan=False)


Encoding = Literal["br", "zstd", "gzip"]


class StoreTable(_Table):
    """`[store]`: where the site stands beside the folder `site`, and in which encodings."""

    kind: Literal["folder", "s3", "rsync"] = "folder"
    encodings: tuple[Encoding, ...] = ()
    place: Line = ""
    endpoint: Annotated[str, AfterValidator(_web)] = ""
    bucket: Line = ""
    prefix: Line = ""
    region: Line = "us-east-1"
    key_id_env: str = "AWS_ACCESS_KEY_ID"
    secret_env: str = "AWS_SECRET_ACCESS_KEY"


class NewsletterTable(_Table):
    """`[newsletter]`: how editions go out by mail; nothing is sent where no server is given."""

    sender: Line = ""
    sender_name: Line = ""
    smtp_host: Line = ""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: Line = ""
    smtp_password_env: VariableName = ""
    unsubscribe: Annotated[str, AfterValidator(_web)] = ""
    unsubscribe_mail: Line = ""


class InterestsTable(_Table):
    """`[interests]`: what the publisher wants more and less of."""

    wanted: tuple[Line, ...] = ()
    unwanted: tuple[Line, ...] = ()


class Config(_Table):
    """All of `prism.toml`."""

    site: SiteTable = SiteTable()
    edition: tuple[EditionTable, ...] = Field(
        default=(EditionTable(locale="ko"), EditionTable(locale="en")), min_length=1
    )
    fetch: FetchTable = FetchTable()
    archive: ArchiveTable = ArchiveTable()
    store: StoreTable = StoreTable()
    embeddings: EmbeddingsTable = EmbeddingsTable()
    model: ModelTable = ModelTable()
    budget: BudgetTable = BudgetTable()
    interests: InterestsTable = InterestsTable()
    newsletter: NewsletterTable = NewsletterTable()

    def publisher(self, notice: str = "") -> Site:
        """The publisher as the pages name it."""
        site = self.site
        return Site(
            url=site.url,
            name=site.name,
            editor=site.editor,
            contact=site.contact,
            publisher=site.publisher or site.name,
            publisher_url=site.publisher_url,
            about=site.about,
            notice=notice,
            licence=site.licence,
            hub=site.hub,
            me=site.me,
            fediverse=site.fediverse,
            pictures=site.pictures,
            indexnow=site.indexnow,
            indexnow_key=site.indexnow_key,
        )


def load_config(folder: Path) -> Config:
    """The configuration of the newsroom in a folder.

    Raises:
        UsageError: there is none, or it can't be read; the message names the key and the way out.
    """
    path = folder / FILE
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            f"there is no newsroom here: {FILE} is missing",
            advice="make one with `prism init DIR`, then work in DIR",
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UsageError(
            f"{path} can't be read: {why}", advice="mend the file; `prism init` shows a whole one"
        ) from error
    try:
        config = Config.model_validate(raw)
    except ValidationError as error:
        raise UsageError(
            f"{path}: {in_words(error)}", advice="`prism init` in an empty folder shows every key"
        ) from error
    tags = [edition.locale for edition in config.edition]
    if len(set(tags)) < len(tags):
        raise UsageError(f"{path}: edition: each locale can stand once", advice="remove one of the two")
    return config


_WORDS = {
    "extra_forbidden": "there is no such key",
    "missing": "it is not given",
    "string_type": "it must be a text in quotation marks",
    "float_type": "it must be a number",
    "float_parsing": "it must be a number",
    "finite_number": "it must be a finite number",
    "int_type": "it must be a whole number",
    "int_parsing": "it must be a whole number",
    "int_from_float": "it must be a whole number",
    "bool_type": "it must be true or false",
    "bool_parsing": "it must be true or false",
    "tuple_type": "it must be a list in square brackets",
    "model_type": "it must be a table of keys, not a single value",
    "model_attributes_type": "it must be a table of keys, not a single value",
    "too_short": "at least one is needed",
    "literal_error": "it must be {expected}",
    "greater_than": "it must be more than {gt}",
    "greater_than_equal": "it must be {ge} or more",
    "less_than_equal": "it must be {le} or less",
}
"""Kind of error → what is said; the braces are filled with the bounds."""


def in_words(error: ValidationError) -> str:
    """The first thing that is wrong, in plain words, with its key; what was given is not repeated by itself."""
    first = error.errors()[0]
    return f"{_key(first)}: {_wrong(first)}".removeprefix(": ")


def _key(error: ErrorDetails) -> str:
    """Where it stands, as a person counts: `edition 2: timezone`, `site.url`."""
    key = ""
    for part in error["loc"]:
        # Tables and items of lists are counted from 1.
        key += f" {part + 1}" if isinstance(part, int) else f"{'.' if key else ''}{part}"
    return key


def _wrong(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    if error["type"] == "value_error":
        return str(context["error"])
    known = _WORDS.get(error["type"], "it can't be read")
    return known.format_map(
        {name: f"{value:g}" if isinstance(value, float) else value for name, value in context.items()}
    )


def zone_of(edition: EditionTable, default: str) -> str:
    """The zone in which an edition shows its dates."""
    return ZoneInfo(edition.timezone or default).key


EXAMPLE = resources.files("prism.app").joinpath("example.toml").read_text(encoding="utf-8")
"""A whole `prism.toml`, as `prism init` writes it: every key is explained beside it."""
