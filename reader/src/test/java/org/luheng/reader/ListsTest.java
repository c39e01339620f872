package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.reader.Plans.targets;

import org.junit.jupiter.api.Test;

/** One value for each of several names, places or dates; and what a later part of a sentence leaves out. */
class ListsTest {
    @Test
    void oneAfterTheOtherAndWhatWasSaidBefore() {
        assertThat(targets("到2023年，管网漏损率、供水能耗依次下降2%、3%；到2025年，上述指标分别下降4%、6%。"))
                .containsExactly("管网漏损率 下降 2% 2023", "供水能耗 下降 3% 2023", "管网漏损率 下降 4% 2025", "供水能耗 下降 6% 2025");
    }

    @Test
    void theLastSaysTheUnitForAll() {
        assertThat(targets("2025年水电、风电装机分别达到20万、35万千瓦。")).containsExactly("水电装机 = 20万千瓦 2025", "风电装机 = 35万千瓦 2025");
        assertThat(targets("到2025年，铁路、水路货运量占比分别提高1.5个和2个百分点。"))
                .containsExactly("铁路货运量占比 提高 1.5个百分点 2025", "水路货运量占比 提高 2个百分点 2025");
    }

    @Test
    void groupsAndPlaces() {
        assertThat(targets("到2025年，70%的甲类园区和40%的乙类园区实施雨污分流。"))
                .containsExactly("甲类园区实施雨污分流比例 = 70% 2025 @甲类园区", "乙类园区实施雨污分流比例 = 40% 2025 @乙类园区");
        assertThat(targets("2025年前，青山、白水两镇各建成污水处理站2座。"))
                .containsExactly("污水处理站 = 2座 2025 @青山镇", "污水处理站 = 2座 2025 @白水镇");
        assertThat(targets("垃圾分类覆盖率：市区100%，县城80%以上。"))
                .containsExactly("垃圾分类覆盖率 = 100% 2025* @市区", "垃圾分类覆盖率 >= 80% 2025* @县城");
        assertThat(targets("到2025年，机关用水量减少10%，学校、医院分别减少8%、12%。"))
                .containsExactly("机关用水量 下降 10% 2025", "机关用水量 下降 8% 2025 @学校", "机关用水量 下降 12% 2025 @医院");
    }

    @Test
    void partsInBrackets() {
        assertThat(targets("到2025年，培育绿色工厂40家（其中国家级8家）。")).containsExactly("绿色工厂 = 40家 2025", "国家级绿色工厂 = 8家 2025");
    }

    @Test
    void dateInOtherWordsIsCarriedOver() {
        assertThat(targets("2024年关停锅炉9台，集中供热率提高到95%。")).containsExactly("关停锅炉 = 9台 2024", "集中供热率 = 95% 2024*");
        assertThat(targets("“十四五”期间，关停锅炉90台，2023年关停20台；新建管网300公里。"))
                .containsExactly("关停锅炉 = 90台 2021/2025", "关停锅炉 = 20台 2023", "新建管网 = 300公里 2021/2025");
        assertThat(targets("城北污水厂新增处理能力6万吨/日，2024年建成。")).containsExactly("城北污水厂新增处理能力 = 6万吨/日 2024");
    }

    @Test
    void ratiosAndAPurse() {
        assertThat(targets("到2025年，充电桩与电动车比例不低于1︰8，产能置换比例不低于1.25∶1。")).containsExactly("充电桩与电动车比例 >= 1:8 2025");
        assertThat(targets("市级财政预算安排2.5亿元，单个项目不超过200万元。")).containsExactly("市级财政预算 = 2.5亿元 2025*");
    }

    @Test
    void rulesAreNoTargets() {
        assertThat(targets("燃煤锅炉烟尘排放浓度不高于10毫克/立方米。")).isEmpty();
        assertThat(targets("夏季室内空调温度不得低于26℃。")).isEmpty();
        assertThat(targets("年度考核中能耗强度占40分。")).isEmpty();
        assertThat(targets("提前淘汰1辆货车补助1.5万元。")).isEmpty();
    }

    @Test
    void whatIsCountedWithoutAKnownVerbIsDoubted() {
        Reading reading = Plans.of("2025年收储低效用地1200亩。");
        assertThat(targets(reading)).containsExactly("收储低效用地 = 1200亩 2025");
        assertThat(reading.doubts()).anyMatch(doubt -> doubt.kind() == Doubt.Kind.NAME);
    }
}
