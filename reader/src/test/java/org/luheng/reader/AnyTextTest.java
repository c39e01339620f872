package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes: an answer, the same answer, and every quote where it says. */
class AnyTextTest {
    private static final String[] PIECES = {
        "一、",
        "（一）",
        "1. ",
        "第一章 ",
        "①",
        "附件1\n",
        "专栏2 ",
        "到2025年，",
        "2023年10月底前",
        "“十四五”时期",
        "比2020年",
        "达到",
        "降至",
        "分别",
        "均",
        "下降",
        "提高",
        "控制在",
        "不低于",
        "85%",
        "3家",
        "20万千瓦",
        "百分之十",
        "Ⅲ类",
        "以上",
        "以内",
        "左右",
        "、",
        "，",
        "；",
        "。",
        "\n",
        "\n\n",
        "（",
        "）",
        "〔",
        "〕",
        "《",
        "》",
        "回收率",
        "化肥、农药利用率",
        "新建",
        "创建",
        "等",
        "的",
        "占",
        "力争",
        "牵头",
        "负责",
        "市发改委",
        "配合单位：",
        "以下均需",
        "落实",
        "\t",
        "| 甲 | 2 |\n",
        "青山区\t3\t4\n",
        "- 3 -\n",
        "**",
        "　",
        "\uFEFF",
        "\uD83D\uDE00",
        "\uD83D",
        "年均",
        "负增长",
        "2∶1",
        "5G"
    };

    @Property(tries = 300)
    void pieces(@ForAll("mixed") String text) {
        proves(text);
    }

    @Property(tries = 200)
    void anyString(@ForAll String text) {
        proves(text);
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.of(PIECES).list().ofMaxSize(80).map(pieces -> String.join("", pieces));
    }

    private static void proves(String text) {
        PlanReader reader = new PlanReader();
        Reading reading = reader.read(text);
        assertThat(reader.read(text)).isEqualTo(reading);
        List<Quote> quotes = new ArrayList<>();
        reading.targets().forEach(target -> quotes.add(target.quote()));
        reading.responsibilities().forEach(one -> quotes.add(one.quote()));
        reading.tasks().forEach(task -> quotes.add(task.quote()));
        reading.tables().forEach(table -> quotes.add(table.quote()));
        reading.doubts().forEach(doubt -> quotes.add(doubt.quote()));
        for (Quote quote : quotes) {
            assertThat(text.substring(quote.start(), quote.end())).isEqualTo(quote.text());
        }
        for (Clause clause : reading.clauses()) {
            assertThat(List.of(clause.start(), clause.body(), clause.own(), clause.end()))
                    .as(clause.section())
                    .isSorted();
            assertThat(clause.end()).isLessThanOrEqualTo(text.length());
        }
        reading.tasks().forEach(task -> {
            task.targets()
                    .forEach(index ->
                            assertThat(index).isLessThan(reading.targets().size()));
            task.responsibilities()
                    .forEach(index -> assertThat(index)
                            .isLessThan(reading.responsibilities().size()));
        });
    }
}
