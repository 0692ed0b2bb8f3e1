"""A web service: POST a case as JSON, and get its report as JSON or as a web page.

    pip install "reunify[service]"
    uvicorn --app-dir examples service:app

    curl 'localhost:8000?lang=nl' --data-binary @my-case.json -H 'Accept: text/html'

What is wrong is answered with 422 and every fault at once. No case is kept or logged.
"""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from reunify import BadCase, casefile, report


async def answer(request: Request) -> Response:
    """Answer a case with its report; ``lang``, ``old``, ``new`` and ``on`` can stand in the address."""
    body, asked = bytearray(), request.query_params
    async for part in request.stream():
        body += part[: casefile.MOST_BYTES + 1 - len(body)]  # what is longer is refused, and need not be kept

    def made(lang: str) -> report.Report:
        case = casefile.parse(bytes(body), "json")
        return report.make(case, lang=lang, old=asked.get("old"), new=asked.get("new"), on=asked.get("on"))

    try:
        found = await run_in_threadpool(made, asked.get("lang", "en"))
    except BadCase as bad:
        return JSONResponse({"faults": bad.to_data()}, status_code=422)
    if "text/html" in request.headers.get("accept", ""):
        return HTMLResponse(await run_in_threadpool(found.to_html))
    return Response(await run_in_threadpool(found.to_json), media_type="application/json")


app = Starlette(routes=[Route("/", answer, methods=["POST"])])
