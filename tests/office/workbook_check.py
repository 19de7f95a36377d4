"""Computes the workbooks of `workbook_book.rs` anew with LibreOffice: `python workbook_check.py FOLDER`.

Beside each workbook stands what the engine says, now and with one weight and one value changed. Recomputed, every total,
mark, grade and place must be the engine's; with the same two cells changed, the engine's after the change.
"""

import glob
import json
import math
import os
import sys

import openpyxl

import office

FOLDER = sys.argv[1]
NAMES = sorted(os.path.basename(path)[: -len(".xlsx")] for path in glob.glob(os.path.join(FOLDER, "*.xlsx")))
SHEETS = {"结果": ["数据", "方案"], "Results": ["Data", "Scheme"]}


def path(name, folder=""):
    return os.path.join(FOLDER, folder, name + ".xlsx")


def told(name):
    with open(os.path.join(FOLDER, name + ".json"), encoding="utf-8") as file:
        return json.load(file)


def near(left, right):
    if left in (None, "") or right in (None, ""):
        return left in (None, "") and right in (None, "")
    return isinstance(left, (int, float)) and math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-9)


def results(book):
    """The rows of the sheet of results, and the ids of their units from the sheet of the derivation."""
    return book.worksheets[0], book.worksheets[3]


def unit_ids(book):
    """Ids by name; names are unique in what is written here."""
    data = book.worksheets[1]
    return {row[0].value: row[1].value for row in data.iter_rows(min_row=4)}


def compare(name, book, expected, where):
    sheet = book.worksheets[0]
    ids = unit_ids(book)
    head = [cell.value for cell in sheet[1]]
    by_id = {one["unit"]: one for one in expected}
    seen = 0
    marks_from = 6
    for row in sheet.iter_rows(min_row=2):
        values = [cell.value for cell in row]
        if len(values) < 2 or values[1] not in ids:
            continue
        seen += 1
        one = by_id[ids[values[1]]]
        place = f"{where} {name} {one['unit']}"
        assert near(values[3], one["total"]), f"{place}: total {values[3]} for {one['total']}"
        grades = one["grade"] or {"zh": "", "en": ""}
        assert (values[4] or "") in (grades["zh"], grades["en"]), f"{place}: grade {values[4]} for {grades}"
        if one["place"] is not None:
            assert near(values[0], one["place"]), f"{place}: place {values[0]} for {one['place']}"
        else:
            assert isinstance(values[0], str), f"{place}: place {values[0]} for none"
        assert bool(values[5]) == one["vetoed"], f"{place}: veto {values[5]}"
        for nth, marks in enumerate(one["marks"]):
            got = values[marks_from + nth]
            assert near(got if got not in (None, "") else 0, marks), f"{place}: {head[marks_from + nth]} {got} for {marks}"
        after = marks_from + len(one["marks"])
        assert near(values[after + 2], one["coverage"]), f"{place}: coverage {values[after + 2]}"
        assert near(values[after + 3], one["before"]), f"{place}: before rules {values[after + 3]} for {one['before']}"
        would_be = values[after + 4]
        wanted = one["would_be"] if one["place"] is None else would_be
        assert near(would_be, wanted), f"{place}: would be {would_be} for {wanted}"
    assert seen == len(expected), f"{where} {name}: {seen} rows for {len(expected)} units"


def test_there_are_workbooks_of_the_seeds_presets_and_every_kind():
    assert len(NAMES) >= 17, NAMES
    assert any(name.startswith("every-kind") for name in NAMES)


def test_the_validator_finds_nothing():
    for name in NAMES:
        assert not office.schema_errors(path(name)), office.schema_errors(path(name))


def test_kept_values_are_the_engines():
    for name in NAMES:
        book = openpyxl.load_workbook(path(name), data_only=True)
        compare(name, book, told(name)["now"], "kept")


def test_texts_never_become_formulas():
    book = openpyxl.load_workbook(path("every-kind-every-kind-2019"))
    names = [row[0] for row in book.worksheets[1].iter_rows(min_row=4)]
    assert {"=1+1", "+甲", "-乙", "@丙"} <= {cell.value for cell in names}
    assert all(cell.data_type != "f" for cell in names)


def test_scores_are_formulas():
    for name in NAMES:
        book = openpyxl.load_workbook(path(name))
        unsaid = len(told(name)["as_values"])
        sheet = book.worksheets[0]
        ids = unit_ids(book)
        rows = [row for row in sheet.iter_rows(min_row=2) if len(row) > 5 and row[1].value in ids]
        live = [row for row in rows if row[3].data_type == "f" and row[0].data_type == "f" and row[4].data_type == "f"]
        assert len(live) == len(rows) - unsaid, name


def test_libreoffice_computes_the_engines_scores():
    for name, book in zip(NAMES, office.recomputed([path(name) for name in NAMES], os.path.join(FOLDER, "computed"))):
        compare(name, openpyxl.load_workbook(book, data_only=True), told(name)["now"], "computed")


def change(name):
    """Changes one weight and one value in the workbook, by the cells a person would use."""
    book = openpyxl.load_workbook(path(name))
    _, data, scheme = book.worksheets[:3]
    changes = told(name)["changes"]
    weight = changes["weight"]
    for row in scheme.iter_rows(min_row=2):
        if row[1].value == weight["criterion"] and row[3].value in ("分值", "Points"):
            of_classes = [cell for cell in row[5:] if isinstance(cell.value, (int, float))]
            before = weight["points"] - 7
            for cell in of_classes:
                if cell.value == before:
                    cell.value = weight["points"]
            break
    value = changes["value"]
    if value:
        column = next(
            cell.column
            for cell in data[1]
            if cell.value == value["indicator"] and data.cell(3, cell.column).value == value["year"]
        )
        row = next(row[0].row for row in data.iter_rows(min_row=4) if row[1].value == value["unit"])
        cell = data.cell(row, column)
        assert isinstance(cell.value, (int, float)), f"{name}: {cell.coordinate} is {cell.value}"
        cell.value = value["value"]
    os.makedirs(os.path.join(FOLDER, "changed"), exist_ok=True)
    book.save(path(name, "changed"))
    return path(name, "changed")


def test_a_changed_weight_and_value_are_followed():
    changed = [change(name) for name in NAMES]
    for name, book in zip(NAMES, office.recomputed(changed, os.path.join(FOLDER, "changed-computed"))):
        compare(name, openpyxl.load_workbook(book, data_only=True), told(name)["after"], "changed")


office.run(globals())
