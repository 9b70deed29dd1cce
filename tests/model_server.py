"""A model on this machine in a test: a server that speaks OpenAI's protocol and answers what the test says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Claims = Sequence[Mapping[str, Any]]
Asked = list[dict[str, Any]]


@dataclass
class Reply:
    """What the server sends: a status, headers, a body; after a while, and again and again where it is huge."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    after: float = 0
    times: int = 1


def completion(message: Mapping[str, Any]) -> Reply:
    """An answer in the protocol."""
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    said = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Reply(body=json.dumps(said).encode())


def says(*claims: Mapping[str, Any]) -> Reply:
    """An answer by the tool that is offered, as most models give it."""
    call = {"name": "claims_found", "arguments": json.dumps({"claims": claims})}
    return completion({"content": None, "tool_calls": [{"id": "t", "type": "function", "function": call}]})


def responds(*claims: Mapping[str, Any]) -> Reply:
    """An answer in the newer protocol of OpenAI's own, which its models are asked by."""
    call = {"type": "function_call", "id": "f", "call_id": "t", "status": "completed", "name": "claims_found"}
    said = {"id": "r", "object": "response", "created_at": 1, "status": "completed", "model": "m", "tools": [],
            "parallel_tool_calls": False, "tool_choice": "auto",
            "output": [{**call, "arguments": json.dumps({"claims": claims})}]}  # fmt: skip
    return Reply(body=json.dumps(said).encode())


def writes(text: str) -> Reply:
    """An answer as text."""
    return completion({"content": text})


class ModelServer:
    """The server: ``replies`` are used in turn, the last one from then on; ``asked`` holds what came."""

    def __init__(self, replies: Sequence[Reply | Callable[[Asked], Reply]]) -> None:
        self.replies, self.asked, self.keys = list(replies), list[Asked](), list[str]()
        self.bodies: list[dict[str, Any]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"

    def reply(self, body: Mapping[str, Any]) -> Reply:
        sent = [one["content"] for one in body.get("messages") or body["input"] if one["role"] == "user"]
        asked = json.loads(sent[0])
        self.bodies.append(dict(body))
        self.asked.append(asked)
        made = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        return made if isinstance(made, Reply) else made(asked)

    @property
    def sentences(self) -> list[str]:
        """The sentences that were asked about."""
        return [one["text"] for asked in self.asked for one in asked]


def _handler(owner: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            owner.keys.append(self.headers["Authorization"])
            made = owner.reply(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            time.sleep(made.after)
            try:
                self.send_response(made.status)
                for name, value in {"Content-Type": "application/json", **made.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                for _ in range(made.times):
                    self.wfile.write(made.body)
            except OSError:
                pass  # who asked has gone

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def model_server(*replies: Reply | Callable[[Asked], Reply]) -> Iterator[ModelServer]:
    """A server on a port of its own, closed again."""
    served = ModelServer(replies)
    thread = threading.Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.server.shutdown()
        served.server.server_close()
        thread.join()
