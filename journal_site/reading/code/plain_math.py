r"""A formula as plain text, for excerpts and lists: `\frac{\alpha}{r} AB` is `α/r AB`. What it does not know stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.expressions import expression

if TYPE_CHECKING:
    import re

_SIGNS = {
    "times": "×", "cdot": "·", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
    "sim": "∼", "pm": "±", "to": "→", "rightarrow": "→", "leftarrow": "←", "infty": "∞", "sum": "∑", "prod": "∏",
    "int": "∫", "partial": "∂", "nabla": "∇", "in": "∈", "mid": "|", "ldots": "…", "dots": "…", "cdots": "⋯",
    "sqrt": "√", "log": "log", "ln": "ln", "exp": "exp", "max": "max", "min": "min", "sin": "sin", "cos": "cos",
    "quad": " ", "qquad": " ", "left": "", "right": "", "displaystyle": "", "top": "⊤", "propto": "∝", "ell": "ℓ",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
_FRACTION = expression(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_WRAPPER = expression(
    r"\\(?:text|mathrm|mathbf|mathit|mathcal|mathbb|operatorname|boldsymbol|hat|bar|tilde|vec)\s*\{([^{}]*)\}"
)
_COMMAND = expression(r"\\([A-Za-z]+)(?: (?=[A-Za-z]))?")
_GROUP = expression(r"\{([^{}]*)\}")
_SPACING = expression(r"\\[,;:! ]")
_LETTERS = frozenset("αβγδεζηθικλμνξπρστφχψωΓΔΘΛΠΣΦΨΩℓ")
_ROUNDS = 6
"""How deep groups may lie in one another."""


def _plain_command(command: re.Match[str]) -> str:
    sign = _SIGNS.get(command[1], command[1])
    return sign if not command[0].endswith(" ") or sign in _LETTERS else f"{sign} "


def plain_math(tex: str) -> str:
    """Return a formula's TeX as readers would say it in a line of text."""
    text = _SPACING.sub(" ", tex.replace("\\\\", " "))
    for _ in range(_ROUNDS):
        before = text
        text = _WRAPPER.sub(r"\1", text)
        text = _FRACTION.sub(r"\1/\2", text)
        if text == before:
            break
    text = _COMMAND.sub(_plain_command, text)
    for _ in range(_ROUNDS):
        before = text
        text = _GROUP.sub(r"\1", text)
        if text == before:
            break
    return " ".join(text.replace("&", " ").split())
