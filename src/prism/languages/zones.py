"""The time zone that an outlet's "yesterday" counts in."""

from __future__ import annotations

from collections.abc import Mapping

_BY_COUNTRY: Mapping[str, str] = {
    "AE": "Asia/Dubai", "AR": "America/Argentina/Buenos_Aires", "AT": "Europe/Vienna", "AU": "Australia/Sydney",
    "BD": "Asia/Dhaka", "BE": "Europe/Brussels", "BG": "Europe/Sofia", "BR": "America/Sao_Paulo", "BY": "Europe/Minsk",
    "CA": "America/Toronto", "CH": "Europe/Zurich", "CL": "America/Santiago", "CN": "Asia/Shanghai", "CO": "America/Bogota",
    "CZ": "Europe/Prague", "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "EE": "Europe/Tallinn", "EG": "Africa/Cairo",
    "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris", "GB": "Europe/London", "GE": "Asia/Tbilisi",
    "GR": "Europe/Athens", "HK": "Asia/Hong_Kong", "HR": "Europe/Zagreb", "HU": "Europe/Budapest", "ID": "Asia/Jakarta",
    "IE": "Europe/Dublin", "IL": "Asia/Jerusalem", "IN": "Asia/Kolkata", "IR": "Asia/Tehran", "IS": "Atlantic/Reykjavik",
    "IT": "Europe/Rome", "JP": "Asia/Tokyo", "KE": "Africa/Nairobi", "KP": "Asia/Pyongyang", "KR": "Asia/Seoul",
    "KZ": "Asia/Almaty", "LT": "Europe/Vilnius", "LU": "Europe/Luxembourg", "LV": "Europe/Riga", "MA": "Africa/Casablanca",
    "MO": "Asia/Macau", "MX": "America/Mexico_City", "MY": "Asia/Kuala_Lumpur", "NG": "Africa/Lagos", "NL": "Europe/Amsterdam",
    "NO": "Europe/Oslo", "NZ": "Pacific/Auckland", "PE": "America/Lima", "PH": "Asia/Manila", "PK": "Asia/Karachi",
    "PL": "Europe/Warsaw", "PT": "Europe/Lisbon", "QA": "Asia/Qatar", "RO": "Europe/Bucharest", "RS": "Europe/Belgrade",
    "RU": "Europe/Moscow", "SA": "Asia/Riyadh", "SE": "Europe/Stockholm", "SG": "Asia/Singapore", "SI": "Europe/Ljubljana",
    "SK": "Europe/Bratislava", "TH": "Asia/Bangkok", "TR": "Europe/Istanbul", "TW": "Asia/Taipei", "UA": "Europe/Kyiv",
    "US": "America/New_York", "VE": "America/Caracas", "VN": "Asia/Ho_Chi_Minh", "ZA": "Africa/Johannesburg",
}  # fmt: skip
"""ISO 3166-1 country → IANA zone of its capital or its newspapers."""

_BY_LANGUAGE: Mapping[str, str] = {
    "ar": "Asia/Riyadh", "bg": "Europe/Sofia", "bn": "Asia/Dhaka", "cs": "Europe/Prague", "da": "Europe/Copenhagen",
    "de": "Europe/Berlin", "el": "Europe/Athens", "es": "Europe/Madrid", "et": "Europe/Tallinn", "fa": "Asia/Tehran",
    "fi": "Europe/Helsinki", "fr": "Europe/Paris", "he": "Asia/Jerusalem", "hi": "Asia/Kolkata", "hr": "Europe/Zagreb",
    "hu": "Europe/Budapest", "id": "Asia/Jakarta", "is": "Atlantic/Reykjavik", "it": "Europe/Rome", "ja": "Asia/Tokyo",
    "ko": "Asia/Seoul", "lt": "Europe/Vilnius", "lv": "Europe/Riga", "ms": "Asia/Kuala_Lumpur", "nb": "Europe/Oslo",
    "nl": "Europe/Amsterdam", "no": "Europe/Oslo", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest",
    "ru": "Europe/Moscow", "sk": "Europe/Bratislava", "sl": "Europe/Ljubljana", "sr": "Europe/Belgrade",
    "sv": "Europe/Stockholm", "sw": "Africa/Nairobi", "th": "Asia/Bangkok", "tr": "Europe/Istanbul", "uk": "Europe/Kyiv",
    "ur": "Asia/Karachi", "vi": "Asia/Ho_Chi_Minh", "zh": "Asia/Shanghai",
}  # fmt: skip
"""Language → zone, where one country dominates; English is told in too many and counts in UTC."""


def home_zone(language: str, country: str = "") -> str:
    """The IANA zone in which an outlet's relative dates count.

    Args:
        language: BCP 47 tag of its texts; a region in it ("en-AU") counts where no country is given.
        country: ISO 3166-1 alpha-2 of the outlet, if known: it decides.

    Returns:
        The zone, "UTC" where nothing is known.
    """
    primary, *rest = language.replace("_", "-").split("-")
    regions = [country.upper(), *(part.upper() for part in rest)]
    for region in regions:
        if region in _BY_COUNTRY:
            return _BY_COUNTRY[region]
    return _BY_LANGUAGE.get(primary.lower(), "UTC")


def home_country(language: str) -> str:
    """The ISO 3166-1 country where a language is at home, "" where that is more than one or unknown.

    Args:
        language: primary tag.
    """
    zone = _BY_LANGUAGE.get(language, "")
    return next((country for country, one in _BY_COUNTRY.items() if one == zone), "")
