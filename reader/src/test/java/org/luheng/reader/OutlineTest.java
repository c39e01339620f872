package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {
    private static List<String> clauses(String document) {
        return Plans.whole(document).clauses().stream()
                .map(clause -> clause.section() + " " + clause.heading())
                .toList();
    }

    @Test
    void allOfficialStylesOfNumbering() {
        assertThat(clauses("海州市规划\n第一章 总则\n第一节 依据\n一、目标\n（一）水。节水。\n1．节水\n推进节水。\n（1）农业\n推进滴灌。\n①棚\n建设大棚。\n二、保障\n落实。\n"))
                .containsExactly(
                        "第一章 总则",
                        "第一章/第一节 依据",
                        "第一章/第一节/一 目标",
                        "第一章/第一节/一/（一） 水",
                        "第一章/第一节/一/（一）/1 节水",
                        "第一章/第一节/一/（一）/1/（1） 农业",
                        "第一章/第一节/一/（一）/1/（1）/① 棚",
                        "第一章/第一节/二 保障");
    }

    @Test
    void numbersRunOnThroughSections() {
        assertThat(clauses("海州市方案\n一、任务\n（一）水\n1. 节水。推进节水。\n（二）电\n2. 节电。推进节电。\n"))
                .containsExactly("一 任务", "一/（一） 水", "一/（一）/1 节水", "一/（二） 电", "一/（二）/2 节电");
    }

    @Test
    void listOfAnnexesIsNoClauseAndAnnexesAre() {
        assertThat(clauses("海州市方案\n一、任务\n推进。\n\n附件：1. 分解表\n\n2. 指标表\n\n附件 1\n\n分解表\n\n附件 2\n\n指标表\n"))
                .containsExactly("一 任务", "附件1 ", "附件2 ");
    }

    @Test
    void runInHeadingsWithoutANumber() {
        assertThat(clauses("海州市方案\n一、任务\n（一）水\n推进农业节水。建设高标准农田，推广滴灌喷灌。\n推进工业节水。开展水平衡测试，推广循环用水。\n"))
                .containsExactly("一 任务", "一/（一） 水", "一/（一）/推进农业节水 推进农业节水", "一/（一）/推进工业节水 推进工业节水");
    }

    @Test
    void numberedSentenceIsNoHeading() {
        Reading reading = Plans.whole("海州市2025年方案\n一、任务\n1. 到2025年，绿化覆盖率达到40%。\n");
        assertThat(reading.clauses().get(1).heading()).isEmpty();
        assertThat(Plans.targets(reading)).containsExactly("绿化覆盖率 = 40% 2025");
    }

    @Test
    void emptyChapterIsADoubt() {
        assertThat(Plans.whole("海州市方案\n一、任务\n推进。\n二、水\n三、保障\n落实。\n").doubts())
                .anyMatch(doubt -> doubt.kind() == Doubt.Kind.EMPTY_CLAUSE
                        && doubt.section().equals("二"));
    }

    @Test
    void brokenLinesAreJoinedAcrossPagesNumbersAndRunningHeaders() {
        Reading reading = Plans.whole("""
                海州市2024年节水工作安排
                一、目标
                到2024年底，全市农业灌溉水有效利用系数达到0.62，再生水利
                — 1 —

                用率达到
                28%以上，公共供水管网漏损率控制在8.5
                %以内。
                """);
        assertThat(Plans.targets(reading))
                .containsExactly("农业灌溉水有效利用系数 = 0.62 2024", "再生水利用率 >= 28% 2024", "公共供水管网漏损率 <= 8.5% 2024");
    }

    @Test
    void sayingOfItself() {
        Document document = Plans.whole("""
                        海州市人民政府办公室文件
                        海政办〔2022〕15号
                        海州市人民政府办公室
                        关于印发海州市“十四五”节水方案的通知
                        各区县人民政府：
                        《海州市“十四五”节水方案》已经市政府同意，现印发给你们，请认真落实。
                        海州市人民政府办公室
                        2022年3月5日
                        海州市“十四五”节水方案
                        一、目标
                        节水。
                        """).document();
        assertThat(document)
                .isEqualTo(new Document("海州市“十四五”节水方案", "海政办〔2022〕15号", "海州市人民政府办公室", "2022-03-05", "海州市", 2021, 2025));
    }

    @Test
    void articlesActionsAndDecimals() {
        assertThat(clauses("海州市纲要\n第一章 总则\n第一条 依据。制定本纲要。\n第二条 期限。到2025年。\n"))
                .containsExactly("第一章 总则", "第一章/第一条 依据", "第一章/第二条 期限");
        assertThat(clauses("海州市方案\n一、任务\n行动一：节水\n1. 农业。推进滴灌。\n行动二：节电\n2. 工业\n2.1 电机。更新电机。\n"))
                .containsExactly("一 任务", "一/行动一 节水", "一/行动一/1 农业", "一/行动二 节电", "一/行动二/2 工业", "一/行动二/2/2.1 电机");
    }

    @Test
    void contentsAreNoClauses() {
        assertThat(clauses(
                        "海州市规划\n目 录\n第一章 总则……1\n第二章 任务……3\n第三章 保障……9\n第一章 总则\n制定规划。\n第二章 任务\n推进节水。\n第三章 保障\n加强考核。\n"))
                .containsExactly("第一章 总则", "第二章 任务", "第三章 保障");
    }

    @Test
    void listedAnnexesAndAPartedTable() {
        assertThat(clauses("海州市方案\n一、任务\n推进。\n附表1：分解表\n附表2：指标表\n附表1\n分解表\n附表2\n指标表\n"))
                .containsExactly("一 任务", "附表1 ", "附表2 ");
        assertThat(clauses("海州市方案\n一、目标\n指标\t单位\t2025年\n一、水\n用水量\t吨\t30\n二、电\n用电量\t度\t40\n"))
                .containsExactly("一 目标");
    }

    @Test
    void aBlankForTheMarkBehindAWordWithANumber() {
        assertThat(Plans.whole("海州市方案\n一、任务\n行动一 能源提质行动\n1．建站。建设站点3座。\n行动二 建筑增效行动\n2．改造。改造房屋5栋。\n任务一览表见后。\n")
                        .clauses())
                .extracting(Clause::section)
                .containsExactly("一", "一/行动一", "一/行动一/1", "一/行动二", "一/行动二/2");
    }
}
