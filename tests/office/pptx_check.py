"""Reads the decks of `pptx_deck.rs` with other programs: `python pptx_check.py FOLDER`.

python-pptx must find native charts with their kinds, categories and values, openpyxl the same numbers in their workbooks,
the validator nothing out of order, and LibreOffice must draw every slide.
"""

import io
import os
import sys

import openpyxl
import pptx
from PIL import Image
from pptx.enum.chart import XL_CHART_TYPE as KIND
from pptx.oxml.ns import qn

import office

FOLDER = sys.argv[1]
DECKS = ["wide-zh", "standard-en", "odd", "seeds-zh", "seeds-en"]


def path(name):
    return os.path.join(FOLDER, name + ".pptx")


def deck(name):
    return pptx.Presentation(path(name))


def charts(presentation):
    """(number of the slide, shape) of each native chart."""
    for number, slide in enumerate(presentation.slides, 1):
        for shape in slide.shapes:
            if shape.has_chart:
                yield number, shape


def workbook(chart):
    part = chart.part.chart_workbook.xlsx_part
    assert part is not None, "the chart does not point at its workbook"
    return openpyxl.load_workbook(io.BytesIO(part.blob)).active


def drawn(cache, count):
    """The values of a cache by place, None where it has no point."""
    values = [None] * count
    for point in cache.iter(qn("c:pt")):
        values[int(point.get("idx"))] = float(point.find(qn("c:v")).text)
    return values


def test_the_validator_finds_nothing():
    for name in DECKS:
        errors = office.schema_errors(path(name))
        assert not errors, f"{name}: {errors}"


def test_slides_have_the_proportions_asked_for():
    assert (deck("wide-zh").slide_width, deck("wide-zh").slide_height) == (12192000, 6858000)
    assert (deck("standard-en").slide_width, deck("standard-en").slide_height) == (9144000, 6858000)


def test_charts_are_native_and_of_their_kinds():
    expected = [
        (2, KIND.BAR_STACKED),
        (3, KIND.BAR_STACKED),
        (4, KIND.LINE_MARKERS),
        (5, KIND.LINE_MARKERS),
        (6, KIND.BAR_CLUSTERED),
        (7, KIND.COLUMN_STACKED),
        (8, KIND.XY_SCATTER),
        (9, KIND.RADAR_MARKERS),
        (10, KIND.COLUMN_CLUSTERED),
    ]
    for name in ["wide-zh", "standard-en"]:
        assert [(number, shape.chart.chart_type) for number, shape in charts(deck(name))] == expected


def test_approval_times_are_the_numbers_given():
    chart = dict(charts(deck("wide-zh")))[6].chart
    assert list(chart.plots[0].categories) == ["全部事项", "工程建设", "市场准入", "社会民生"]
    assert [(of.name, list(of.values)) for of in chart.plots[0].series] == [
        ("法定时限", [31075.0, 12400.0, 8210.0, 6020.0]),
        ("承诺时限", [8330.0, 5100.0, 3900.0, 2480.0]),
        ("实际用时", [None, 4020.0, 3100.5, 2000.0]),
    ]
    rows = [[cell.value for cell in row] for row in workbook(chart).iter_rows()]
    assert rows == [
        [None, "法定时限", "承诺时限", "实际用时"],
        ["全部事项", 31075, 8330, None],
        ["工程建设", 12400, 5100, 4020],
        ["市场准入", 8210, 3900, 3100.5],
        ["社会民生", 6020, 2480, 2000],
    ]


def test_the_report_says_its_approval_times_on_its_first_slide():
    for name, before in [("seeds-zh", "法定审批时限累计"), ("seeds-en", None)]:
        slide = deck(name).slides[0]
        assert "73.2%" in slide.shapes.title.text
        series = list(next(charts(deck(name)))[1].chart.plots[0].series)
        assert [list(of.values) for of in series] == [[31075.0], [8330.0]]
        assert before is None or series[0].name == before


def test_a_line_has_its_gap():
    chart = dict(charts(deck("wide-zh")))[4].chart
    assert chart._chartSpace.find(".//" + qn("c:dispBlanksAs")).get("val") == "gap"
    assert list(chart.plots[0].series[0].values) == [81.2, 83.0, None, 86.4, 88.1, 90.3]


def test_every_workbook_holds_what_its_chart_draws():
    seen = 0
    for name in DECKS:
        for number, shape in charts(deck(name)):
            sheet = workbook(shape.chart)
            for series in shape.chart._chartSpace.iter(qn("c:ser")):
                for of in ["c:val", "c:yVal", "c:xVal"]:
                    reference = series.find(f"{qn(of)}/{qn('c:numRef')}")
                    if reference is None:
                        continue
                    cells = reference.find(qn("c:f")).text
                    first, last = (of.replace("$", "") for of in cells.split("!")[1].split(":"))
                    held = [cell[0].value for cell in sheet[f"{first}:{last}"]]
                    assert held == drawn(reference.find(qn("c:numCache")), len(held)), (name, number, cells)
                    seen += 1
                named = series.find(f"{qn('c:tx')}/{qn('c:strRef')}")
                cell = named.find(qn("c:f")).text.split("!")[1].replace("$", "")
                # A spreadsheet reads _x005F_ as an underscore; openpyxl does so in shared texts only.
                assert sheet[cell].value.replace("_x005F_", "_") == named.find(f".//{qn('c:v')}").text, (name, number, cell)
    assert seen > 200


def test_names_in_workbooks_are_texts():
    for number, shape in charts(deck("odd")):
        for row in workbook(shape.chart).iter_rows():
            assert all(cell.data_type in "sn" for cell in row), number


def test_each_slide_has_title_number_notes_and_alt_text():
    for name in ["wide-zh", "standard-en"]:
        slides = list(deck(name).slides)
        assert slides[0].shapes.title.text == "2019 年度法治政府建设评价"
        for slide in slides[1:]:
            assert slide.shapes.title.text
            kinds = [of.placeholder_format.type for of in slide.placeholders]
            assert pptx.enum.shapes.PP_PLACEHOLDER.SLIDE_NUMBER in kinds
            notes = slide.notes_slide.notes_text_frame.text
            assert "方法：按评分方案计算。" in notes and "演示用虚构数据" in notes
            for shape in slide.shapes:
                if shape.has_chart or shape.has_table or shape.shape_type == 13:
                    assert shape._element.xpath(".//p:cNvPr/@descr")[0], slide.shapes.title.text


def test_the_theme_names_chinese_faces():
    master = deck("wide-zh").slide_masters[0].part
    theme = master.part_related_by(pptx.opc.constants.RELATIONSHIP_TYPE.THEME).blob.decode()
    assert '<a:ea typeface="微软雅黑"' in theme and '<a:font script="Hans" typeface="等线"/>' in theme


def test_a_picture_has_svg_and_png():
    parts = {str(part.partname): part for part in deck("wide-zh").part.package.iter_parts()}
    assert parts["/ppt/media/image1.svg"].content_type == "image/svg+xml"
    assert parts["/ppt/media/image1.png"].content_type == "image/png"


def of_kind(name, *kinds):
    return [shape.chart for _, shape in charts(deck(name)) if shape.chart.chart_type in kinds]


def test_the_profile_of_a_unit_is_a_radar():
    chart, = of_kind("seeds-zh", KIND.RADAR_MARKERS)
    assert list(chart.plots[0].categories)[0] == "组织领导与责任" and len(chart.plots[0].categories) == 8
    own, median = chart.plots[0].series
    assert (own.name, median.name) == ("财政局", "中位数")
    assert all(0 <= value <= 1 for series in (own, median) for value in series.values)
    rows = [[cell.value for cell in row] for row in workbook(chart).iter_rows()]
    assert [row[1] for row in rows[1:]] == list(own.values)


def test_places_are_lines_that_begin_on_top():
    lines = [chart for chart in of_kind("seeds-zh", KIND.LINE, KIND.LINE_MARKERS) if chart.value_axis.reverse_order]
    categories = [list(chart.plots[0].categories) for chart in lines]
    # A slope graph for each of two classes, and the years.
    assert categories.count(["2018 年", "2019 年"]) == 2, categories
    assert ["2015", "2016", "2017", "2018", "2019"] in categories
    slope = next(chart for chart in lines if len(chart.plots[0].categories) == 2)
    places = {series.name: list(series.values) for series in slope.plots[0].series}
    assert places["财政局"] == [1.0, 1.0] and places["统计局"] == [None, 4.0]


def test_a_heat_map_is_a_picture_of_the_slide():
    slide = next(slide for slide in deck("seeds-zh").slides if "得分率最低，中位数" in slide.shapes.title.text)
    picture, = [shape for shape in slide.shapes if shape._element.tag == qn("p:pic")]
    assert picture.width > 10 * 914400
    assert "中位数" in picture._element.xpath(".//p:cNvPr/@descr")[0]


def test_bad_input_leaves_sentences():
    texts = ["\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame) for slide in deck("odd").slides]
    assert sum("没有可以画的数据" in text for text in texts) == 2
    assert sum("图片文件不完整" in text for text in texts) == 1
    assert sum("表中没有内容" in text for text in texts) == 1


def test_libreoffice_draws_every_slide():
    for name in DECKS:
        pdf = office.to_pdf(path(name))
        pages = office.pdf_pages(pdf)
        titles = [slide.shapes.title.text for slide in deck(name).slides]
        assert len(pages) == len(titles), name
        for picture in office.pdf_pictures(pdf):
            colours = Image.open(picture).convert("RGB").getcolors(1 << 24)
            assert len(colours) > 20, f"{picture} is blank"
        if name == "wide-zh":
            assert "31,075" in pages[5] and "实际用时" in pages[5]
            assert "4.05亿" in pages[9].replace(" ", "")
            assert "自然资源和规划局" in pages[3] and "90.3" in pages[3]


office.run(globals())
