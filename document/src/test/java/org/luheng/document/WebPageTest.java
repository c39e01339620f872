package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WebPageTest {
    private static Stream<String> lines(String page) {
        return DocumentFile.read(page.getBytes(StandardCharsets.UTF_8), "网页")
                .text()
                .lines();
    }

    @Test
    void whatSurroundsTheDocumentIsLeftOut() {
        String words = "到2025年，再生水利用率达到30%以上，公共供水管网漏损率控制在9%以内。";
        assertThat(lines("<html><head><title>海州市节水方案_海州市人民政府</title></head><body><ul><li><a href=a>要闻</a>"
                        + "<li><a href=b>2024年全市用水下降9%</a></ul><div class=wrap><div class=l>打印 收藏</div><div class=TRS_Editor><p>"
                        + words + "</p><p>　　" + words + "</p></div></div><p>版权所有</p></body></html>"))
                .containsExactly("海州市节水方案", words, words);
    }

    @Test
    void cellsThatReachDownAndAcross() {
        assertThat(lines("<html><body><p>一、目标</p><table><tr><th rowspan=2>区县<th colspan=2>2025年<tr><th>用量<th>漏损"
                        + "<tr><td rowspan=2>甲区<td>1<td>2<tr><td>3<td>4</table></body></html>"))
                .containsExactly("一、目标", "区县\t2025年\t", "\t用量\t漏损", "甲区\t1\t2", "甲区\t3\t4");
    }

    @Test
    void aTableThatOnlyLaysOutThePageIsNone() {
        assertThat(
                        lines(
                                "<html><body><table><tr><td>左<td><table><tr><td>甲<td>1<tr><td>乙<td>2</table></table></body></html>"))
                .containsExactly("左", "甲\t1", "乙\t2");
    }

    @Test
    void numbersOfListsAndBreaksOfLines() {
        assertThat(lines("<html><body><div>标题<br>副题</div><ol start=3><li>甲<li>乙</ol>正<b>文</b>一段</body></html>"))
                .containsExactly("标题", "副题", "3. 甲", "4. 乙", "正文一段");
    }

    @Test
    void thePageSaysItsEncoding() {
        byte[] gbk =
                "<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'></head><body><p>一、节约用水</p></body></html>"
                        .getBytes(Charset.forName("GBK"));
        assertThat(DocumentFile.read(gbk, "网页").text()).isEqualTo("一、节约用水\n");
    }
}
