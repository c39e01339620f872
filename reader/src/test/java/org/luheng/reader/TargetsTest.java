package org.luheng.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.luheng.reader.Plans.targets;

import org.junit.jupiter.api.Test;

/** One construct of the language of plans each. */
class TargetsTest {
    @Test
    void levelWithItsComparator() {
        assertThat(targets("到2025年，全市废塑料回收率达到62%，垃圾填埋率控制在8%以内，供水普及率不低于99%，集中供热率超过70%，绿电消费占比30%左右。"))
                .containsExactly(
                        "废塑料回收率 = 62% 2025",
                        "垃圾填埋率 <= 8% 2025", "供水普及率 >= 99% 2025", "集中供热率 > 70% 2025", "绿电消费占比 about 30% 2025");
    }

    @Test
    void changeAgainstABaseYear() {
        assertThat(targets("到2025年，单位工业产值水耗比2020年下降12%以上，吨纸综合能耗较2020年力争下降6%，绿化覆盖率在2020年基础上提高3个百分点。"))
                .containsExactly(
                        "单位工业产值水耗 下降>= 12% 2025 比2020", "吨纸综合能耗 下降 6% 2025 比2020 力争", "绿化覆盖率 提高 3个百分点 2025 比2020");
    }

    @Test
    void respectivelyGivesOneTargetEach() {
        assertThat(targets("到2025年，二氧化硫、烟粉尘、总磷重点工程减排量分别达到210吨、95吨和7.5吨。"))
                .containsExactly("二氧化硫重点工程减排量 = 210吨 2025", "烟粉尘重点工程减排量 = 95吨 2025", "总磷重点工程减排量 = 7.5吨 2025");
    }

    @Test
    void comparatorBehindTheLastHoldsForAllUnlessAnotherHasItsOwn() {
        assertThat(targets("到2025年，甲地区、乙地区石油消费量分别下降7%、3%以上。"))
                .containsExactly("甲地区石油消费量 下降>= 7% 2025", "乙地区石油消费量 下降>= 3% 2025");
        assertThat(targets("到2025年，总氮、总磷排放量分别下降6%以上、4%。")).containsExactly("总氮排放量 下降>= 6% 2025", "总磷排放量 下降 4% 2025");
    }

    @Test
    void oneValueForTwoIndicators() {
        assertThat(targets("到2025年，主要农作物种子、农机利用率均达到51%以上。"))
                .containsExactly("主要农作物种子利用率 >= 51% 2025", "主要农作物农机利用率 >= 51% 2025");
    }

    @Test
    void severalDatesForOneIndicator() {
        assertThat(targets("到2023年、2025年，风电装机规模分别达到40万千瓦和65万千瓦。"))
                .containsExactly("风电装机规模 = 40万千瓦 2023", "风电装机规模 = 65万千瓦 2025");
    }

    @Test
    void qualifiersInBracketsTellTheValuesApart() {
        assertThat(targets("改造完成后单位产品电耗分别降到310（干法）、280（湿法）千瓦时/吨以下。"))
                .containsExactly("单位产品电耗（干法） <= 310千瓦时/吨 2025*", "单位产品电耗（湿法） <= 280千瓦时/吨 2025*");
    }

    @Test
    void whatIsCountedStandsBehindOrBeforeItsNumber() {
        assertThat(targets("建设4个零碳村，创建省级节水单位25家、节水校园6所，新增污泥处理能力3.5万吨/日，淘汰6台老旧印染机。"))
                .containsExactly(
                        "零碳村 = 4个 2025*",
                        "省级节水单位 = 25家 2025*",
                        "节水校园 = 6所 2025*",
                        "新增污泥处理能力 = 3.5万吨/日 2025*",
                        "淘汰老旧印染机 = 6台 2025*");
    }

    @Test
    void lastWordOfACoordinationBelongsToBoth() {
        assertThat(targets("2024年底前，完成青河、白河等2条河流，明湖等3个湖泊的岸线修复。"))
                .containsExactly("河流岸线修复 = 2条 2024 @青河、白河", "湖泊的岸线修复 = 3个 2024 @明湖");
    }

    @Test
    void shareOfAGroup() {
        assertThat(targets("到2025年，力争60%以上的市属医院建成节水型单位，40%以上的区属医院建成节水型单位。新增环卫车100%使用新能源车。"))
                .containsExactly(
                        "市属医院建成节水型单位比例 >= 60% 2025 力争", "区属医院建成节水型单位比例 >= 40% 2025 力争", "新增环卫车使用新能源车比例 = 100% 2025*");
    }

    @Test
    void shareOfAWhole() {
        assertThat(targets("到2025年，节能灯销售量达到灯具销售总量的90%以上。")).containsExactly("节能灯销售量占灯具销售总量比例 >= 90% 2025");
    }

    @Test
    void otherPlaceKeepsTheIndicator() {
        assertThat(targets("到2025年，主城区雨污分流率达到80%、县城达到65%（青山县雨污分流率达到70%）。"))
                .containsExactly("雨污分流率 = 80% 2025 @主城区", "雨污分流率 = 65% 2025 @县城", "雨污分流率 = 70% 2025 @青山县");
    }

    @Test
    void classOfWaterAndGrowthWithoutANumber() {
        assertThat(targets("到2025年，青河出境断面水质达到Ⅱ类，饮用水源水质95%达到或优于Ⅲ类，散煤消费量实现负增长。"))
                .containsExactly("青河出境断面水质 = Ⅱ类 2025", "饮用水源水质达到或优于Ⅲ类比例 = 95% 2025", "散煤消费量增长率 < 0% 2025");
    }

    @Test
    void fromAValueToAnother() {
        assertThat(targets("到2025年，再生水利用率由2020年的18%提高到30%。")).containsExactly("再生水利用率 = 30% 2025 比2020");
    }

    @Test
    void rangesAndChineseNumerals() {
        assertThat(targets("到2025年，调峰能力达到最大负荷的4%—6%，绿色采购比例达到百分之三十五点五。"))
                .containsExactly("调峰能力占最大负荷比例 range 4~6% 2025", "绿色采购比例 = 35.5% 2025");
    }

    @Test
    void partsOfAWholeAndFractions() {
        assertThat(targets("到2025年，绿电装机达到90万千瓦，其中风电40万千瓦、光伏35万千瓦，散煤用量比2020年削减三分之一，节水器具普及率达到八成以上。"))
                .containsExactly(
                        "绿电装机 = 90万千瓦 2025",
                        "风电装机 = 40万千瓦 2025",
                        "光伏装机 = 35万千瓦 2025",
                        "散煤用量 下降 1/3 2025 比2020",
                        "节水器具普及率 >= 80% 2025");
    }

    @Test
    void countsOfSeveralPlacesOrYears() {
        assertThat(targets("东片、西片和南片分别完成水平衡测试20家、15家和8家。2024年、2025年分别改造泵站5座、7座。"))
                .containsExactly(
                        "水平衡测试 = 20家 2025* @东片",
                        "水平衡测试 = 15家 2025* @西片",
                        "水平衡测试 = 8家 2025* @南片",
                        "改造泵站 = 5座 2024",
                        "改造泵站 = 7座 2025");
    }

    @Test
    void whatTheyMustMeetWhoWantToComeInIsNoTarget() {
        assertThat(targets("新入园企业单位增加值水耗不高于6立方米/万元。管道燃气价格不高于3元/立方米。单个项目支持比例不超过总投资的10%。"))
                .isEmpty();
    }

    @Test
    void yearlyValues() {
        assertThat(targets("规模以上工业水耗年均下降2.5%。")).containsExactly("规模以上工业水耗 下降 2.5% 2025* 每年");
        assertThat(targets("到2025年，臭氧年均浓度控制在90微克/立方米以下。")).containsExactly("臭氧年均浓度 <= 90微克/立方米 2025");
    }

    @Test
    void dateIsTakenFromTheSentenceThenFromTheOneBeforeThenFromThePlan() {
        assertThat(targets("建成光伏车棚12座。2023年10月底前，废旧农膜回收率达到70%。废旧家电回收率达到55%。"))
                .containsExactly("光伏车棚 = 12座 2025*", "废旧农膜回收率 = 70% 2023-10", "废旧家电回收率 = 55% 2023-10*");
        assertThat(targets("“十四五”时期，工业水耗下降9%。到“十四五”末，工业固废利用率达到68%。"))
                .containsExactly("工业水耗 下降 9% 2021/2025", "工业固废利用率 = 68% 2025");
    }

    @Test
    void thresholdsPicksOfThingsAndSizesAreNoTargets() {
        assertThat(targets("对10万千瓦以下、发电煤耗高于310克标准煤/千瓦时的机组实施改造。淘汰20蒸吨/小时以下燃煤锅炉，关停3.8米焦炉。"
                        + "加强年用水量5万吨以上企业管理，用电负荷超过500千伏安的用户应当接入。"))
                .isEmpty();
    }

    @Test
    void ratiosPricesPresentStateLawsAndDatesAreNoTargets() {
        assertThat(targets("实行1.5倍削减替代，按照1:1.25置换。对落后企业用电加价20%，奖励50万元。截至2020年底，绿化率达到35%。2019年，回收率为40%。"
                        + "目前污水处理率达到88%。落实《环境条例》（海人常〔2021〕33号）第12条。全县已建成公园30个。"))
                .isEmpty();
    }

    @Test
    void chaptersAboutTheStateOfThingsHaveNoTargets() {
        Reading reading = Plans.whole("海州市“十四五”生态规划\n一、发展现状\n森林覆盖率达到31%。\n二、主要目标\n森林覆盖率达到35%。\n");
        assertThat(targets(reading)).containsExactly("森林覆盖率 = 35% 2025*");
    }

    @Test
    void blanksEmphasisAndFullWidthSignsAreReadOver() {
        assertThat(targets("到 **2025** 年，全市 废纸 回收率 达到 ８６．５ ％ 以 上。")).containsExactly("废纸回收率 >= 86.5% 2025");
    }

    @Test
    void dateWithoutANumberIsDone() {
        assertThat(Plans.of("2024年底前，全面完成青河沿岸码头清理。").targets()).singleElement().satisfies(target -> {
            assertThat(target.comparator()).isEqualTo(Comparator.DONE);
            assertThat(target.due()).isEqualTo("2024");
            assertThat(target.value()).isNull();
        });
    }

    @Test
    void asManyValuesAsSubjectsOrADoubt() {
        Reading reading = Plans.of("到2025年，甲、乙、丙回收率分别达到40%、50%。");
        assertThat(reading.doubts()).anyMatch(doubt -> doubt.kind() == Doubt.Kind.LIST);
    }

    @Test
    void quantityThatIsNotUnderstoodIsADoubtAndNoTarget() {
        Reading reading = Plans.of("同步推进，30%。");
        assertThat(reading.targets()).isEmpty();
        assertThat(reading.doubts()).anyMatch(doubt -> doubt.kind() == Doubt.Kind.UNREAD_QUANTITY);
    }

    @Test
    void triedInBracketsIsASecondValue() {
        assertThat(targets("单位产值能耗下降2.8%（力争3.2%）。")).containsExactly("单位产值能耗 下降 2.8% 2025*", "单位产值能耗 下降 3.2% 2025* 力争");
    }

    @Test
    void respectivelyAgainOfTheSameThings() {
        assertThat(targets("累计淘汰烧结砖产能12亿块标砖、铸造产能20万吨，其中2023年分别淘汰5亿块标砖和8万吨。"))
                .endsWith("淘汰烧结砖产能 = 5亿块标砖 2023", "铸造产能 = 8万吨 2023");
    }

    @Test
    void whatIsDoneBeforeASeasonOrOnLand() {
        assertThat(targets("汛前完成12座水闸改造，沿河3万亩鱼塘完成尾水治理。")).containsExactly("水闸改造 = 12座 2025*", "鱼塘尾水治理 = 3万亩 2025* @沿河");
    }

    @Test
    void capacityIsTakenAway() {
        assertThat(targets("压减焦化产能110万吨。")).containsExactly("压减焦化产能 = 110万吨 2025*");
    }

    @Test
    void whatSomebodyMustMeetIsARule() {
        assertThat(targets("新建充电桩300个，满足车位总数的15%以上配建要求。")).containsExactly("新建充电桩 = 300个 2025*");
    }

    @Test
    void coveredShares() {
        assertThat(targets("到2025年，回收站点覆盖90%以上的社区和60%的行政村。"))
                .containsExactly("回收站点覆盖社区比例 >= 90% 2025", "回收站点覆盖行政村比例 = 60% 2025");
    }

    @Test
    void inAllAndInPartOfWhatWasJustSaid() {
        assertThat(targets("2024年底前全面淘汰老旧柴油货车，共计4.6万辆，其中营运类1.9万辆。"))
                .containsExactly("淘汰老旧柴油货车 = 4.6万辆 2024*", "淘汰老旧柴油货车 = 1.9万辆 2024* @营运类");
    }

    @Test
    void onlyForWhomItHoldsChanges() {
        assertThat(targets("机关建筑屋顶安装比例不低于50%，学校、医院不低于40%，厂房不低于30%。"))
                .containsExactly(
                        "机关建筑屋顶安装比例 >= 50% 2025*", "建筑屋顶安装比例 >= 40% 2025* @学校、医院", "建筑屋顶安装比例 >= 30% 2025* @厂房");
    }

    @Test
    void oneVerbForTwoLengths() {
        assertThat(targets("实施30公里供热管网、22公里燃气管道更新改造。"))
                .containsExactly("供热管网更新改造 = 30公里 2025*", "燃气管道更新改造 = 22公里 2025*");
    }

    @Test
    void aboveAStandardIsNoShare() {
        assertThat(targets("浓度比标准高10%以内的市率先达标，回收率提高10%。")).containsExactly("回收率 提高 10% 2025*");
    }

    @Test
    void theWholeTimeOfThePlan() {
        assertThat(targets("规划期内新建公园86个。")).containsExactly("新建公园 = 86个 2021/2025");
    }
}
