package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadTest {
    private static final String PLAN = """
            海州市“十四五”节水方案
            一、目标
            到2025年，再生水利用率达到30%以上。（市水利局牵头，市财政局配合）
            二、保障
            """;

    private final Terminal terminal = new Terminal();

    @Test
    void jsonHasEveryKeyOfTheInterface() {
        assertThat(terminal.given(PLAN).run("read", "-")).isZero();
        Map<?, ?> json = terminal.json();
        assertThat(json.keySet().toString())
                .contains("document", "clauses", "targets", "responsibilities", "tasks", "tables", "doubts");
        assertThat(json.get("document")).asString().contains("title=海州市“十四五”节水方案", "period=2021/2025", "sha256=");
        assertThat(json.get("targets"))
                .asString()
                .contains(
                        "section=一",
                        "indicator=再生水利用率",
                        "comparator=>=",
                        "value=30",
                        "unit=%",
                        "due=2025",
                        "dueInherited=false",
                        "baseline=null");
        assertThat(json.get("responsibilities"))
                .asString()
                .contains("lead=[市水利局]", "cooperating=[市财政局]", "joint=false");
    }

    @Test
    void quotesAreTheDocumentsCharacters() {
        terminal.given(PLAN).run("read", "-");
        assertThat((List<?>) terminal.json().get("targets")).singleElement().satisfies(target -> {
            Map<?, ?> one = (Map<?, ?>) target;
            int start = Integer.parseInt(String.valueOf(one.get("start")));
            int end = Integer.parseInt(String.valueOf(one.get("end")));
            assertThat(PLAN.substring(start, end)).isEqualTo(one.get("quote"));
        });
    }

    @Test
    void csvIsOneTableForPeople() {
        assertThat(terminal.given(PLAN).run("read", "-", "--format", "csv")).isZero();
        assertThat(terminal.out())
                .contains("target,一,再生水利用率,>=,30,,%,2025")
                .contains("responsibility,一")
                .contains("doubt,二");
        assertThat(terminal.err()).contains("LH-2004");
    }

    @Test
    void gbkIsReadAndSaid() {
        assertThat(terminal.given(PLAN.getBytes(Charset.forName("GBK"))).run("read", "-"))
                .isZero();
        assertThat(terminal.err()).contains("LH-1004");
        assertThat(terminal.out()).contains("再生水利用率");
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsKind() {
        assertThat(terminal.given("{\\rtf1 }".getBytes(StandardCharsets.US_ASCII))
                        .run("read", "-"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("LH-2001", "RTF");
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void libraryThatReadsADamagedPdfSaysNothingBesides() {
        assertThat(terminal.given("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))
                        .run("read", "-"))
                .isEqualTo(2);
        assertThat(terminal.err().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .contains("LH-2013");
    }

    @Test
    void webPageIsReadWithThePlaceOfEachQuote() {
        String page = "<html><body><p>" + PLAN.strip().replace("\n", "</p><p>") + "</p></body></html>";
        assertThat(terminal.given(page).run("read", "-")).isZero();
        assertThat(terminal.json().get("document")).asString().contains("kind=html");
        assertThat(terminal.json().get("targets")).asString().contains("indicator=再生水利用率", "place=第3段");
    }

    @Test
    void emptyDocumentIsRefusedAndANovelIsSaidToBeNone() {
        assertThat(terminal.given(" \n ").run("read", "-")).isEqualTo(2);
        assertThat(terminal.err()).contains("LH-2002");
        Terminal another = new Terminal();
        assertThat(another.given("很久以前，有一个渔夫。").run("read", "-")).isZero();
        assertThat(another.err()).contains("LH-2003");
    }

    @Test
    void missingFileIsNamed() {
        assertThat(terminal.run("read", "没有这个.txt")).isEqualTo(2);
        assertThat(terminal.err()).contains("没有这个.txt", "LH-1002");
    }
}
