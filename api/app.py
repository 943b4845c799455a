"""The application: routes, middleware, errors and the explorer put together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING

from fastapi import Depends, FastAPI
from fastapi.routing import APIRoute
from fastapi.staticfiles import StaticFiles

from api import problems
from api.description import complete
from api.docs_page import page as docs
from api.middleware import BodyLimit, Guard, HeadLikeGet, SecurityHeaders, Validators
from api.not_built import page as not_built
from api.parameters import refuse_unknown
from api.problems import responses
from api.routers import documents, extract, graph, health, reports, work
from api.settings import Settings, load_settings
from graph.open import open_store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

DESCRIPTION = """Citation knowledge graph of Vietnamese administrative, Party and legal documents.

Every error is problem details (RFC 9457). Lists come in pages: pass `page.next` as `cursor`. Dates are ISO days; `null`
means unknown, never "in force". Offsets are characters of the text as read."""

_PATIENCE_SECONDS = 2
"""For how long a store that goes away is asked again: who asks the service gets its error before he goes away too."""


ROUTERS = (
    ("/api/v1", documents.router),
    ("/api/v1", graph.router),
    ("/api/v1", work.router),
    ("/api/v1", reports.router),
    ("/api/v1", extract.router),
    ("", health.router),
)


def described_routes() -> Iterator[tuple[str, APIRoute]]:
    """Yield every route of the API description with its path there."""
    for prefix, router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                yield prefix + route.path_format, route


def create_app(settings: Settings | None = None) -> FastAPI:
    """Build the application; its store is opened when it starts and closed when it stops."""
    settings = settings or load_settings()

    @asynccontextmanager
    async def with_store(app: FastAPI) -> AsyncIterator[None]:
        app.state.store = open_store(settings.store, create=False, patience=_PATIENCE_SECONDS)
        try:
            yield
        finally:
            app.state.store.close()
            app.state.store = None

    app = FastAPI(
        title="Căn Cứ",
        version=version("cancu"),
        description=DESCRIPTION,
        lifespan=with_store,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.settings = settings
    app.state.store = None
    problems.install(app)
    refusals = responses(400, 401, 422) if settings.api_keys else responses(400, 422)
    for prefix, router in ROUTERS:
        refused = refusals if prefix else responses(422)
        app.include_router(router, prefix=prefix, responses=refused, dependencies=[Depends(refuse_unknown)])
    app.include_router(docs)
    if (settings.explorer / "index.html").is_file():
        app.mount("/", StaticFiles(directory=settings.explorer, html=True), name="explorer")
    else:
        app.include_router(not_built)
    generated = app.openapi
    app.openapi = lambda: complete(generated(), described_routes())  # type: ignore[method-assign]
    app.add_middleware(Validators)
    app.add_middleware(BodyLimit, limit=settings.max_body_bytes)
    app.add_middleware(Guard, settings=settings)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadLikeGet)
    return app
