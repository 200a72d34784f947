"""Formulas for Discord, which draws none: TeX between dollars becomes plain characters.

Only what reads well as plain text is replaced; the rest stays as written, in a code span.
"""

import re

_FORMULA = re.compile(
    r"\$\$(?P<display>[^$]{1,600})\$\$|(?<![\\$\w])\$(?P<inline>[^\s$](?:[^$\n]{0,198}[^\s$\\])?)\$(?![\d$])"
)
_FRACTION = re.compile(r"\\[dt]?frac\s*\{(?P<above>[^{}]*)\}\s*\{(?P<below>[^{}]*)\}")
_ROOT = re.compile(r"\\sqrt\s*\{(?P<inside>[^{}]*)\}")
_WORDS = re.compile(r"\\(?:text|mathrm|mathbf|mathit|operatorname)\s*\{(?P<inside>[^{}]*)\}")
_COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)")
_RAISED = re.compile(r"(?P<mark>[\^_])(?:\{(?P<group>[^{}]*)\}|(?P<one>[A-Za-z0-9+\-]))")
_SIGNS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠",
    "neq": "≠", "approx": "≈", "sim": "∼", "infty": "∞", "sum": "∑", "prod": "∏", "int": "∫", "partial": "∂",
    "nabla": "∇", "in": "∈", "notin": "∉", "to": "→", "rightarrow": "→", "leftarrow": "←", "mapsto": "↦", "mid": "|",
    "ldots": "…", "dots": "…", "cdots": "⋯", "forall": "∀", "exists": "∃", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ",
    "Sigma": "Σ", "Omega": "Ω", "log": "log", "ln": "ln", "exp": "exp", "max": "max", "min": "min", "left": "",
    "right": "", "quad": " ", "top": "ᵀ",
}  # fmt: skip
_SUPERSCRIPT = dict(zip("0123456789+-()niTx", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀˣ", strict=True))
_SUBSCRIPT = dict(zip("0123456789+-()aeijkmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))


def readable_maths(text: str) -> str:
    """The text with its formulas as code spans of plain characters; sums of money are no formulas."""
    return _FORMULA.sub(_formula, text) if "$" in text else text


def _formula(found: re.Match[str]) -> str:
    tex = " ".join((found["display"] or found["inline"]).split())
    return f"`{plain(tex)}`" if "`" not in tex else found.group()


def plain(tex: str) -> str:
    """A formula in plain characters, as far as there are any."""
    for pattern, shape in (
        (_WORDS, r"\g<inside>"),
        (_ROOT, r"√(\g<inside>)"),
        (_FRACTION, r"(\g<above>)/(\g<below>)"),
    ):
        tex = pattern.sub(shape, tex)
    tex = _COMMAND.sub(lambda found: _SIGNS.get(found["name"], found.group()), tex)
    tex = _RAISED.sub(_raise, tex)
    return re.sub(r"\\([{}%_&#,;! ])", r"\1", tex).strip()


def _raise(found: re.Match[str]) -> str:
    letters = found["group"] if found["group"] is not None else found["one"]
    table = _SUPERSCRIPT if found["mark"] == "^" else _SUBSCRIPT
    if all(letter in table for letter in letters):
        return "".join(table[letter] for letter in letters)
    return f"{found['mark']}{letters}" if len(letters) == 1 else f"{found['mark']}({letters})"
