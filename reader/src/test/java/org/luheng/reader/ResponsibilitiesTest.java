package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.reader.Plans.responsibilities;

import org.junit.jupiter.api.Test;

class ResponsibilitiesTest {
    private static final String HEAD = "海州市“十四五”节能减排方案\n一、任务\n";

    @Test
    void whereNobodyLeadsAllStandInFrontTogether() {
        assertThat(responsibilities(HEAD + "（一）节水工程。推进节水。（市水利局、市农业农村局等按职责分工负责）"))
                .containsExactly("一/（一） 市水利局、市农业农村局 |  共同");
    }

    @Test
    void leadersAndThoseWhoHelp() {
        assertThat(responsibilities(HEAD + "（一）节水工程。推进节水。（市水利局牵头，市财政局、海州（临港）水务有限公司等按职责分工负责，各区县（市）人民政府落实）"))
                .containsExactly("一/（一） 市水利局 | 市财政局、海州（临港）水务有限公司、各区县（市）人民政府");
        assertThat(responsibilities(HEAD + "（一）节水工程。推进节水。〔市水利局负责，市财政局配合〕")).containsExactly("一/（一） 市水利局 | 市财政局");
    }

    @Test
    void linesWithALabelAreOne() {
        assertThat(responsibilities(HEAD + "（一）节水工程\n推进节水。\n牵头单位：市水利局\n配合单位：市财政局、各乡镇街道\n完成时限：2025年底\n"))
                .containsExactly("一/（一） 市水利局 | 市财政局、各乡镇街道");
        assertThat(responsibilities(HEAD + "（一）节水工程。推进节水。（牵头单位：市水利局；责任单位：市财政局、市教育局）"))
                .containsExactly("一/（一） 市水利局 | 市财政局、市教育局");
    }

    @Test
    void labelMayHoldWordsOfRole() {
        assertThat(responsibilities(HEAD + "（一）节水工程\n推进节水。\n责任单位：市水利局牵头，市财政局、各街道配合。\n"))
                .containsExactly("一/（一） 市水利局 | 市财政局、各街道");
    }

    @Test
    void whatHoldsForLaterClausesIsInheritedAndNeverLeads() {
        assertThat(responsibilities(
                        HEAD + "（一）节水工程。推进节水。（市水利局负责。以下均需各县区人民政府和开发区管委会落实，不再列出）\n" + "（二）节电工程。推进节电。（市能源局负责）"))
                .containsExactly("一/（一） 市水利局 | ", "一/（二） 市能源局 |  承接各县区人民政府、开发区管委会");
    }

    @Test
    void severalBracketsInOneClauseAreCounted() {
        assertThat(responsibilities(HEAD + "（一）节水工程\n全市推进节水，修管网。（市水利局负责）\n全市推进节电，换电机。（市能源局负责）"))
                .containsExactly("一/（一）#1 市水利局 | ", "一/（一）#2 市能源局 | ");
    }

    @Test
    void formsOfOneAgencyAreJoinedAndALevelLeftOutIsPutBack() {
        assertThat(responsibilities(HEAD + "（一）节水。推进节水。（市发改委、工信局按职责分工负责）\n（二）节电。推进节电。（市发展和改革委员会牵头，海州市工信局配合）"))
                .containsExactly("一/（一） 市发改委、市工信局 |  共同", "一/（二） 市发改委 | 市工信局");
    }

    @Test
    void bracketsThatOnlyExplainAreNone() {
        assertThat(responsibilities(HEAD + "（一）节水。推进重点企业（以下简称重点单位）节水，对象为乡镇（街道）。"))
                .isEmpty();
    }

    @Test
    void firstOfSeveralLeadsWhereTheDocumentSaysSo() {
        assertThat(responsibilities(HEAD + "1．推进节水。（市水利局牵头，市财政局配合。列第一位的为牵头单位，下同）\n2．推进节电。（市发改委、市工信局、各区政府）\n"))
                .containsExactly("一/1 市水利局 | 市财政局", "一/2 市发改委 | 市工信局、各区政府");
    }

    @Test
    void linesBehindTheLastItemAnswerForAll() {
        assertThat(responsibilities(HEAD + "（一）节水工程\n1．推进节水。\n2．推进回用。\n牵头单位：市水利局\n责任单位：市财政局\n"))
                .containsExactly("一/（一） 市水利局 | 市财政局");
        assertThat(responsibilities(HEAD + "（一）节水工程\n1．推进节水。\n责任单位：市水利局\n2．推进回用。\n责任单位：市财政局\n"))
                .containsExactly("一/（一）/1 市水利局 | ", "一/（一）/2 市财政局 | ");
    }

    @Test
    void withAnotherAndWithADateAmongTheNames() {
        assertThat(responsibilities(HEAD + "（一）节水工程。推进节水。（市水利局会同市财政局负责，2025年底前完成）"))
                .containsExactly("一/（一） 市水利局 | 市财政局");
        assertThat(responsibilities(HEAD + "（一）节水工程\n推进节水。\n责任单位：市水利局（牵头）、市财政局\n"))
                .containsExactly("一/（一） 市水利局 | 市财政局");
    }

    @Test
    void levelIsCarriedOnWithinOneBracketOnly() {
        assertThat(responsibilities(HEAD + "（一）甲。推进节水。（建设处牵头，省高速集团配合）\n（二）乙。推进节电。（公路局、建设处负责）"))
                .containsExactly("一/（一） 建设处 | 省高速集团", "一/（二） 公路局、建设处 |  共同");
    }

    @Test
    void theFirstBracketSaysWhoLeads() {
        assertThat(Plans.responsibilities(
                        "海州市方案\n一、任务\n（一）建房。建设房屋。（市住建局、市财政局，列第一位的为牵头单位，下同）\n（二）修路。修建道路。（市交通局、市财政局）\n"))
                .containsExactly("一/（一） 市住建局 | 市财政局", "一/（二） 市交通局 | 市财政局");
    }

    @Test
    void officesOfTheStateAreNotThePlaces() {
        assertThat(Plans.responsibilities("海州省方案\n一、任务\n（一）飞行。（省交通运输厅、民航海州监管局负责）\n"))
                .containsExactly("一/（一） 省交通运输厅、民航海州监管局 |  共同");
    }
}
