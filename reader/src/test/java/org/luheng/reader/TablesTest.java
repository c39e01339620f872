package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TablesTest {
    private static final String HEAD = "海州市“十四五”节能减排方案\n一、目标\n到2025年，总磷、总氮重点工程减排量分别达到30吨、90吨。\n";

    @Test
    void placesInRows() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附件1\n“十四五”各区县能耗强度降低目标及煤炭消费增量\n序号\t区县\t降低目标（%）\t煤炭消费增量（万吨）\n1\t青山区\t-9\t3\n2\t白水县\t-7.5\t-2\n说明\t煤炭消费增量为参考值\n")))
                .contains(
                        "能耗强度 下降 9% 2021/2025* @青山区",
                        "能耗强度 下降 7.5% 2021/2025* @白水县",
                        "煤炭消费增量 = 3万吨 2021/2025* @青山区 参考值",
                        "煤炭消费增量 = -2万吨 2021/2025* @白水县 参考值")
                .hasSize(6);
    }

    @Test
    void unitThatTheTableDoesNotPrintComesFromTheText() {
        assertThat(Plans.targets(Plans.whole(HEAD + "附件\n“十四五”各区县重点工程减排量指标计划\n区县\t总磷\t总氮\n青山区\t18\t50\n白水县\t12\t40\n")))
                .contains("总磷重点工程减排量 = 18吨 2021/2025* @青山区", "总氮重点工程减排量 = 40吨 2021/2025* @白水县");
    }

    @Test
    void indicatorsInRowsWithAHeaderOfTwoLines() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "专栏1 主要指标\n指标\t单位\t2020年\t2025年指标\t\n\t\t\t目标值\t变化率\n工业\t\t\t\t\n吨纸水耗\t立方米/吨\t14\t12\t-2\n单位面积能耗下降率\t千克标准煤/平方米\t20\t19\t（5%）\n新建机房能效\t/\t/\t<1.3\t/\n")))
                .contains("吨纸水耗 = 12立方米/吨 2025 比2020", "单位面积能耗 = 19千克标准煤/平方米 2025 比2020", "单位面积能耗 下降 5% 2025 比2020")
                .anyMatch(target -> target.startsWith("新建机房能效 < 1.3"));
    }

    @Test
    void cellsFlattenedIntoLines() {
        assertThat(Plans.targets(Plans.whole(
                        HEAD + "附表1\n各镇用水分解表\n镇\n用水总量（万吨）\n漏损率（%）\n城关镇\n120\n9\n河西镇\n80\n8\n南山乡\n60\n10\n")))
                .contains("用水总量 = 120万吨 2025* @城关镇", "漏损率 = 10% 2025* @南山乡")
                .hasSize(8);
    }

    @Test
    void tableNobodyUnderstandsIsADoubt() {
        assertThat(Plans.whole(HEAD + "附件\n名单\n编号\t甲\t乙\n1\t红\t2\n2\t绿\t3\n").doubts())
                .anyMatch(doubt -> doubt.kind() == Doubt.Kind.TABLE);
    }

    @Test
    void indicatorsDownAndPlacesAcross() {
        assertThat(Plans.targets(Plans.whole(
                        HEAD + "附件1\n“十四五”各区县重点工程减排量\n单位：吨\n指标\t青山区\t白水县\t全市\n总磷\t18\t12\t30\n总氮\t50\t40\t90\n")))
                .contains("总磷重点工程减排量 = 18吨 2021/2025* @青山区", "总氮重点工程减排量 = 90吨 2021/2025*")
                .hasSize(8);
    }

    @Test
    void headerOfTwoLinesPartedByBlanks() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附件1\n“十四五”各区县目标\n序号    地区    2020年能耗      “十四五”能耗强度降低率（%）\n        （吨标准煤/万元）      基本目标      激励目标\n1    青山区    0.8    14    15\n2    白水县    0.9    13    14\n")))
                .contains("能耗强度 下降 14% 2021/2025 @青山区", "能耗强度 下降 14% 2021/2025 @白水县")
                .hasSize(6);
    }

    @Test
    void yearsDownAndNumbersInFrontOfRows() {
        assertThat(Plans.targets(
                        Plans.whole(HEAD + "附件1\n分年度目标\n年度\t能耗强度下降率（%）\t新增光伏（万千瓦）\n2023年\t2.8\t12\n2024年\t3\t15\n")))
                .contains("能耗强度 下降 3% 2024", "新增光伏 = 12万千瓦 2023");
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "专栏1 主要指标\n指标\t2020年\t2025年\t年均〔累计〕\t属性\n1.能耗强度降低（%）\t—\t—\t〔13〕\t约束性\n2.森林覆盖率（%）\t40\t41\t—\t预期性\n")))
                .contains("能耗强度 下降 13% 2025* 比2020", "森林覆盖率 = 41% 2025 比2020");
    }

    @Test
    void tableOfTasksGivesTargetsDatesAndUnits() {
        Reading reading = Plans.whole(
                HEAD
                        + "附件1\n任务清单\n序号\t工作任务\t牵头单位\t配合单位\t完成时限\n1\t淘汰老旧锅炉20台\t市工信局\t市发改委、市财政局\t2023年10月底前\n2\t管网漏损率控制在8%以内\t市水利局\t\t2025年\n");
        assertThat(Plans.targets(reading)).contains("淘汰老旧锅炉 = 20台 2023-10", "管网漏损率 <= 8% 2025");
        assertThat(reading.responsibilities())
                .extracting(one -> one.section() + one.lead() + one.cooperating())
                .containsExactly("附件1[市工信局][市发改委, 市财政局]", "附件1[市水利局][]");
        assertThat(reading.tasks())
                .anyMatch(task -> task.order().equals("淘汰")
                        && "2023-10".equals(task.due())
                        && task.responsibilities().equals(java.util.List.of(0)));
    }

    @Test
    void pointsAndThePastAreNoTargets() {
        Reading points = Plans.whole(HEAD + "附件1\n评分表\n考核内容\t分值\t标准\n能耗强度\t20\t按比例\n组织领导\t10\t按次\n");
        assertThat(Plans.targets(points)).hasSize(2);
        Reading past = Plans.whole(HEAD + "附件1\n2020年各县基本情况\n县区\t能耗总量（万吨）\n青山县\t120\n白水县\t98\n");
        assertThat(Plans.targets(past)).hasSize(2);
    }

    @Test
    void severalUnitsOneForEachColumn() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附表：各村任务表\n单位：户、亩\n| 村 | 散煤替代 | 秸秆还田 |\n|:--|:-:|:-:|\n| 东村 | 30 | 185 |\n| 西村 | 46 | 210 |\n")))
                .contains("散煤替代 = 30户 2025* @东村", "秸秆还田 = 210亩 2025* @西村");
    }

    @Test
    void twoRowsOfHeaderPartedBySingleBlanks() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附件1\n各县任务分解\n县别 既有建筑节能改造（万平方米） 燃气管网（公里）\n2023年累计 2025年累计 新建 改造\n青山县 12 30 8 5\n白水县 9 21 6 4\n红石县 7 18 5 3\n")))
                .contains(
                        "既有建筑节能改造 = 12万平方米 2023 @青山县",
                        "既有建筑节能改造 = 21万平方米 2025 @白水县",
                        "燃气管网新建 = 8公里 2025* @青山县",
                        "燃气管网改造 = 3公里 2025* @红石县");
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附件1\n各县能耗目标\n县别 单位产值能耗降低率（%） 能耗增量\n基本目标 激励目标 （万吨标准煤）\n青山县 12 13 40\n白水县 11 12 25\n红石县 10 11 18\n")))
                .contains("单位产值能耗 下降 13% 2025* @青山县", "能耗增量 = 25万吨标准煤 2025* @白水县");
    }

    @Test
    void namesOfGroupsBetweenTheRows() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        HEAD
                                                + "附件1\n主要指标\n类别 指标 2020年 2025年 属性\n水环境\n1.断面优良比例（%） 70 80 约束性\n2.黑臭水体（条） 3 0 预期性\n3.湖区透明度（米） 1.1 1.5 预期性\n水生态\n4.湿地恢复面积（公顷） — 60 预期性\n5.修复岸线（公里） — 9 预期性\n6.再生水利用率（%） 20 25 预期性\n")))
                .contains("断面优良比例 = 80% 2025 比2020", "湿地恢复面积 = 60公顷 2025", "再生水利用率 = 25% 2025 比2020");
    }

    @Test
    void sentencesInTheCellsOfARow() {
        Reading reading = Plans.whole(
                HEAD
                        + "附件1\n责任清单\n领域\t重点任务\t措施及目标\t牵头单位\t责任单位\t完成时限\n工业\t推进节能改造\t1.完成6家年耗能5000吨标准煤以上企业诊断。2.单位熟料能耗降至99千克标准煤/吨，余热全部利用。\t市工信局\t市发改委\t2023年10月底\n\t淘汰落后产能\t关停轮窑4座。\t市工信局\t各县政府\t2024年6月底\n");
        assertThat(Plans.targets(reading))
                .endsWith("年耗能5000吨标准煤以上企业诊断 = 6家 2023-10", "单位熟料能耗 <= 99千克标准煤/吨 2023-10", "关停轮窑 = 4座 2024-06");
        assertThat(reading.responsibilities())
                .extracting(one -> one.lead() + "" + one.cooperating())
                .containsExactly("[市工信局][市发改委]", "[市工信局][各县政府]");
    }

    @Test
    void whatProjectsCostIsNoTarget() {
        assertThat(Plans.targets(Plans.whole(HEAD + "附件1\n各县任务\n县别\t改造项目（个）\t投资（亿元）\n青山县\t12\t8.5\n白水县\t9\t6.2\n")))
                .contains("改造项目 = 12个 2025* @青山县")
                .noneMatch(target -> target.contains("亿元"));
    }

    @Test
    void yearsBeginAnewUnderTheNextColumnAndTheFirstTellsHowItWas() {
        assertThat(
                        Plans.targets(
                                Plans.whole(
                                        "海州市清洁行动方案\n一、目标\n到2025年，总磷、总氮重点工程减排量分别达到30吨、90吨。到2025年，新建公园3个。\n"
                                                + "附件1\n各县目标\n县别 浓度（微克/立方米） 优良率（%）\n2023年 2025年 2027年 2025年 2027年\n青山县 38 36 34 74 76\n白水县 41 38 35 71 73\n红石县 33 32 31 80 81\n")))
                .contains("浓度 = 36微克/立方米 2025 @青山县", "浓度 = 34微克/立方米 2027 @青山县", "优良率 = 76% 2027 @青山县")
                .noneMatch(target -> target.contains("38微克/立方米 2023"));
    }
}
