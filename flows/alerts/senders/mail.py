"""E-mail by SMTP, from Apprise's parsed `mailto://` or `mailtos://` URL: one recipient, our Message-ID, HTML and plain.

Apprise's own sender names each try anew, does not fold subjects of other scripts, and cannot thread.
"""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, cast

from flows.alerts.answers import FailureKind, SendFailed, Sent, tell
from flows.alerts.channels import Channel
from flows.alerts.http import unreachable
from flows.alerts.message import Message
from flows.alerts.safety import header
from flows.severity import Severity

SCHEMAS = ("mailto", "mailtos")

GOODBYE_SECONDS = 1.0

# Importance is RFC 2156's; X-Priority is what programs read that do not know it.
URGENT = {
    Severity.HIGH: {"Importance": "high", "X-Priority": "1 (Highest)"},
    Severity.LOW: {"Importance": "low", "X-Priority": "5 (Lowest)"},
}

# Steps before the message: greeting, HELO, login, our address as the sender. A final refusal there is the channel's.
BEFORE = (smtplib.SMTPConnectError, smtplib.SMTPHeloError, smtplib.SMTPAuthenticationError, smtplib.SMTPSenderRefused)

# Replies that speak of the channel and not of the message: authentication needed, mechanism or credentials not good
# (RFC 4954), TLS needed (RFC 3207), command not offered.
CHANNEL = frozenset({500, 502, 503, 504, 523, 530, 534, 535, 538})


def send(channel: Channel, message: Message, timeout: float) -> Sent:
    """Send the mail to the channel's one recipient."""
    service = channel.service
    try:
        mail = write_mail(channel, message)
        octets = mail.as_bytes()
    except (ValueError, HeaderParseError) as error:  # UnicodeError is a ValueError
        raise SendFailed(FailureKind.DEAD, f"cannot be written as a mail: {type(error).__name__}") from None
    try:
        server = _connect(service, timeout)
        try:
            answer = _deliver(server, service.from_addr[1], channel.recipient, octets)
        finally:
            _leave(server)
    except smtplib.SMTPException as error:
        raise _refusal(error, service) from None
    except (OSError, ValueError) as error:
        raise unreachable(error, service) from None
    return Sent(tell(answer, service), str(mail["Message-ID"]))


def write_mail(channel: Channel, message: Message) -> EmailMessage:
    """The mail itself. The same message to the same channel has the same Message-ID, however often it is written."""
    service = channel.service
    name, sender = service.from_addr
    domain = sender.rpartition("@")[2]
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = header(message.subject)
    mail["From"] = Address(header(name or "outlay", 100), addr_spec=sender)
    mail["To"] = Address(addr_spec=channel.recipient)
    mail["Date"] = datetime.now(UTC)
    mail["Message-ID"] = f"<{message.key}@{domain}>"
    if message.thread and message.thread != message.key:
        mail["In-Reply-To"] = mail["References"] = f"<{message.thread}@{domain}>"
    mail["X-Idempotency-Key"] = message.key
    for name, value in URGENT.get(message.severity, {}).items():
        mail[name] = value
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notice answers it
    if service.reply_to:
        mail["Reply-To"] = ", ".join(sorted(service.reply_to))
    for name, value in service.headers.items():
        if name not in mail:
            mail[header(name, 60)] = header(value)
    mail.set_content(message.body, cte="quoted-printable")
    if message.html:
        mail.add_alternative(message.illustrated or message.html, subtype="html", cte="quoted-printable")
        page = cast(EmailMessage, mail.get_payload(1))
        for image in message.images:
            name = f"{image.id.partition('@')[0]}.png"
            page.add_related(image.png, "image", "png", cid=f"<{image.id}>", disposition="inline", filename=name)
    return mail


def _connect(service: Any, timeout: float) -> smtplib.SMTP:
    """A session, encrypted and signed in as the URL asks."""
    context = ssl.create_default_context()
    if not service.verify_certificate:  # `?verify=no`: the owner of the channel asked for it
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    host, port = service.smtp_host, service.port or 0
    if service.secure_mode == "ssl":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=timeout, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=timeout)
    try:
        if service.secure_mode == "starttls":
            server.starttls(context=context)
        if service.user and service.password:
            server.login(service.user, service.password)
    except BaseException:
        server.close()
        raise
    return server


def _deliver(server: smtplib.SMTP, sender: str, recipient: str, octets: bytes) -> str:
    """The three steps of RFC 5321, each with its own answer; `sendmail` of the library keeps them to itself."""
    server.ehlo_or_helo_if_needed()
    code, reply = server.mail(sender)
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, reply, sender)
    _expect(*server.rcpt(recipient))
    return _expect(*server.data(octets))


def _expect(code: int, reply: bytes) -> str:
    if not 200 <= code < 300:
        raise smtplib.SMTPResponseException(code, reply)
    return f"{code} {reply.decode('utf-8', 'replace')}"


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye. A bad answer to QUIT, or none, changes nothing: the mail was accepted or refused before."""
    with suppress(OSError, smtplib.SMTPException):
        if server.sock is not None:
            server.sock.settimeout(GOODBYE_SECONDS)
        server.quit()
    server.close()


def _refusal(error: smtplib.SMTPException, service: Any) -> SendFailed:
    """4yz is for later, 5yz is final (RFC 5321, 4.2.1): for the message, or for the channel if it speaks of that."""
    if not isinstance(error, smtplib.SMTPResponseException):
        lost = isinstance(error, smtplib.SMTPServerDisconnected)
        return SendFailed(FailureKind.RETRY if lost else FailureKind.BROKEN, tell(str(error), service))
    code, said = int(error.smtp_code), error.smtp_error
    reason = tell(f"{code} {said.decode('utf-8', 'replace') if isinstance(said, bytes) else said}", service)
    if 400 <= code < 500:
        return SendFailed(FailureKind.RETRY, reason)
    return SendFailed(FailureKind.BROKEN if isinstance(error, BEFORE) or code in CHANNEL else FailureKind.DEAD, reason)
