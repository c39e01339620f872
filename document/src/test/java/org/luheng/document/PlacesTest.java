package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where something stands is said as whoever holds the document would look for it. */
class PlacesTest {
    private static final Script SCRIPT = Script.of("""
            海州市方案
            一、目标
            到2026年，回收率达到60%以上。
            各县目标
            地区\t回收率（%）
            东县\t58
            西县\t61
            二、保障
            """);

    private static String place(byte[] bytes, String words) {
        DocumentFile file = DocumentFile.read(bytes, "方案");
        return file.place("方案", file.text().indexOf(words)).inWords();
    }

    @Test
    void linesOfPlainText() {
        byte[] text = SCRIPT.text().getBytes(StandardCharsets.UTF_8);
        assertThat(place(text, "回收率达到")).isEqualTo("方案 第3行");
        assertThat(place(text, "61")).isEqualTo("方案 第7行");
    }

    @Test
    void paragraphsAndRowsOfWhatFlows() {
        for (byte[] bytes : new byte[][] {Writing.docx(SCRIPT), DocWriting.doc(SCRIPT)}) {
            assertThat(place(bytes, "回收率达到")).isEqualTo("方案 第3段");
            assertThat(place(bytes, "61")).isEqualTo("方案 表1第3行");
        }
        assertThat(place(Writing.html(SCRIPT), "61")).isEqualTo("方案 表1第3行");
    }

    @Test
    void pagesOfWhatIsPrinted() {
        Typeset typeset = Typeset.of(Script.plan("huanxi-district-2026"), "");
        for (byte[] bytes : new byte[][] {Writing.pdf(typeset), Writing.ofd(typeset)}) {
            DocumentFile file = DocumentFile.read(bytes, "方案");
            assertThat(file.place("方案", 0).inWords()).isEqualTo("方案 第1页");
            String last = file.place("方案", file.text().length()).inWords();
            assertThat(last).startsWith("方案 第" + file.words().pages() + "页");
            assertThat(file.words().pages()).isGreaterThan(1);
        }
    }
}
