"""What a template makes for one kind of channel, and what a sender takes."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from enum import StrEnum

from flows.severity import Severity


class Form(StrEnum):
    """What the signs in `Message.body` mean."""

    TEXT = "text"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a message is sent: the watch that asked for it ("" for several, or a person), and how urgent it is."""

    watch: str = ""
    severity: Severity = Severity.NORMAL


NO_CAUSE = Cause()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that `Message.illustrated` shows by its id (`cid:`)."""

    id: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Message:
    """A rendered alert or digest. The same key means the same message, however often it is sent."""

    key: str  # 32 hexadecimal digits; the idempotency key, and the Message-ID's left side
    subject: str  # one clean line
    body: str  # the whole message as text, in `form`
    form: Form = Form.TEXT
    html: str = ""  # the same for mail programs; "" where the template has none
    illustrated: str = ""  # `html` with pictures, for a sender that carries `images`; "" where there are none
    images: tuple[Image, ...] = ()
    payload: str = ""  # JSON: Slack blocks, or the webhook's document; "" where the template has none
    link: str = ""  # to the release: where the rest is, if a service takes less than the whole body
    thread: str = ""  # the key of the first message about the plan, which may be this one; "" for a digest
    severity: Severity = Severity.NORMAL

    @property
    def page(self) -> str:
        """The HTML with its pictures inside, for a browser: mail programs would not show them so."""
        page = self.illustrated or self.html
        for image in self.images:
            page = page.replace(f"cid:{image.id}", f"data:image/png;base64,{base64.b64encode(image.png).decode()}")
        return page
