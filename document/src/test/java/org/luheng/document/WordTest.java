package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.luheng.files.Fault;
import org.luheng.files.Finding;

/** What a docx means that does not stand in its text, and what stands in it and is not meant. */
class WordTest {
    private static DocumentFile read(String body) {
        return read(body, Map.of());
    }

    private static DocumentFile read(String body, Map<String, String> more) {
        return DocumentFile.read(Writing.docxOf(body, more), "方案.docx");
    }

    private static List<String> lines(String body) {
        return read(body).text().lines().toList();
    }

    private static String p(String words) {
        return "<w:p>" + r(words) + "</w:p>";
    }

    private static String r(String words) {
        return "<w:r><w:t>" + words + "</w:t></w:r>";
    }

    private static String numbered(int list, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + r(words) + "</w:p>";
    }

    private static String level(int at, String format, String text) {
        return "<w:lvl w:ilvl=\"" + at + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
                + "\"/><w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static final Map<String, String> NUMBERING = Map.of(
            "word/numbering.xml",
            "<w:numbering xmlns:w=\"w\"><w:abstractNum w:abstractNumId=\"3\">" + level(0, "chineseCounting", "%1、")
                    + level(1, "chineseCountingThousand", "（%2）") + level(2, "decimal", "%3.")
                    + level(3, "decimalEnclosedCircleChinese", "%4") + "</w:abstractNum>"
                    + "<w:abstractNum w:abstractNumId=\"4\">" + level(0, "chineseCountingThousand", "第%1章")
                    + level(1, "bullet", "\uF06C") + "</w:abstractNum>"
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"3\"/></w:num>"
                    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"3\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"1\"/>"
                    + "</w:lvlOverride></w:num><w:num w:numId=\"5\"><w:abstractNumId w:val=\"4\"/></w:num></w:numbering>",
            "word/styles.xml",
            "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                    + "</w:pPr></w:style><w:style w:styleId=\"a\"><w:name w:val=\"own\"/><w:basedOn w:val=\"1\"/></w:style>"
                    + "<w:style w:styleId=\"T\"><w:name w:val=\"toc 1\"/></w:style></w:styles>");

    @Test
    void numbersThatWordCountsStandInTheText() {
        String body = numbered(1, 0, "目标") + numbered(1, 1, "总体") + numbered(1, 2, "水") + numbered(1, 2, "气")
                + numbered(1, 1, "分项") + numbered(1, 2, "土") + numbered(2, 2, "声") + numbered(1, 3, "噪声")
                + "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr>" + r("保障") + "</w:p>" + numbered(5, 0, "总则")
                + numbered(5, 1, "点")
                + "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
                + r("无号") + "</w:p>";
        assertThat(read(body, NUMBERING).text().lines())
                .containsExactly(
                        "一、目标", "（一）总体", "1.水", "2.气", "（二）分项", "1.土", "1.声", "①噪声", "二、保障", "第一章 总则", "点", "无号");
    }

    @ParameterizedTest
    @CsvSource({
        "chineseCounting,10,十",
        "chineseCounting,11,十一",
        "chineseCounting,20,二十",
        "chineseCountingThousand,105,一百零五",
        "chineseCountingThousand,110,一百一十",
        "chineseLegalSimplified,12,壹拾贰",
        "ideographDigital,20,二〇",
        "ideographTraditional,3,丙",
        "decimalEnclosedParen,2,⑵",
        "decimalFullWidth,12,１２",
        "upperRoman,14,XIV",
        "lowerLetter,28,bb",
        "decimalZero,7,07"
    })
    void numerals(String format, int number, String printed) {
        assertThat(ListNumber.of(format, number)).isEqualTo(printed);
    }

    @Test
    void changesAreTakenAsAccepted() {
        DocumentFile file =
                read("<w:p>" + r("下降") + "<w:del><w:r><w:delText>13</w:delText></w:r></w:del><w:ins>" + r("15")
                        + "</w:ins>" + r("%。") + "</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("前") + "</w:p>"
                        + p("后")
                        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("删") + "</w:tc><w:tc>" + p("1")
                        + "</w:tc></w:tr><w:tr><w:tc>"
                        + p("甲") + "</w:tc><w:tc>" + p("2") + "</w:tc></w:tr></w:tbl>");
        assertThat(file.text().lines()).containsExactly("下降15%。", "前后", "甲\t2");
        assertThat(file.notices()).extracting(Finding::fault).containsExactly(Fault.HAS_REVISIONS);
    }

    @Test
    void whatIsNoTextOfThePlanIsLeftOutAndSaid() {
        DocumentFile file = read("<w:p>" + r("正文") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>"
                + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
                + "<w:r><w:pict><w:txbxContent>" + p("框里") + "</w:txbxContent></w:pict></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText></w:r></w:p>");
        assertThat(file.text()).isEqualTo("正文\n");
        assertThat(file.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.fault()).isEqualTo(Fault.LEFT_OUT);
            assertThat(notice.message()).contains("隐藏文字", "脚注", "文本框");
        });
    }

    @Test
    void aTableOfContentsIsNoClause() {
        assertThat(read("<w:p><w:pPr><w:pStyle w:val=\"T\"/></w:pPr>" + r("一、目标 3") + "</w:p>" + p("一、目标"), NUMBERING)
                        .text()
                        .lines())
                .containsExactly("一、目标");
    }

    @Test
    void mergedCellsAreSaidWhereValuesNeedThem() {
        String across = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + p("2025年") + "</w:tc>";
        String down = "<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>";
        String under = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>";
        assertThat(lines("<w:tbl><w:tr>" + down + p("类别") + "</w:tc><w:tc>" + p("指标") + "</w:tc>" + across
                        + "</w:tr><w:tr>"
                        + under + "<w:tc><w:p/></w:tc><w:tc>" + p("目标") + "</w:tc><w:tc>" + p("变化")
                        + "</w:tc></w:tr><w:tr>" + down
                        + p("水") + "</w:tc><w:tc>" + p("用量") + "</w:tc>" + down + p("12") + "</w:tc><w:tc>" + p("3")
                        + "</w:tc></w:tr><w:tr>" + under + "<w:tc>" + p("漏损") + "</w:tc>" + under + "<w:tc>" + p("4")
                        + "</w:tc></w:tr></w:tbl>"))
                .containsExactly("类别\t指标\t2025年\t", "\t\t目标\t变化", "水\t用量\t12\t3", "水\t漏损\t\t4");
    }

    @Test
    void aFrameAroundParagraphsIsNoTable() {
        assertThat(lines("<w:tbl><w:tr><w:tc>" + p("专栏1 工程") + p("建成3座。") + "</w:tc></w:tr></w:tbl>"))
                .containsExactly("专栏1 工程", "建成3座。");
    }

    @Test
    void eachCharacterKnowsPageParagraphAndCell() {
        DocumentText words = read("<w:p><w:r><w:lastRenderedPageBreak/><w:t>甲</w:t></w:r></w:p>" + p("乙")
                        + "<w:tbl><w:tr><w:tc>" + p("丙") + "</w:tc><w:tc>" + p("丁") + "</w:tc></w:tr></w:tbl>")
                .words();
        assertThat(words.originOf(words.text().indexOf('乙')).inWords()).isEqualTo("第2页第2段");
        assertThat(words.originOf(words.text().indexOf('丁')).inWords()).isEqualTo("第2页表1第1行第2列");
        assertThat(words.pages()).isEqualTo(2);
    }
}
