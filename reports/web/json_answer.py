"""Answers in JSON that may repeat what a client asked, whatever that was."""

from __future__ import annotations

import json
from typing import Any

from fastapi.responses import JSONResponse


class JsonAnswer(JSONResponse):
    """JSON in UTF-8; a half surrogate, which no UTF-8 text can hold, is written as JSON escapes it."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
