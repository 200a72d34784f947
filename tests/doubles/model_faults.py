"""What may go wrong with a model server, step by step, and the answers that say so."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aiohttp import web


class Fault(StrEnum):
    """What may go wrong. Those of a stream happen after `after_chunks` pieces of the answer."""

    RATE_LIMIT = "rate_limit"  # 429, with Retry-After when the step gives one
    QUOTA = "quota"  # 429 insufficient_quota
    SERVER_ERROR = "server_error"  # 500
    UNAUTHORISED = "unauthorised"  # 401
    UNKNOWN_MODEL = "unknown_model"  # 404
    TOO_LONG = "too_long"  # 400 context_length_exceeded
    STALL = "stall"  # takes the request and never answers
    SLOW = "slow"  # a pause before every piece
    STALL_MIDWAY = "stall_midway"  # some pieces, then silence
    RESET = "reset"  # connection cut midway
    TRUNCATED = "truncated"  # ends cleanly without a finish_reason
    BROKEN_JSON = "broken_json"  # a chunk that is not JSON
    ERROR_MIDWAY = "error_midway"  # an error object as a stream event
    REFUSAL = "refusal"  # the model's own refusal
    CONTENT_FILTER = "content_filter"  # finish_reason content_filter
    PROMPT_FILTER = "prompt_filter"  # 400 content_filter, as Azure does for a prompt
    LENGTH = "length"  # finish_reason length
    EMPTY = "empty"  # finish_reason stop, no text
    IGNORES_LIMIT = "ignores_limit"  # goes on far beyond the token limit


@dataclass
class Step:
    """What to do with one chat request. `pause` None waits for `server.go_on()` before every piece after the first."""

    text: str | None = None
    pieces: Sequence[str] | None = None
    pause: float | None = 0.0
    fault: Fault | None = None
    after_chunks: int = 2
    retry_after: str | None = None


FINISHES: dict[Fault | None, str] = {Fault.LENGTH: "length", Fault.CONTENT_FILTER: "content_filter"}
MIDWAY = {Fault.STALL_MIDWAY, Fault.RESET, Fault.TRUNCATED, Fault.BROKEN_JSON, Fault.ERROR_MIDWAY}


def error(status: int, message: str, *, code: str | None = None, param: str | None = None) -> web.Response:
    kind = "invalid_request_error" if status < 429 else "server_error"
    error = {"message": message, "type": kind, "param": param, "code": code}
    return web.json_response({"error": error}, status=status)


async def early_fault(step: Step) -> web.Response | None:
    match step.fault:
        case Fault.RATE_LIMIT:
            response = error(429, "Rate limit reached", code="rate_limit_exceeded")
            if step.retry_after is not None:
                response.headers["Retry-After"] = step.retry_after
            return response
        case Fault.QUOTA:
            return error(429, "You exceeded your current quota", code="insufficient_quota")
        case Fault.SERVER_ERROR:
            return error(500, "The server had an error")
        case Fault.UNAUTHORISED:
            return error(401, "Incorrect API key provided", code="invalid_api_key")
        case Fault.UNKNOWN_MODEL:
            return error(404, "The model does not exist", code="model_not_found")
        case Fault.TOO_LONG:
            return error(400, "This model's maximum context length is 8192", code="context_length_exceeded")
        case Fault.PROMPT_FILTER:
            return error(400, "The prompt triggered the content policy", code="content_filter")
        case Fault.STALL:
            await asyncio.Event().wait()
    return None
