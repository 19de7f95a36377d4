//! Files by their content, whatever their name: mislabelled, encoded, damaged, encrypted, foreign.

use proptest::prelude::*;

use super::*;

fn cells(book: &Book) -> Vec<String> {
    book.sheets.iter().flat_map(Sheet::cells).map(|cell| format!("{}={}", cell.at, cell.value)).collect()
}

#[test]
fn a_text_named_as_a_workbook_in_any_encoding() {
    let text = "单位,件数\n财政局,12\n";
    let expected = ["A1=单位", "B1=件数", "A2=财政局", "B2=12"];
    let gb = encoding_rs::GB18030.encode(text).0.into_owned();
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    for bytes in [text.as_bytes().to_vec(), gb.clone(), utf16, marked] {
        let book = read("数据.xlsx", bytes.into(), &decode()).unwrap();
        assert_eq!(cells(&book), expected);
        assert_eq!(book.kind, BookKind::Delimited(','));
        assert!(book.remarks.contains(&Remark::NamedOtherwise));
    }
    let book = read("数据.csv", gb.into(), &decode()).unwrap();
    assert_eq!(book.remarks, [Remark::DecodedAs("gb18030".into())]);
}

#[test]
fn a_web_page_named_as_a_workbook() {
    let page = "<html><head><meta charset=gb2312></head><body><style>td{}</style><table border=1>\
<tr><th>单位<th>件数</tr><tr><td x:num=\"12\">财政局&nbsp;<td>1&#50;</table><!-- <table> --></body></html>";
    let bytes = encoding_rs::GBK.encode(page).0.into_owned();
    let book = read("导出.xls", bytes.into(), &decode()).unwrap();
    assert_eq!(
        (book.kind, cells(&book)),
        (BookKind::Html, vec!["A1=单位".into(), "B1=件数".into(), "A2=财政局".into(), "B2=12".into()])
    );
    assert_eq!(book.remarks, [Remark::DecodedAs("gb18030".into()), Remark::NamedOtherwise]);
}

#[test]
fn an_xml_workbook_of_2003() {
    let xml = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="p"><NumberFormat ss:Format="0%"/></Style></Styles>
<Worksheet ss:Name="一"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题 &amp; 注</Data></Cell><Cell><Data ss:Type="Number">3</Data></Cell></Row>
<Row ss:Index="4"><Cell ss:Index="2" ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="DateTime">2019-12-31T00:00:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    let book = read("a.xls", xml.as_bytes().into(), &decode()).unwrap();
    assert_eq!(cells(&book), ["A1=标题 & 注", "C1=3", "B4=50%", "C4=2019-12-31", "D4=#N/A"]);
    assert_eq!(book.sheets[0].merged(), [Area::parse("A1:B1").unwrap()]);
}

/// A zip file of stored or deflated parts.
fn zip<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    zip_of(&parts.into_iter().collect::<Vec<_>>())
}

fn texts<'a>(parts: &[(&'a str, &'a str)]) -> Vec<u8> {
    zip(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn xlsx(sheet: impl AsRef<[u8]>) -> Vec<u8> {
    const RELATIONS: &str = r#"<Relationships xmlns="r"><Relationship Id="rId1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const WORKBOOK: &str = r#"<workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="表" sheetId="1" r:id="a"/><sheet name="藏" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>"#;
    const OF_WORKBOOK: &str = r#"<Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="c" Type="x/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="d" Type="x/styles" Target="styles.xml"/></Relationships>"#;
    const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="200" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    const TEXTS: &str = r#"<sst><si><t>单位</t></si><si><r><t>财</t></r><r><t xml:space="preserve">政局</t></r><rPh><t>cai</t></rPh></si><si/></sst>"#;
    zip([
        ("[Content_Types].xml", &b"<Types/>"[..]),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/SharedStrings.xml", TEXTS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_ref()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
    ])
}

const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>1.5</v></c></row>
<row><c r="B2" s="1"><v>0.985</v></c><c r="C2" s="2"><v>43830</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c>
<c r="F2" t="inlineStr"><is><t>a &lt; &#20154;</t></is></c><c r="G2" t="str"><f>A1&amp;"x"</f><v>算</v></c><c r="H2"/><c r="I2" t="s"><v>2</v></c></row></sheetData>
<mergeCells><mergeCell ref="A3:B4"/></mergeCells></worksheet>"#;

#[test]
fn a_workbook_of_every_kind_of_cell() {
    let book = read("a.xlsx", xlsx(SHEET).into(), &decode()).unwrap();
    assert_eq!(
        cells(&book),
        [
            "A1=单位",
            "B1=财政局",
            "C1=1.5",
            "B2=98.5%",
            "C2=2019-12-31",
            "D2=TRUE",
            "E2=#DIV/0!",
            "F2=a < 人",
            "G2=算"
        ]
    );
    assert_eq!(book.sheets[0].merged(), [Area::parse("A3:B4").unwrap()]);
    assert!(!book.sheets[0].hidden && book.sheets[1].hidden);
}

#[test]
fn an_opendocument_spreadsheet() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
<table:table table:name="一"><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>单<text:s text:c="2"/>位</text:p><text:p>二</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="3" table:number-columns-repeated="2"><text:p>3</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2019-12-31"><text:p>x</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes =
        texts(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)]);
    let book = read("a.ods", bytes.into(), &decode()).unwrap();
    assert_eq!(
        cells(&book),
        ["A1=单  位\n二", "C1=3", "D1=3", "A2=50%", "B2=2019-12-31", "A3=50%", "B3=2019-12-31"]
    );
    assert_eq!(book.sheets[0].merged(), [Area::parse("A1:B1").unwrap()]);
}

fn fails(name: &str, bytes: &[u8]) -> TableError {
    read(name, bytes.into(), &decode()).unwrap_err()
}

#[test]
fn what_is_no_table_is_told_by_its_kind() {
    assert_eq!(fails("a.csv", b""), TableError::Empty);
    assert_eq!(fails("a.csv", b"\xEF\xBB\xBF \n"), TableError::Empty);
    for (bytes, foreign) in [
        (&b"{\"format\": \"faheng-data\"}"[..], Foreign::Json),
        (b"%PDF-1.7", Foreign::Pdf),
        (b"\x89PNG\r\n", Foreign::Picture),
        (b"MIME-Version: 1.0\nX", Foreign::WebArchive),
        (b"<html><body>no</body></html>", Foreign::NoTableInIt),
        (b"\x00\x01\x02\x03\x04\x05", Foreign::Unknown),
        (b"{\\rtf1", Foreign::Document),
    ] {
        assert_eq!(fails("a.xlsx", bytes), TableError::Foreign(foreign));
    }
    let parts = |name: &str| texts(&[("[Content_Types].xml", ""), (name, "x")]);
    assert_eq!(fails("a.xlsx", &parts("xl/workbook.bin")), TableError::Foreign(Foreign::Xlsb));
    assert_eq!(fails("a.xlsx", &parts("word/document.xml")), TableError::Foreign(Foreign::Document));
    assert_eq!(fails("a.zip", &texts(&[("a.txt", "x")])), TableError::Foreign(Foreign::Archive));
}

#[test]
fn encrypted_files_ask_for_a_copy_without_password() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let ods = texts(&[("content.xml", "x"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(fails("a.ods", &ods), TableError::Encrypted);
    assert_eq!(fails("a.xlsx", &compound(&["EncryptedPackage", "EncryptionInfo"])), TableError::Encrypted);
    assert_eq!(fails("a.doc", &compound(&["WordDocument"])), TableError::Foreign(Foreign::Document));
}

/// A compound file with empty streams of these names: header, sector table, directory.
fn compound(names: &[&str]) -> Vec<u8> {
    let mut file = vec![0u8; 512];
    file[..8].copy_from_slice(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
    file[30] = 9;
    file[44] = 1;
    file[48] = 1;
    file[56..60].copy_from_slice(&4096u32.to_le_bytes());
    for at in [60, 68] {
        file[at..at + 4].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    }
    file[76..512].fill(0xFF);
    file[76..80].fill(0);
    let mut table = vec![0xFFu8; 512];
    table[..4].copy_from_slice(&0xFFFF_FFFDu32.to_le_bytes());
    table[4..8].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    file.extend(table);
    let mut directory = vec![0u8; 512];
    for (place, name) in ["Root Entry"].iter().chain(names).enumerate() {
        let entry = &mut directory[place * 128..(place + 1) * 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = (2 * name.len() + 2) as u8;
        entry[116..120].copy_from_slice(&0xFFFF_FFFEu32.to_le_bytes());
    }
    file.extend(directory);
    file
}

#[test]
fn damaged_files_say_where() {
    let whole = xlsx(SHEET);
    assert!(matches!(fails("a.xlsx", &whole[..whole.len() / 2]), TableError::Damaged { .. }));
    assert!(
        matches!(fails("a.xlsx", &xlsx("<worksheet><sheetData><row")), TableError::Damaged { part, .. } if part.ends_with("sheet1.xml"))
    );
    assert!(matches!(fails("a.xlsx", &xlsx("<worksheet><a></b></worksheet>")), TableError::Damaged { .. }));
    assert!(matches!(fails("a.xls", &compound(&["Workbook"])), TableError::Damaged { .. }));
}

#[test]
fn bombs_stop_at_the_stated_limits() {
    // 18 MB of blanks in one piece of XML are packed into 18 kB.
    let piece = format!("<worksheet>{}</worksheet>", " ".repeat(18 << 20));
    assert_eq!(
        fails("a.xlsx", &xlsx(&piece)),
        TableError::UnpacksTooLarge { most: limits::MOST_UNPACKED_BYTES }
    );
    // A row repeated a million times with eight cells each.
    let cell =
        r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="8"/>"#;
    let content = format!(
        r#"<a xmlns:office="o" xmlns:table="t"><table:table table:name="x"><table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row></table:table></a>"#
    );
    let bytes = texts(&[("content.xml", &content)]);
    assert_eq!(fails("a.ods", &bytes), TableError::TooManyCells { most: limits::MOST_CELLS });
}

#[test]
fn reading_goes_in_steps_that_tell_how_far_they_are() {
    let rows: String =
        (1..=30_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>")).collect();
    let bytes = xlsx(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"));
    let mut reading = super::Reading::new("a.xlsx", bytes.into(), &decode()).unwrap();
    let mut done = vec![reading.done()];
    while !reading.step().unwrap() {
        done.push(reading.done());
    }
    assert!(done.len() > 5 && done.is_sorted() && done.last() > Some(&0.9));
    assert_eq!(reading.finish().sheets[0].cells().len(), 30_000);
}

/// Everything that follows reading works on whatever was read.
fn takes(name: &str, bytes: &[u8]) {
    if let Ok(book) = read(name, bytes.into(), &decode()) {
        let known = data(&[("f", "财政局")], &[("cases", "案件数", MeasureKind::Count)]);
        let (plan, _) = propose(&book, &known, &Text::default());
        let (imported, _) = apply(&book, &plan, &known);
        let (merged, _) = merge(&known, imported, Mode::Replace);
        assert!(merged.observations.iter().all(|one| one.value.is_none_or(f64::is_finite)));
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0usize..6) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"<table>", b"<?xml ", b"a,b\n"];
        takes("a.xls", &[starts[start], &bytes].concat());
    }

    #[test]
    fn no_text_panics(text in "([a-z0-9单位案件数年%（）,.\n\t\"<>/&;-]|财政局|2019|<td>|<tr>|</table>){0,200}", start in 0usize..3) {
        let starts = ["", "<table>", "单位,2019年\n"];
        takes("a.csv", format!("{}{text}", starts[start]).as_bytes());
    }

    #[test]
    fn no_damage_to_a_workbook_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = xlsx(SHEET);
        let place = at.index(bytes.len());
        bytes[place] = byte;
        takes("a.xlsx", &bytes);
        takes("a.xlsx", &bytes[..cut.index(bytes.len())]);
        let mut sheet = SHEET.as_bytes().to_vec();
        let place = at.index(sheet.len());
        sheet[place] = byte;
        takes("a.xlsx", &xlsx(&sheet));
    }
}
