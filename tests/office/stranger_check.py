"""Computes anew with LibreOffice the workbook that the page's own test of a stranger's way saved:
`python stranger_check.py FOLDER`.

60 departments by 80 imported indicators under a scheme made on the page, with two vetoes and three locked weights. Beside
the workbook stands the ranking as the screen showed it.
"""

import json
import math
import os
import sys

import openpyxl

import office

FOLDER = sys.argv[1]
BOOK = os.path.join(FOLDER, "stranger.xlsx")


def told():
    with open(os.path.join(FOLDER, "stranger.json"), encoding="utf-8") as file:
        return json.load(file)


def shown_rows(book):
    """The rows of the sheet of results by department: place, total, grade, veto."""
    names = {row["name"] for row in told()["rows"]}
    found = {}
    for row in book.worksheets[0].iter_rows(min_row=2):
        values = [cell.value for cell in row]
        if len(values) > 5 and values[1] in names:
            found[values[1]] = {"place": values[0], "total": values[3], "grade": values[4], "vetoed": bool(values[5])}
    return found


def compare(book, where):
    rows = shown_rows(book)
    assert len(rows) == 60, f"{where}: {len(rows)} departments"
    for one in told()["rows"]:
        name, row = one["name"], rows[one["name"]]
        assert math.isclose(row["total"], float(one["score"]), abs_tol=0.00500001), f"{where} {name}: {row['total']} for {one['score']}"
        assert row["grade"] == one["grade"], f"{where} {name}: {row['grade']} for {one['grade']}"
        assert row["vetoed"] == one["struck"] == (name in told()["vetoed"]), f"{where} {name}: veto {row['vetoed']}"
        if not one["struck"]:
            assert row["place"] == int(one["place"]), f"{where} {name}: place {row['place']} for {one['place']}"


def test_the_validator_finds_nothing():
    assert not office.schema_errors(BOOK), office.schema_errors(BOOK)


def test_the_workbook_says_what_the_screen_said():
    compare(openpyxl.load_workbook(BOOK, data_only=True), "kept")


def test_libreoffice_computes_every_formula_to_the_same():
    kept = openpyxl.load_workbook(BOOK, data_only=True)
    formulas = openpyxl.load_workbook(BOOK)
    computed = openpyxl.load_workbook(office.recomputed([BOOK], os.path.join(FOLDER, "computed"))[0], data_only=True)
    compare(computed, "computed")
    seen = 0
    for sheet in formulas.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                before, after = (book[sheet.title][cell.coordinate].value for book in (kept, computed))
                seen += 1
                place = f"{sheet.title}!{cell.coordinate} {cell.value}"
                if isinstance(before, (int, float)) and isinstance(after, (int, float)):
                    assert math.isclose(before, after, rel_tol=1e-9, abs_tol=1e-9), f"{place}: {after} for {before}"
                else:
                    assert (before or "") == (after or ""), f"{place}: {after!r} for {before!r}"
    # A share and the marks of each of 80 leaves for each of 60 departments at least.
    assert seen > 60 * 80, seen


office.run(globals())
