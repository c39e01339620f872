package org.luheng.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pages of glyphs and rules become lines and rows in the order of reading. */
class PrintedTest {
    private static final double SIZE = 5;

    private static Original original() {
        return new Original(new byte[0], "来件", Bounds.USUAL);
    }

    private static void print(List<Glyph> glyphs, String words, double x, double baseline) {
        for (int at = 0; at < words.length(); at++) {
            glyphs.add(new Glyph(words.substring(at, at + 1), x + at * SIZE, baseline, SIZE, SIZE));
        }
    }

    private static String text(Page... pages) {
        PrintedPages printed = new PrintedPages(original());
        for (Page page : pages) {
            printed.add(page);
        }
        return printed.text(Kind.PDF, pages.length).text();
    }

    private static Page page(int number, List<Glyph> glyphs, List<Page.Rule> rules) {
        return new Page(number, 210, 297, glyphs, rules);
    }

    /** Rules around cells; of a level rule only what is asked for. */
    private static void frame(List<Page.Rule> rules, double[] xs, double[] ys) {
        for (double y : ys) {
            rules.add(new Page.Rule(true, y, xs[0], xs[xs.length - 1]));
        }
        for (double x : xs) {
            rules.add(new Page.Rule(false, x, ys[0], ys[ys.length - 1]));
        }
    }

    @Test
    void columnsAreReadOneAfterTheOther() {
        List<Glyph> glyphs = new ArrayList<>();
        print(glyphs, "海州市节水方案的标题印在两栏的上面正中", 60, 20);
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int line = 0; line < 8; line++) {
            String one = "左边一栏的第" + line + "行文字印到这里";
            String other = "右边一栏的第" + line + "行文字印到这里";
            print(glyphs, one, 20, 40 + line * 8);
            print(glyphs, other, 115, 40 + line * 8);
            left.append(one).append('\n');
            right.append(other).append('\n');
        }
        assertThat(text(page(1, glyphs, List.of()))).isEqualTo("海州市节水方案的标题印在两栏的上面正中\n" + left + right);
    }

    @Test
    void rulesMakeCellsAndMissingRulesMergeThem() {
        List<Glyph> glyphs = new ArrayList<>();
        List<Page.Rule> rules = new ArrayList<>();
        print(glyphs, "类别", 22, 28);
        print(glyphs, "指标", 62, 28);
        print(glyphs, "值", 102, 28);
        print(glyphs, "水", 22, 43);
        print(glyphs, "用量", 62, 38);
        print(glyphs, "3", 102, 38);
        print(glyphs, "漏损", 62, 48);
        print(glyphs, "4", 102, 48);
        rules.add(new Page.Rule(true, 20, 20, 140));
        rules.add(new Page.Rule(true, 30, 20, 140));
        rules.add(new Page.Rule(true, 40, 60, 140));
        rules.add(new Page.Rule(true, 50, 20, 140));
        for (double x : new double[] {20, 60, 100, 140}) {
            rules.add(new Page.Rule(false, x, 20, 50));
        }
        assertThat(text(page(1, glyphs, rules))).isEqualTo("类别\t指标\t值\n水\t用量\t3\n水\t漏损\t4\n");
    }

    @Test
    void aTableThatGoesOnIsOneAndItsHeaderIsReadOnce() {
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            List<Glyph> glyphs = new ArrayList<>();
            List<Page.Rule> rules = new ArrayList<>();
            frame(rules, new double[] {20, 80, 140}, new double[] {20, 30, 40});
            print(glyphs, "区县", 22, 28);
            print(glyphs, "目标", 82, 28);
            print(glyphs, number == 1 ? "甲区" : "乙县", 22, 38);
            print(glyphs, String.valueOf(number), 82, 38);
            print(glyphs, "—" + number + "—", 100, 280);
            pages.add(page(number, glyphs, rules));
        }
        PrintedPages printed = new PrintedPages(original());
        pages.forEach(printed::add);
        DocumentText text = printed.text(Kind.PDF, 2);
        assertThat(text.text()).isEqualTo("区县\t目标\n甲区\t1\n乙县\t2\n");
        assertThat(text.originOf(text.text().indexOf("乙县")).inWords()).isEqualTo("第2页表1第2行第1列");
    }

    @Test
    void whatRunsAboveEveryPageIsReadNowhere() {
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            List<Glyph> glyphs = new ArrayList<>();
            print(glyphs, "海州市文件汇编第" + number + "辑", 60, 15);
            print(glyphs, "附件" + (number < 4 ? "甲乙丙".substring(number - 1, number) : "丁") + "的正文。", 30, 40);
            print(glyphs, number < 4 ? "附件" + number : "结尾", 30, 60);
            print(glyphs, String.valueOf(number), 100, 285);
            pages.add(page(number, glyphs, List.of()));
        }
        assertThat(text(pages.toArray(Page[]::new)))
                .isEqualTo("附件甲的正文。\n附件1\n附件乙的正文。\n附件2\n附件丙的正文。\n附件3\n附件丁的正文。\n结尾\n");
    }

    @Test
    void boldByOverprintingRaisedLettersAndSpacedTitles() {
        List<Glyph> glyphs = new ArrayList<>();
        print(glyphs, "重点", 30, 40);
        print(glyphs, "重点", 30.3, 40);
        print(glyphs, "吨/km", 30, 60);
        glyphs.add(new Glyph("2", 50.2, 58.2, 2, 3));
        print(glyphs, "通", 60, 20);
        print(glyphs, "知", 90, 20);
        assertThat(text(page(1, glyphs, List.of()))).isEqualTo("通知\n重点\n吨/km2\n");
    }

    /** Chinese PDFs are full of them; so is what a browser prints. */
    @Test
    void radicalsAreReadAsTheCharactersTheyLookLike() {
        List<Glyph> glyphs = new ArrayList<>();
        print(glyphs, "⼆七区⼯⼚⽅案，⻋、⺠、⻓、⻩河", 30, 40);
        assertThat(text(page(1, glyphs, List.of()))).isEqualTo("二七区工厂方案，车、民、长、黄河\n");
    }

    @Test
    void aBoxOnThePageLeadsBackToTheWords() {
        List<Glyph> glyphs = new ArrayList<>();
        print(glyphs, "一、目标", 30, 40);
        PrintedPages printed = new PrintedPages(original());
        printed.add(page(7, glyphs, List.of()));
        Origin origin = printed.text(Kind.PDF, 7).originOf(2);
        assertThat(origin.page()).isEqualTo(7);
        assertThat(origin.box()).isEqualTo(new Box(30, 35, 20, 5.75));
    }

    /** Whatever is drawn, every glyph is read once. */
    @Property(tries = 300)
    void nothingPrintedIsLost(@ForAll @IntRange(min = 0, max = 1 << 30) int seed) {
        java.util.Random random = new java.util.Random(seed);
        List<Glyph> glyphs = new ArrayList<>();
        List<Page.Rule> rules = new ArrayList<>();
        for (int at = 0; at < random.nextInt(400); at++) {
            String words = String.valueOf((char) ('\u4E00' + at));
            glyphs.add(new Glyph(words, 20 + random.nextInt(170), 30 + random.nextInt(220), 3, 3));
        }
        for (int at = 0; at < random.nextInt(30); at++) {
            double from = random.nextInt(200);
            rules.add(new Page.Rule(random.nextBoolean(), random.nextInt(290), from, from + random.nextInt(90)));
        }
        String text = text(page(1, glyphs, rules));
        assertThat(text.chars().filter(c -> c >= '\u4E00').sorted().toArray())
                .isEqualTo(glyphs.stream()
                        .mapToInt(glyph -> glyph.words().charAt(0))
                        .sorted()
                        .toArray());
    }
}
