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
}
