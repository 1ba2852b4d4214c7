"""A server on loopback that says exactly the bytes a test wants, at the pace it wants, and remembers who asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Answer = bytes | Callable[[asyncio.StreamWriter], object]


def http(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    """An answer with its length; `content_type="text/html"` makes a header "content-type"."""
    lines = [f"HTTP/1.1 {status} Said", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode("latin-1") + body


@dataclass
class Loopback:
    """Answers by path; a path without an answer is 404."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # request line and headers of each request
    at_work: int = 0
    most_at_work: int = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                self.asked.append(request)
                self.at_work += 1
                self.most_at_work = max(self.most_at_work, self.at_work)
                try:
                    await self._say(self.answers.get(request.split(" ")[1], http(404)), writer)
                finally:
                    self.at_work -= 1
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _say(self, answer: Answer, writer: asyncio.StreamWriter) -> None:
        if isinstance(answer, bytes):
            writer.write(answer)
        else:
            said = answer(writer)
            if asyncio.iscoroutine(said):
                await said
        await writer.drain()


@asynccontextmanager
async def loopback() -> AsyncIterator[Loopback]:
    """Open while the block runs; connections still open at its end are cut."""
    server = Loopback()
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, limit=1 << 20)
    server.port = listener.sockets[0].getsockname()[1]
    others = asyncio.all_tasks()
    try:
        yield server
    finally:
        listener.close()
        for task in asyncio.all_tasks() - others:
            task.cancel()
