package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private final Terminal terminal = new Terminal();

    @TempDir
    private Path temp;

    @Test
    void theTwoPlansOfZhengzhou() {
        assertThat(terminal.run("check", "zhengzhou-14fyp", "zhengzhou-eco-14fyp"))
                .isZero();
        assertThat(terminal.out())
                .contains("目标 159 个", "矛盾 0 处", "疑似 5 处")
                .contains("不高于6%", "不高于9%", "范围、数值不同")
                .contains("附件3 化学需氧量重点工程减排量（2025 年）：16 个地区合计 10434吨，与全市值相等")
                .contains("折成每年 3.89%")
                .contains("“深化三水统筹，稳步提升水生态环境”只有标题");
    }

    @Test
    void jsonNamesKindAndPlace() {
        terminal.run("check", "zhengzhou-14fyp", "zhengzhou-eco-14fyp", "--format", "json");
        assertThat((List<?>) terminal.json().get("findings"))
                .asString()
                .contains("kind=suspected, code=LH-1607, file=plans/zhengzhou-14fyp/targets.csv, line=43");
        assertThat((List<?>) terminal.json().get("plans")).hasSize(2);
        assertThat((List<?>) terminal.json().get("sums"))
                .hasSize(5)
                .asString()
                .contains("title=氨氮重点工程减排量, parts=16, sum=263, total=263, unit=吨");
    }

    @Test
    void aDocumentIsReadAndHeldAgainstThePlanOfItsCity() throws IOException {
        Path document = temp.resolve("二七区方案.txt");
        Files.writeString(document, """
                二七区“十四五”节能减排工作方案
                一、主要目标
                到2025年，全区单位生产总值能耗比2020年下降10%。城市公共供水管网漏损率控制在9%以内。
                二、保障措施
                三、分工
                到2025年，公共供水管网漏损率控制在8%以内。（市水利局牵头，区魔法局配合）
                """);
        assertThat(terminal.run("check", document.toString(), "zhengzhou-14fyp", "--format", "csv"))
                .isZero();
        assertThat(terminal.out())
                .contains("疑似,LH-1608,二七区方案.txt,3,")
                .contains("低于上级《郑州节能减排》附件1", "下降10%", "下降11%")
                .contains("矛盾,LH-1606,二七区方案.txt,6,")
                .contains("缺项,LH-1610,")
                .contains("提示,LH-1621,二七区方案.txt,6,,区魔法局");
    }

    @Test
    void findingsInADocumentNameItsParagraphsAndTables() throws IOException {
        Path document = temp.resolve("二七区方案.docx");
        String paragraph = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
        String body = paragraph.formatted("二七区“十四五”节能减排工作方案")
                + paragraph.formatted("一、主要目标")
                + paragraph.formatted("到2025年，公共供水管网漏损率控制在8%以内。（市水利局牵头，区魔法局配合）")
                + "<w:tbl><w:tr><w:tc>" + paragraph.formatted("指标") + "</w:tc><w:tc>" + paragraph.formatted("单位")
                + "</w:tc><w:tc>" + paragraph.formatted("2025年") + "</w:tc></w:tr><w:tr><w:tc>"
                + paragraph.formatted("魔法覆盖率") + "</w:tc><w:tc>" + paragraph.formatted("%") + "</w:tc><w:tc>"
                + paragraph.formatted("60") + "</w:tc></w:tr></w:tbl>";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(document))) {
            part(zip, "[Content_Types].xml", "<Types/>");
            part(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                            + body + "</w:body></w:document>");
        }
        assertThat(terminal.run("check", document.toString())).isZero();
        assertThat(terminal.out())
                .contains("二七区方案.docx 第3段“区魔法局”", "二七区方案.docx 表1第2行“魔法覆盖率”")
                .doesNotContain("二七区方案.docx 第3行");
        Terminal other = new Terminal();
        other.run("check", document.toString(), "--format", "json");
        assertThat((List<?>) other.json().get("findings"))
                .asString()
                .contains("page=0, paragraph=0, table=1, row=2", "page=0, paragraph=3, table=0, row=0");
        Terminal table = new Terminal();
        table.run("check", document.toString(), "--format", "csv");
        assertThat(table.out()).contains("kind,code,file,line,column,value,message,remedy,place", ",表1第2行\n");
    }

    private static void part(ZipOutputStream zip, String name, String words) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoPlanIsRefused() throws IOException {
        assertThat(terminal.run("check", "nowhere")).isEqualTo(Luheng.REFUSED);
        assertThat(terminal.err()).contains("LH-1701", "zhengzhou-14fyp");
        Path empty = temp.resolve("空.txt");
        Files.writeString(empty, "  ");
        assertThat(terminal.run("check", empty.toString())).isEqualTo(Luheng.REFUSED);
        assertThat(terminal.run("check")).isEqualTo(Luheng.REFUSED);
    }
}
