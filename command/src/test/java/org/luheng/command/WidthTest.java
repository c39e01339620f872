package org.luheng.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WidthTest {
    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(Width.of("能耗 2021")).isEqualTo(9);
        assertThat(Width.left("能耗", 6)).isEqualTo("能耗  ");
        assertThat(Width.right("3.5", 6)).isEqualTo("   3.5");
        assertThat(Width.left("单位地区生产总值", 9)).isEqualTo("单位地区…");
    }

    @Test
    void linesBreakNeitherWithinANumberNorBeforeAClosingMark() {
        assertThat(Width.wrapped("实际3150万吨，目标3203.4，低于", 12)).containsExactly("实际3150万", "吨，目标", "3203.4，低于");
        assertThat(Width.wrapped("abc", 10)).containsExactly("abc");
        assertThat(Width.wrapped("", 10)).containsExactly("");
    }

    @Test
    void aWordLongerThanALineIsBroken() {
        assertThat(Width.wrapped("x".repeat(25), 10)).hasSize(3).allMatch(line -> line.length() <= 10);
    }
}
