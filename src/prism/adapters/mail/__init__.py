"""Letters go out over SMTP, to a list that the publisher keeps in a file.

Mail            one letter to one address
SmtpMailer      sends it (RFC 5321, with STARTTLS or TLS)
read_list       subscribers.csv, without those who left
SentLog         what went to whom, so that nothing goes twice
"""

from __future__ import annotations

from prism.adapters.mail.lists import Left, SentLog, Subscriber, read_list
from prism.adapters.mail.smtp import Mail, Server, SmtpMailer, message_of

__all__ = ["Left", "Mail", "SentLog", "Server", "SmtpMailer", "Subscriber", "message_of", "read_list"]
