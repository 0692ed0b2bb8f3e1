"""What is made wrong: cosmic-ray's operators for code, and a few of our own for rules, which are data.

Annotations are left alone, and so are texts, how a class is made (the options of attrs) and how many results are
kept: a test of the law says nothing of them.
"""

import ast
from collections import Counter
from collections.abc import Callable
from functools import partial

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

# Each comparison is turned round, and moved over its boundary.
_COMPARISONS = {
    "Lt": ("LtE", "GtE"),
    "LtE": ("Lt", "Gt"),
    "Gt": ("GtE", "LtE"),
    "GtE": ("Gt", "Lt"),
    "Eq": ("NotEq",),
    "NotEq": ("Eq",),
    "Is": ("IsNot",),
    "IsNot": ("Is",),
}
_BINARY = ("Add_Sub", "Sub_Add", "Mul_Div", "BitOr_BitAnd", "BitAnd_BitOr", "LShift_RShift", "RShift_LShift")
_OTHER_WORDS = {
    "yes": "no",
    "no": "yes",
    "equals": "differs",
    "differs": "equals",
    "one_of": "none_of",
    "none_of": "one_of",
}
OPERATORS = (
    *(f"ReplaceComparisonOperator_{one}_{other}" for one, others in _COMPARISONS.items() for other in others),
    *(f"ReplaceBinaryOperator_{pair}" for pair in _BINARY),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_USub_UAdd", "AddNot", "NumberReplacer"),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ReplaceAndWithOr", "ReplaceOrWithAnd"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ZeroIterationForLoop"),
)


@attrs.frozen
class Mutant:
    """One module with one thing made wrong.

    Attributes:
        module: The path of the module.
        operator: What was done.
        line: The line where it was done, as it was.
        number: Which of the places of this operator on lines that read so.
        made: Gives the module as it is now.
    """

    module: str
    operator: str
    line: str
    number: int
    made: Callable[[], str] = attrs.field(repr=False, eq=False)

    @property
    def key(self):
        """What names it, also when lines move."""
        return f"{self.module} | {self.line} | {self.operator} | {self.number}"


def mutants(module, source):
    """Give all mutants of one module."""
    lines = source.splitlines()
    seen = Counter()
    tree = ast.parse(source)
    left_alone = [*_annotations(tree), *_ways_of_making(tree)]
    sums = list(_between_operands(tree))
    for operator, row, column, made in (*_of_code(source), *_of_rules(source, tree)):
        if any(begin <= (row, column) < end for begin, end in left_alone):
            continue
        # The star before arguments that must be named is no operator.
        if "BinaryOperator" in operator and not any(begin <= (row, column) < end for begin, end in sums):
            continue
        line = lines[row - 1].strip()
        seen[operator, line] += 1
        yield Mutant(module, operator, line, seen[operator, line], made)


def _between_operands(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp):
            yield (node.left.end_lineno, node.left.end_col_offset), (node.right.lineno, node.right.col_offset)


def _ways_of_making(tree):
    for node in ast.walk(tree):
        for decorator in node.decorator_list if isinstance(node, ast.ClassDef) else ():
            yield (decorator.lineno, decorator.col_offset), (decorator.end_lineno, decorator.end_col_offset)
        is_cache = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "lru_cache"
        if is_cache or (isinstance(node, ast.AnnAssign) and getattr(node.target, "id", "") == "_KEPT"):
            yield (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def _annotations(tree):
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            found = getattr(node, name, None)
            if found is not None:
                yield (found.lineno, found.col_offset), (found.end_lineno, found.end_col_offset)
        if isinstance(node, ast.AnnAssign) and getattr(node.annotation, "id", "") == "TypeAlias":
            yield (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)


def _of_code(source):
    tree = get_ast(source)
    for name in OPERATORS:
        operator = get_operator(f"core/{name}")()
        places = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence, place in enumerate(places):
            row, column = place[0]
            yield name, row, column, partial(mutate_code, source, operator, occurrence)


def _of_rules(source, tree):
    """Joins turned into the other join, parts left out, branches and readings swapped, words turned round."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    raw = source.encode()

    def span(node):
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        for operator, node, *changes in _wrongs(call):
            taken = [(span(old), raw[slice(*span(new))] if isinstance(new, ast.AST) else new) for old, new in changes]
            yield operator, node.lineno, node.col_offset, partial(_put, raw, taken)


def _wrongs(call):
    """Give what can be made wrong in a call of a rule, each with what comes in the place of what."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    keywords = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in _OTHER_WORDS and isinstance(call.func, ast.Name):
        yield "TheOtherWord", call, (call.func, _OTHER_WORDS[name].encode())
    if name == "or_read":
        yield "Swapped", call, (call.func.value, call.args[1]), (call.args[1], call.func.value)
    if name in {"all_of", "any_of"}:
        yield "TheOtherJoin", call, (call.func, b"any_of" if name == "all_of" else b"all_of")
        for part in call.args if len(call.args) > 1 else []:
            yield "PartLeftOut", part, (part, b"MET" if name == "all_of" else b"UNMET")
    if name == "where" and {"then", "otherwise"} <= keywords.keys():
        then, otherwise = keywords["then"], keywords["otherwise"]
        yield "Swapped", call, (then, otherwise), (otherwise, then)
    if isinstance(keywords.get("curable"), ast.Attribute):
        yield "NotCurable", keywords["curable"], (keywords["curable"], b"Curable.NO")


def _put(raw, changes):
    for (begin, end), text in sorted(changes, reverse=True):
        raw = raw[:begin] + text + raw[end:]
    return raw.decode()
