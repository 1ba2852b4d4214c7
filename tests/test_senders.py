"""How alerts leave: real SMTP and HTTP sinks that accept, refuse, hang, drip and hang up; and no secret is told."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import re
import socket
import ssl
import threading
import time
import traceback
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from jsonschema import Draft202012Validator

from flows.alerts import Message, render
from flows.alerts.channels import Channel, ChannelInvalid, read_channels
from flows.alerts.send import SendFailed, send
from flows.alerts.senders.others import urgent
from flows.alerts.templates import webhook
from flows.severity import Severity
from tests.alert_cases import rate, read_alert

SCHEMA = Path(webhook.__file__).parent / "webhook.schema.json"
SECRET = "hunter2-Tr0ub4dor"
TOKENS = "T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7AB"


# --- sinks ------------------------------------------------------------------------------------------------------------


class Mailbox:
    """An SMTP server that keeps what it accepts and answers each step as told."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.lines: list[bytes] = []
        self.recipients: list[str] = []
        self.answers: dict[str, str] = {}
        self.port = free_port()

    async def handle_MAIL(self, server: Any, session: Any, envelope: Envelope, address: str, options: Any) -> str:
        envelope.mail_from = address
        return self.answers.get("MAIL", "250 OK")

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, address: str, options: Any) -> str:
        if "RCPT" in self.answers:
            return self.answers["RCPT"]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_QUIT(self, server: Any, session: Any, envelope: Envelope) -> str:
        if self.answers.get("QUIT") == "hang":
            await asyncio.sleep(4)
        return self.answers.get("QUIT", "221 Bye")

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:
        if "DATA" in self.answers:
            return self.answers["DATA"]
        octets = bytes(envelope.content or b"")
        self.lines += octets.split(b"\r\n")
        self.recipients += envelope.rcpt_tos
        self.mails.append(message_from_bytes(octets, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK queued as 4F2"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == SECRET.encode(), handled=False)

    controller = Controller(
        box, hostname="127.0.0.1", port=box.port, authenticator=check, auth_require_tls=False, decode_data=False
    )
    controller.start()
    yield box
    controller.stop()


class Sink:
    """An HTTP server that keeps what it is sent and answers as its `answers` say, then 200 "ok".

    An answer is (status, headers, body), or "hang", "drip" (a byte of header at a time), "stall" (half a body), "close"
    (no answer at all).
    """

    def __init__(self) -> None:
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.answers: list[Any] = []
        self.over = threading.Event()
        sink = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                sink.requests.append((self.command, self.path, dict(self.headers.items()), body))
                sink.answer(self)

            do_GET = do_PUT = do_POST

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        answer = self.answers.pop(0) if self.answers else (200, {}, "ok")
        if answer == "hang":
            self.over.wait(20)
        if answer == "drip":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
            while not self.over.wait(0.2):
                handler.wfile.write(b"x")
        if answer == "stall":
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")
            self.over.wait(20)
        if isinstance(answer, str):
            handler.close_connection = True
            return
        status, headers, body = answer
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body.encode())


@pytest.fixture
def sink() -> Iterator[Sink]:
    sink = Sink()
    yield sink
    sink.over.set()
    sink.server.shutdown()
    sink.server.server_close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def mail_channel(port: int, query: str = "", login: str = "") -> Channel:
    url = f"mailto://{login}127.0.0.1:{port}?smtp=127.0.0.1&from=outlay@example.org&to=desk@example.org{query}"
    (channel,) = read_channels(url)
    return channel


def slack_channel(sink: Sink, url: str = f"slack://{TOKENS}") -> Channel:
    """A Slack channel whose service is the sink; all else is as Apprise parsed it."""
    (channel,) = read_channels(url)
    channel.service.webhook_url = f"{sink.url}/services"
    channel.service.api_url = f"{sink.url}/api/{{}}"
    return channel


def refusal(channel: Channel, message: Message, timeout: float = 5) -> SendFailed:
    with pytest.raises(SendFailed) as caught:
        send(channel, message, timeout=timeout)
    return caught.value


def message_for(channel: Channel, name: str = "raised") -> Message:
    return render(read_alert(name), channel.schema, rate=rate)


# --- channels ---------------------------------------------------------------------------------------------------------


def test_a_text_configuration_becomes_channels_with_tags_and_stable_names() -> None:
    text = f"""
# who gets what
news, desk = mailto://user:{SECRET}@example.org?to=a@example.org,b@example.org
team = slack://{TOKENS}/#cars/#ev
everyone = news, team
json://hooks.example.com/{SECRET}
"""
    channels = read_channels(text)
    assert [channel.name.split(":")[0] for channel in channels] == ["mailto", "mailto", "slack", "slack", "json"]
    assert [channel.recipient for channel in channels] == ["a@example.org", "b@example.org", "#cars", "#ev", ""]
    assert [channel.line for channel in channels] == [3, 3, 4, 4, 6]
    assert channels[0].name == "mailto:a@example.org"
    assert channels[0].tags == {"news", "desk", "everyone"}
    assert channels[0].answers_to("everyone")
    assert not channels[4].answers_to("everyone")
    assert channels[4].answers_to("all")
    assert [channel.name for channel in read_channels(text)] == [channel.name for channel in channels]
    assert all(SECRET not in repr(channel) and TOKENS[-10:] not in repr(channel) for channel in channels)


def test_a_yaml_configuration_becomes_channels() -> None:
    channels = read_channels(
        f"""version: 1
tag: all-hands
urls:
  - ntfy://ntfy.example.org/topic:
      tag: phone
  - mailto://user:{SECRET}@example.org:
      - to: a@example.org
        tag: desk
      - to: b@example.org
"""
    )
    assert [(channel.schema, channel.recipient, channel.line) for channel in channels] == [
        ("ntfy", "", 4),
        ("mailto", "a@example.org", 6),
        ("mailto", "b@example.org", 6),
    ]
    assert channels[0].tags == {"phone", "all-hands"}
    assert channels[1].tags == {"desk", "all-hands"}


def test_the_same_recipient_twice_is_one_channel_with_all_tags() -> None:
    url = f"mailto://user:{SECRET}@example.org?to=a@example.org"
    (channel,) = read_channels(f"news = {url}\noperator = {url}")
    assert channel.tags == {"news", "operator"}


def test_a_new_password_does_not_rename_a_mail_channel_and_two_chats_of_one_bot_are_two_channels() -> None:
    before, after = (
        read_channels(f"mailto://user:{word}@example.org?to=a@example.org") for word in ("old-one", "new-one")
    )
    assert before[0].name == after[0].name
    bot = "tgram://123456789:AABBCCDDEEFFGGHHIIJJKKLLMMNNOOPPQQR"
    assert len({channel.name for channel in read_channels(f"{bot}/1111\n{bot}/2222")}) == 2


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        (f"\nmailto://user:{SECRET}@", 2, "check it"),
        (f"nosuch://user:{SECRET}@example.org", 1, "check it"),
        (f"# a comment\nnews: mailto {SECRET}", 2, "tag = scheme"),
        (f"slack://{SECRET}", 1, "check it"),
        (f"json://user:{SECRET}@example.org?optional=yes", 1, "optional"),
        (f"mailto://user:{SECRET}@example.org?to=a@example.org&cc=b@example.org", 1, "cc"),
        (f"mailto://user:{SECRET}@example.org?to=a@example.org&bcc=b@example.org", 1, "bcc"),
        (f"mailto://user:{SECRET}@example.org?to=a@example.org,broken", 1, "check it"),
        (f"tgram://123456789:AABBCCDDEEFFGGHHIIJJKKLLMMNNOOPPQQR/1111/{'2' * 5}", 1, "one line for each"),
        (f"include http://example.org/{SECRET}", 1, "include"),
        (f"include: http://example.org/{SECRET}\nurls:\n  - json://example.org", 1, "include"),
        (f"urls:\n  - json://example.org\n  - nosuch://{SECRET}@example.org", 3, "check it"),
        (f"urls:\n  - json://example.org:\n      optional: yes\n      password: {SECRET}", 2, "optional"),
        (f"urls:\n - [{SECRET}\n", 3, "not YAML"),
        (f"urls: {SECRET}", 1, "urls"),
        (
            f"mailto://user:{SECRET}@example.org?to=a@example.org\nmailto://me:{SECRET}@example.com?to=a@example.org",
            2,
            "keep one",
        ),
    ],
)
def test_a_mistake_in_the_channels_is_told_with_line_and_remedy_and_without_the_url(
    text: str, line: int, remedy: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("apprise").setLevel(logging.DEBUG)
    with pytest.raises(ChannelInvalid, match=f"line {line}:.*{remedy}") as caught:
        read_channels(text)
    assert SECRET not in str(caught.value) + caplog.text + "".join(traceback.format_exception(caught.value))


# --- mail -------------------------------------------------------------------------------------------------------------


def test_a_mail_arrives_with_both_halves_and_a_message_id_that_lasts(mailbox: Mailbox) -> None:
    channel = mail_channel(mailbox.port, login=f"user:{SECRET}@")
    message = message_for(channel)
    first, second = send(channel, message), send(channel, message)
    assert first.answer == "250 OK queued as 4F2"
    assert first.id == second.id == f"<{message.key}@example.org>"
    one, two = mailbox.mails
    assert one["Message-ID"] == two["Message-ID"] == first.id
    assert one["X-Idempotency-Key"] == message.key
    assert one["References"] is None, "the first about its plan"
    assert one["Subject"] == message.subject
    assert one["From"] == "outlay <outlay@example.org>"
    assert one["To"] == "desk@example.org"
    assert mailbox.recipients == ["desk@example.org"] * 2
    assert _half(one, "plain") == message.body.strip()
    assert _half(one, "html") == message.illustrated.strip()
    assert max(map(len, mailbox.lines)) <= 998  # RFC 5322, 2.1.1


def test_a_mail_carries_the_pictures_that_its_page_shows(mailbox: Mailbox) -> None:
    channel = mail_channel(mailbox.port)
    message = message_for(channel)
    send(channel, message)
    send(channel, message_for(channel, "new_investment"))  # a plan without a past
    illustrated, plain = mailbox.mails
    assert [part.get_content_type() for part in illustrated.walk()] == [
        "multipart/alternative", "text/plain", "multipart/related", "text/html", "image/png", "image/png",
    ]  # fmt: skip
    pictures = [part for part in illustrated.walk() if part.get_content_type() == "image/png"]
    shown = set(re.findall(r'src="cid:([^"]*)"', _half(illustrated, "html")))
    assert {part["Content-ID"].strip("<>") for part in pictures} == shown
    assert {part.get_content_disposition() for part in pictures} == {"inline"}
    assert [part.get_content() for part in pictures] == [image.png for image in message.images]
    assert [part.get_content_type() for part in plain.walk()] == ["multipart/alternative", "text/plain", "text/html"]


@pytest.mark.parametrize(
    ("severity", "importance", "priority"),
    [(Severity.HIGH, "high", "1 (Highest)"), (Severity.NORMAL, None, None), (Severity.LOW, "low", "5 (Lowest)")],
)
def test_a_mail_is_as_urgent_as_its_watch_says(
    mailbox: Mailbox, severity: Severity, importance: str | None, priority: str | None
) -> None:
    channel = mail_channel(mailbox.port)
    send(channel, replace(message_for(channel), severity=severity))
    assert (mailbox.mails[0]["Importance"], mailbox.mails[0]["X-Priority"]) == (importance, priority)


def test_a_mail_of_another_script_is_folded(mailbox: Mailbox) -> None:
    channel = mail_channel(mailbox.port)
    send(channel, Message("0" * 32, "小米：新增投资一百亿元" * 22, "正文" * 2000))
    (mail,) = mailbox.mails
    assert mail["Subject"] == "小米：新增投资一百亿元" * 22
    assert max(map(len, mailbox.lines)) <= 78


def test_no_name_or_title_of_a_page_becomes_a_header(mailbox: Mailbox) -> None:
    channel = mail_channel(mailbox.port)
    plain = Message("1" * 32, "=?utf-8?q?inj=0D=0ABcc:_evil@x?= \r\nBcc: evil@example.org\x00\ud800", "body")
    for message in (message_for(channel, "hostile"), plain):
        send(channel, message)
    for mail in mailbox.mails:
        assert mail["Bcc"] is None
        assert "evil" in mail["Subject"].lower()
    assert not any(re.match(rb"(?i)bcc:", line) for line in mailbox.lines)
    assert mailbox.recipients == ["desk@example.org"] * 2


@pytest.mark.parametrize(
    ("step", "answer", "kind"),
    [
        ("RCPT", "450 4.2.1 mailbox busy", "retry"),
        ("RCPT", "550 5.1.1 no such user", "dead"),
        ("RCPT", "530 5.7.0 Authentication required", "broken"),
        ("MAIL", "451 4.3.0 try again", "retry"),
        ("MAIL", "550 5.7.1 not your domain", "broken"),
        ("DATA", "452 4.3.1 disk full", "retry"),
        ("DATA", "552 5.3.4 message too big", "dead"),
        ("DATA", "554 5.7.1 spam", "dead"),
    ],
)
def test_a_refused_mail_says_what_to_do_next(mailbox: Mailbox, step: str, answer: str, kind: str) -> None:
    mailbox.answers[step] = answer
    channel = mail_channel(mailbox.port)
    failure = refusal(channel, message_for(channel))
    assert (failure.kind, failure.reason) == (kind, answer)
    assert mailbox.mails == []


@pytest.mark.parametrize("answer", ["hang", "500 what?"])
def test_a_mail_that_was_accepted_is_sent_however_the_server_says_goodbye(mailbox: Mailbox, answer: str) -> None:
    mailbox.answers["QUIT"] = answer
    channel = mail_channel(mailbox.port)
    assert send(channel, message_for(channel), timeout=3).answer.startswith("250")
    assert len(mailbox.mails) == 1


def test_a_wrong_password_is_the_channels_fault_and_is_not_told(mailbox: Mailbox) -> None:
    channel = mail_channel(mailbox.port, login="user:wrong-pass-word@")
    failure = refusal(channel, message_for(channel))
    assert failure.kind == "broken"
    assert failure.reason.startswith("535")
    assert "wrong-pass-word" not in str(failure)


def test_a_mail_server_that_is_away_is_tried_later() -> None:
    channel = mail_channel(free_port())
    assert refusal(channel, message_for(channel)).kind == "retry"


def test_a_mail_server_that_never_speaks_is_left_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        channel = mail_channel(silent.getsockname()[1])
        started = time.monotonic()
        assert refusal(channel, message_for(channel), timeout=0.5).kind == "retry"
        assert time.monotonic() - started < 3


def _half(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n").strip()


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def nobodys_certificate(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    """A server's context with a certificate for 127.0.0.1 that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "pair.pem"
    plain = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*plain) + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


@pytest.mark.parametrize("mode", ["ssl", "starttls"])
def test_a_mail_server_that_nobody_vouches_for_gets_nothing_unless_the_owner_says_so(
    mode: str, nobodys_certificate: ssl.SSLContext
) -> None:
    box = Mailbox()
    settings = {"ssl_context": nobodys_certificate} if mode == "ssl" else {"tls_context": nobodys_certificate}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **settings)
    controller.start()
    try:
        query = f"?smtp=127.0.0.1&from=outlay@example.org&to=desk@example.org&mode={mode}"
        strict, trusting = (
            read_channels(f"mailtos://127.0.0.1:{box.port}{query}{verify}")[0] for verify in ("", "&verify=no")
        )
        failure = refusal(strict, message_for(strict))
        assert (failure.kind, box.mails) == ("broken", [])
        assert "certificate" in failure.reason.lower()
        send(trusting, message_for(trusting))
        assert len(box.mails) == 1
    finally:
        controller.stop()


def test_a_webhook_that_nobody_vouches_for_gets_nothing(sink: Sink, nobodys_certificate: ssl.SSLContext) -> None:
    sink.server.socket = nobodys_certificate.wrap_socket(sink.server.socket, server_side=True)
    strict, trusting = (
        read_channels(f"jsons://127.0.0.1:{sink.port}/hook{verify}")[0] for verify in ("", "?verify=no")
    )
    assert refusal(strict, message_for(strict)).kind == "broken"
    assert sink.requests == []
    send(trusting, message_for(trusting))
    assert len(sink.requests) == 1


# --- Slack, webhooks, other services ----------------------------------------------------------------------------------


def test_slack_gets_blocks_and_gives_its_own_answer(sink: Sink) -> None:
    channel = slack_channel(sink)
    message = message_for(channel)
    assert send(channel, message).answer == "200 ok"
    ((method, path, headers, body),) = sink.requests
    assert (method, path) == ("POST", f"/services/{TOKENS}")
    assert headers["Content-Type"].startswith("application/json")
    assert json.loads(body) == json.loads(message.payload)


def test_a_slack_bot_posts_to_its_channel_with_its_token(sink: Sink) -> None:
    sink.answers = [(200, {}, '{"ok": true, "ts": "1700000000.1"}'), (200, {}, '{"ok": false, "error": "is_archived"}')]
    channel = slack_channel(sink, "slack://xoxb-1234-1234-abc124abc/#ev")
    message = message_for(channel)
    assert send(channel, message).id == "1700000000.1"
    _, path, headers, body = sink.requests[0]
    assert path == "/api/chat.postMessage"
    assert headers["Authorization"] == "Bearer xoxb-1234-1234-abc124abc"
    assert json.loads(body)["channel"] == "#ev"
    failure = refusal(channel, message)
    assert (failure.kind, failure.reason) == ("broken", "is_archived")


ANSWERS = [
    ((429, {"Retry-After": "30"}, "rate_limited"), "retry", 30.0),
    ((429, {"Retry-After": "999999"}, ""), "retry", 3600.0),
    ((503, {"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, ""), "retry", 0.0),
    ((429, {"Retry-After": "soon"}, ""), "retry", None),
    ((500, {}, "boom"), "retry", None),
    ((400, {}, "invalid_payload"), "dead", None),
    ((413, {}, ""), "dead", None),
    ((403, {}, "invalid_token"), "broken", None),
    ((404, {}, "no_service"), "broken", None),
    ((410, {}, "channel_is_archived"), "broken", None),
    ((302, {"Location": "http://127.0.0.1:9/"}, ""), "broken", None),
    ("close", "retry", None),
    ("hang", "retry", None),
    ("drip", "retry", None),
]


@pytest.mark.parametrize(("answer", "kind", "wait"), ANSWERS, ids=lambda value: str(value)[:30])
@pytest.mark.parametrize("service", ["slack", "json"])
def test_an_answer_says_what_to_do_next(sink: Sink, service: str, answer: Any, kind: str, wait: float | None) -> None:
    sink.answers = [answer]
    channel = slack_channel(sink) if service == "slack" else read_channels(f"json://127.0.0.1:{sink.port}/hook")[0]
    started = time.monotonic()
    failure = refusal(channel, message_for(channel), timeout=1)
    assert time.monotonic() - started < 4
    assert (failure.kind, failure.retry_after) == (kind, wait)
    assert len(sink.requests) == 1  # one try, no redirect followed


def test_a_webhook_gets_the_document_its_key_and_what_its_url_asks_for(sink: Sink) -> None:
    url = f"json://user:{SECRET}@127.0.0.1:{sink.port}/hook?method=PUT&+X-Team=ev&-room=7"
    (channel,) = read_channels(url)
    message = message_for(channel, "new_investment")
    send(channel, message)
    ((method, path, headers, body),) = sink.requests
    document = json.loads(body)
    assert (method, path) == ("PUT", "/hook?room=7")
    assert headers["Idempotency-Key"] == document["idempotency_key"] == message.key
    assert headers["X-Team"] == "ev" or headers["X-team"] == "ev"
    assert headers["Authorization"] == "Basic " + base64.b64encode(f"user:{SECRET}".encode()).decode()
    assert document["version"] == 1
    assert [change["amount"]["low"] for change in document["changes"]] == ["10000000000", "10000000000"]


def test_a_message_that_was_accepted_is_sent_though_the_answers_body_never_ends(sink: Sink) -> None:
    sink.answers = ["stall"]
    channel = slack_channel(sink)
    assert send(channel, message_for(channel), timeout=2).answer == "200 ok"


def test_an_answer_without_end_is_read_to_a_limit(sink: Sink) -> None:
    sink.answers = [(500, {}, "x" * 2_000_000)]
    channel = slack_channel(sink)
    assert len(refusal(channel, message_for(channel)).reason) <= 200


def test_other_services_are_reached_through_apprise_once_and_their_status_is_told(sink: Sink) -> None:
    (channel,) = read_channels(f"ntfy://127.0.0.1:{sink.port}/ev?retry=3&redirect=yes")
    channel.service.request_rate_per_sec = 0
    message = message_for(channel)
    assert send(channel, message).answer == "accepted"
    sent = json.loads(sink.requests[0][3])
    assert sent["title"] == message.subject
    assert "30 trillion won" in sent["message"]
    for status, kind in ((429, "retry"), (500, "retry"), (403, "broken"), (302, "broken"), (400, "dead")):
        sink.answers = [(status, {"Location": f"{sink.url}/elsewhere"}, "")]
        assert refusal(channel, message).kind == kind, status
    assert len(sink.requests) == 6


def test_the_answer_of_a_service_behind_apprise_is_told_without_its_secrets(sink: Sink) -> None:
    (channel,) = read_channels(f"ntfy://user:{SECRET}@127.0.0.1:{sink.port}/ev")
    login = f"Basic {base64.b64encode(f'user:{SECRET}'.encode()).decode()}"
    sink.answers = [(403, {}, f'{{"error": "{SECRET} {login}", "link": "https://ntfy.sh/docs"}}')]
    assert refusal(channel, message_for(channel)).reason == '403 {"error": "… Basic …", "link": "(address)"}'


@pytest.mark.parametrize(
    ("url", "own", "low", "high"),
    [
        ("ntfy://127.0.0.1:{port}/ev", None, "low", "high"),
        ("ntfy://127.0.0.1:{port}/ev?priority=max", "max", "low", "high"),
        ("gotify://127.0.0.1:{port}/token", 5, 0, 8),
        ("json://127.0.0.1:{port}/hook", None, None, None),
    ],
)
def test_a_service_with_priorities_gets_that_of_the_watch_and_else_keeps_its_own(
    sink: Sink, url: str, own: Any, low: Any, high: Any
) -> None:
    (channel,) = read_channels(url.format(port=sink.port))
    channel.service.request_rate_per_sec = 0
    message = message_for(channel)
    for severity in (Severity.LOW, Severity.HIGH, Severity.NORMAL):
        send(channel, replace(message, severity=severity))
    sent = [headers.get("X-Priority") or json.loads(body).get("priority") for _, _, headers, body in sink.requests]
    assert sent == [low, high, own]


def test_every_service_that_has_low_and_high_takes_them() -> None:
    keys = {
        "pover": f"{'u' * 30}@{'t' * 30}",
        "prowl": "a" * 40,
        "join": "a" * 32,
        "gotify": "host/token",
        "ntfy": "topic",
    }
    for schema, key in keys.items():
        url = f"{schema}://{key}"
        (channel,) = read_channels(url)
        own = channel.service.priority
        seen = []
        for severity in Severity:
            with urgent(channel.service, severity):
                seen.append(channel.service.priority)
        assert seen[1] == own == channel.service.priority, url
        assert len(set(map(str, seen))) == 3, url


@pytest.mark.parametrize(
    "url", ["matrix://user:token@127.0.0.1:{port}?mode=matrix", "mastodon://token@127.0.0.1:{port}"]
)
def test_no_chat_gets_a_mention_or_a_tag_of_the_page(sink: Sink, url: str) -> None:
    (channel,) = read_channels(url.format(port=sink.port))
    sink.answers = [(200, {}, "{}")] * 2
    send(channel, message_for(channel, "hostile"))
    (text,) = [value for name, value in json.loads(sink.requests[0][3]).items() if name in ("text", "status")]
    assert not re.search(r"@(everyone|room|U012)|<(script|img|!|@)", text)


def test_a_text_service_whose_owner_wants_markdown_reads_none_in_a_page(sink: Sink) -> None:
    (channel,) = read_channels(f"ntfy://127.0.0.1:{sink.port}/ev?format=markdown")
    send(channel, message_for(channel, "hostile"))
    _, _, headers, _ = sink.requests[0]
    assert "markdown" not in str(headers).lower()


def test_a_chat_gets_markdown_whose_escapes_survive_apprise(sink: Sink) -> None:
    (channel,) = read_channels(f"mmost://127.0.0.1:{sink.port}/3ccdd113474722377935511fc85d3dd4")
    send(channel, message_for(channel, "hostile"))
    text = json.loads(sink.requests[0][3])["text"]
    assert r"\[xiaomi.com\]" in text
    assert not re.search(r"@(everyone|room|U012)", text)


def test_discord_gets_an_embed_with_its_title_and_no_mention(sink: Sink) -> None:
    (channel,) = read_channels(f"discord://012345678901234567/{'abcdefgh' * 8}")
    channel.service.notify_url = sink.url
    message = message_for(channel, "hostile")
    send(channel, message)
    sent = json.loads(sink.requests[0][3])
    assert [(embed["title"], embed["description"]) for embed in sent["embeds"]] == [(message.subject, message.body)]
    assert "content" not in sent
    assert "avatar_url" not in sent


def test_telegram_gets_html_in_which_nothing_of_the_page_is_markup(sink: Sink) -> None:
    (channel,) = read_channels("tgram://123456789:AABBCCDDEEFFGGHHIIJJKKLLMMNNOOPPQQR/1111")
    channel.service.notify_url = f"{sink.url}/bot"
    sink.answers = [(200, {}, '{"ok": true}')]
    send(channel, message_for(channel, "hostile"))
    _, path, _, body = sink.requests[0]
    sent = json.loads(body)
    assert path.endswith("/sendMessage")
    assert (sent["chat_id"], sent["parse_mode"].upper()) == (1111, "HTML")
    assert set(re.findall(r"</?([a-z]+)", sent["text"])) <= {"a", "b", "i", "strong", "em", "code", "pre", "blockquote"}
    assert set(re.findall(r"href=\"([^\"]*)\"", sent["text"])) <= {"https://ok.example/a_%28b%29?c=1&amp;d=2"}
    assert not re.search(r"@(everyone|room|U012)", sent["text"])


def test_a_body_too_long_for_a_service_is_cut_with_a_link_and_a_title_too(sink: Sink) -> None:
    (channel,) = read_channels(f"ntfy://127.0.0.1:{sink.port}/ev")
    send(channel, Message("0" * 32, "word " * 100, "paragraph\n\n" * 2000, link="https://x.example/rest"))
    title, _, body = sink.requests[0][3].decode().partition("paragraph")  # ntfy takes long bodies as a file
    assert len(title) <= channel.service.title_maxlen + 2
    assert len(body) <= channel.service.body_maxlen
    assert body.endswith("paragraph\n\n… https://x.example/rest")


@pytest.mark.parametrize("service", ["slack", "json"])
def test_a_message_to_the_operator_needs_no_template(sink: Sink, service: str) -> None:
    channel = slack_channel(sink) if service == "slack" else read_channels(f"json://127.0.0.1:{sink.port}/hook")[0]
    send(channel, Message("0" * 32, "outlay: a source is blind", "No good poll since <Monday>."))
    sent = json.loads(sink.requests[0][3])
    assert sent["text"].endswith("&lt;Monday&gt;." if service == "slack" else "<Monday>.")
    if service == "json":
        Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(sent)


def test_a_service_behind_apprise_that_never_answers_is_left_at_the_deadline(sink: Sink) -> None:
    sink.answers = ["drip"]
    (channel,) = read_channels(f"ntfy://127.0.0.1:{sink.port}/ev")
    started = time.monotonic()
    assert refusal(channel, message_for(channel), timeout=1).kind == "retry"
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("answer", [(404, {}, f"no such hook: POST /services/{TOKENS}"), "close", (500, {}, "")])
def test_no_secret_of_a_channel_is_told_by_log_error_or_name(
    sink: Sink, answer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("apprise", "urllib3", "urllib3.connectionpool", "requests"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    (hook,) = read_channels(f"json://user:{SECRET}@127.0.0.1:{sink.port}/{TOKENS}?+X-Token={SECRET}")
    (topic,) = read_channels(f"ntfy://user:{SECRET}@127.0.0.1:{sink.port}/ev")
    for channel in (slack_channel(sink), hook, topic):
        own = (404, {}, f"who is user:{SECRET}?") if channel is topic and isinstance(answer, tuple) else answer
        sink.answers = [own]
        failure = refusal(channel, message_for(channel))
        told = f"{failure} {failure!r} {channel!r} {caplog.text} {''.join(traceback.format_exception(failure))}"
        assert failure.__context__ is None
        assert SECRET not in told
        assert not any(token in told for token in TOKENS.split("/"))
