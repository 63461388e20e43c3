"""Turn pages into files' contents with Jinja: the only module that knows templates.

A template receives `view`, `site`, `root` (the way from its page to the site's root) and the filter `body`, and nothing
else: no clock, no query, no state.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markupsafe
from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from markupsafe import Markup, escape

from journal_site.errors import Diagnostic, Location
from journal_site.errors import TemplateError as PageError
from journal_site.model.page import BodyRef, Page
from journal_site.site.bodies import Bodies, fill
from journal_site.site.compiled import CompiledTemplates

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from types import CodeType

    import msgspec


_SETTINGS: dict[str, Any] = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
    "cache_size": -1,
}
_COMPILED = CompiledTemplates(_SETTINGS)
_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""What `escape` itself calls for a plain text; older versions have it all in C."""


class _Template(Template):
    """A template that writes plain text at once: `escape` wraps each of a page's 200 values in a Markup first."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Make a template of compiled code, whose own name for `escape` is then ours."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = _written
        return template


def _written(value: object) -> str:
    """Return a value as a page shows it. It is only ever written out, so that it need not be a Markup."""
    kind = type(value)
    if kind is str:
        return _escape_text(value)  # type: ignore[arg-type]
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class Theme:
    """The templates of one site, the theme's own and those that the journal puts in their place."""

    def __init__(self, texts: Mapping[str, tuple[str, str]], site: msgspec.Struct) -> None:
        """Take templates by name, each with its text and its path for messages, and the site's view."""
        self._texts = texts
        self._site = site
        self._bodies: Bodies = _no_bodies
        self._templates: dict[str, Template] = {}
        self._environment = Environment(  # noqa: S701 - escaping is among the settings
            loader=FunctionLoader(self._load), bytecode_cache=_COMPILED, **_SETTINGS
        )
        self._environment.template_class = _Template
        self._environment.getattr = getattr  # type: ignore[assignment,method-assign]  # see `render`
        self._environment.filters["body"] = self._body
        _COMPILED.prepare(self._environment, {name: one for name, one in texts.items() if _is_default(one[1])})

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        found = self._texts.get(name)
        return (found[0], found[1], lambda: True) if found else None

    def render(self, page: Page, bodies: Bodies) -> bytes:
        """Return the page's content. Raises errors.TemplateError with template, line and page."""
        self._bodies = bodies
        try:
            template = self._templates.get(page.template)
            if template is None:
                template = self._templates[page.template] = self._environment.get_template(page.template)
            text = template.render(view=page.view, site=self._site, root="../" * page.path.count("/"))
        except AttributeError as error:
            # Jinja's own look-up finds keys, too, and says what is not there, but takes twice as long for each field.
            if vars(self._environment).pop("getattr", None) is not None:
                return self.render(page, bodies)
            raise PageError(self._problem(error, page)) from error
        except (TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
            raise PageError(self._problem(error, page)) from error
        finally:
            self._bodies = (
                _no_bodies  # Jinja's values refer to each other and so to this: they hold no bodies meanwhile
            )
        return text.encode("utf-8", "replace")

    def _body(self, reference: BodyRef) -> Markup:
        return Markup(fill(reference, self._bodies))  # noqa: S704 - made by our own reader, which escapes and sanitises

    def _problem(self, error: Exception, page: Page) -> Diagnostic:
        path, line = self._place(error, page)
        text = next((text for text, where in self._texts.values() if where == path), "")
        lines = text.splitlines()
        reason = (getattr(error, "message", None) or str(error) or type(error).__name__).strip()
        return Diagnostic(
            severity="error",
            code="template-error",
            message=f"{reason} (for the page {page.path})",
            location=Location(path=path, line=line),
            hint="a template sees `view`, `site` and `root`; the theme's own template shows which fields they have",
            excerpt=lines[line - 1] if 0 < line <= len(lines) else "",
        )

    def _place(self, error: Exception, page: Page) -> tuple[str, int]:
        if isinstance(error, TemplateSyntaxError):
            return error.filename or error.name or page.template, error.lineno
        paths = {where for _, where in self._texts.values()}
        found = (self._texts.get(page.template, ("", page.template))[1], 0)
        trace = error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in paths:
                found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
            trace = trace.tb_next
        return found


def _is_default(path: str) -> bool:
    """Tell the theme's templates from the journal's, whose paths begin at its folder."""
    return Path(path).is_absolute()


def _no_bodies(digest: str) -> bytes:
    raise LookupError(digest)
