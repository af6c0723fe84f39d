"""Templates from their TOML files; one that cannot be used names file, key and reason."""

import tomllib
from functools import lru_cache

from msgspec import ValidationError, convert

from unionapp.errors import TemplateError
from unionapp.template.catalogue import SUFFIX, available, source_bundled
from unionapp.template.messages import Problem, shape_problem, syntax_problem
from unionapp.template.model import Template
from unionapp.template.validation import problems


def source(template_id: str) -> str:
    """Return the TOML of a template that comes with the program.

    Raises:
        TemplateError: there is no such template.
    """
    if template_id not in available():
        known = "、".join(available())
        raise TemplateError(f"没有名叫“{template_id}”的模板，可用的有：{known}。")
    return source_bundled(template_id)


def load(template_id: str) -> Template:
    """Return a template that comes with the program.

    Raises:
        TemplateError: there is no such template, or it cannot be used.
    """
    return decode(source(template_id), f"{template_id}{SUFFIX}")


@lru_cache(maxsize=16)
def decode(source: str | bytes, file: str) -> Template:
    """Return the template of a TOML source; `file` is what errors call it.

    Decoding the same source again is free: templates are frozen, and a parse costs some 20 ms.

    Raises:
        TemplateError: names the file, the key at fault and the reason.
    """
    content = _parsed(source, file)
    try:
        template = convert(content, Template)
    except ValidationError as error:
        raise _unusable(file, shape_problem(error, content)) from error
    except RecursionError as error:
        raise _unusable(file, syntax_problem(error)) from error
    found = tuple(problems(template))
    if found:
        raise _unusable(file, *found)
    return template


def _parsed(source: str | bytes, file: str) -> object:
    try:
        return tomllib.loads(source if isinstance(source, str) else source.decode())
    except UnicodeDecodeError as error:
        problem = Problem(f"第 {error.start + 1} 个字节起", "不是 UTF-8 编码，请另存为 UTF-8")
        raise _unusable(file, problem) from error
    except (ValueError, RecursionError) as error:
        raise _unusable(file, syntax_problem(error)) from error


def _unusable(file: str, problem: Problem, *others: Problem) -> TemplateError:
    more = f"（另有 {len(others)} 处）" if others else ""
    return TemplateError(f"模板 {file} 不能使用：{problem}{more}。请改正后再打开。")
