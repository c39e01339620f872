package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.accounting.emission.EmissionRules;
import org.luheng.accounting.emission.Mark;
import org.luheng.accounting.emission.Medium;
import org.luheng.accounting.emission.Window;

class EmissionRowsTest {
    private static final Path RULES = House.ROOT.resolve("rules");

    private final EmissionRules rules = RulesFolder.read(RULES).emissions();

    @Test
    void bothMediaAreCoveredSinceTheirStandardsHold() {
        assertThat(rules.covers(Medium.GAS, 2018)).isTrue();
        assertThat(rules.covers(Medium.GAS, 2017)).as("HJ 75-2017").isFalse();
        assertThat(rules.covers(Medium.WATER, 2020)).isTrue();
        assertThat(rules.covers(Medium.WATER, 2019)).as("HJ 356-2019").isFalse();
    }

    /** Those of docs and standards, written down a second time. */
    @Test
    void parametersAreThoseOfTheStandards() {
        Map<String, String> values = rules.rulings().stream()
                .collect(Collectors.toMap(
                        ruling -> ruling.edition().id(),
                        ruling -> ruling.value().toPlainString(),
                        (a, b) -> b,
                        TreeMap::new));
        assertThat(values)
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("monitoring-gas-first-source", "2061"),
                        Map.entry("monitoring-water-first-source", "2061"),
                        Map.entry("monitoring-gas-valid-minutes", "45"),
                        Map.entry("monitoring-water-valid-minutes", "45"),
                        Map.entry("monitoring-gas-stopped-minutes", "45"),
                        Map.entry("monitoring-water-stopped-minutes", "45"),
                        Map.entry("monitoring-gas-valid-hours", "18"),
                        Map.entry("monitoring-water-valid-hours", "18"),
                        Map.entry("monitoring-gas-day-by-flow", "0"),
                        Map.entry("monitoring-water-day-by-flow", "1"),
                        Map.entry("monitoring-gas-transmission", "75"),
                        Map.entry("monitoring-water-transmission", "75"),
                        Map.entry("monitoring-gas-marked-until", "12"),
                        Map.entry("monitoring-water-marked-until", "12"),
                        Map.entry("monitoring-water-check-hours", "1"),
                        Map.entry("monitoring-water-equal-span", "1"),
                        Map.entry("monitoring-gas-capture-least", "75"),
                        Map.entry("monitoring-gas-capture-good", "90"),
                        Map.entry("monitoring-gas-short-gap", "24"),
                        Map.entry("monitoring-gas-span-short-gap", "180"),
                        Map.entry("monitoring-gas-span-long-gap", "720"),
                        Map.entry("monitoring-gas-span-poor-capture", "2160"),
                        Map.entry("monitoring-gas-oxygen-of-air", "21"),
                        Map.entry("monitoring-gas-conversion-tolerance", "2"),
                        Map.entry("monitoring-gas-molar-no", "30.006"),
                        Map.entry("monitoring-gas-molar-no2", "46.005"))));
    }

    @Test
    void marksHaveTheEffectTheyAreKnownFor() {
        Map<String, String> byEffect = new TreeMap<>();
        rules.marks()
                .forEach(mark -> byEffect.merge(
                        mark.effect().word(), mark.edition().id() + mark.flag(), (some, one) -> some + " " + one));
        assertThat(byEffect)
                .isEqualTo(Map.of(
                        "有效", "monitoring-mark-normalN monitoring-mark-unflagged-",
                        "停运", "monitoring-mark-stoppedF",
                        "校准核查", "monitoring-mark-calibrationC",
                        "不判限值", "monitoring-mark-lighting monitoring-mark-quenching",
                        "无效",
                                "monitoring-mark-maintenanceM monitoring-mark-manualS monitoring-mark-faultD"
                                        + " monitoring-mark-over-rangeT monitoring-mark-no-communicationB"));
        assertThat(rules.entered(2026).stream().map(Mark::word))
                .containsExactly("正常", "停运", "维护", "故障", "校准", "启炉", "停炉");
    }

    @Test
    void pollutantsAreConvertedAndBecomeFactsAsTheyShould() {
        assertThat(rules.substances().stream()
                        .filter(substance -> !substance.element().isEmpty())
                        .map(substance -> substance.factor()
                                + substance.element().replace("pollutant.emission.monitored.", " ")
                                + (substance.converted() ? " 折算" : "")))
                .containsExactly(
                        "a34013 pm 折算",
                        "a21026 so2 折算",
                        "a21002 nox 折算",
                        "a24088 nmhc",
                        "w01018 cod",
                        "w21003 nh3n",
                        "w21001 tn",
                        "w21011 tp");
    }

    private String hourly(String set) {
        return rules.limits().stream()
                        .filter(limit -> limit.set().equals(set))
                        .map(limit -> limit.factor() + (limit.window() == Window.DAY ? " 日 " : " ") + limit.inWords())
                        .collect(Collectors.joining("，"))
                + rules.limits().stream()
                        .filter(limit -> limit.set().equals(set))
                        .map(limit -> limit.oxygen())
                        .distinct()
                        .map(percent -> percent == null ? "" : " @" + percent)
                        .collect(Collectors.joining());
    }

    /** As far as they were found or are remembered: shared note on monitoring, 7. */
    @Test
    void limitsAreThoseOfTheStandards() {
        assertThat(hourly("GB 13223-2011 燃煤锅炉（新建）")).isEqualTo("a34013 30，a21026 100，a21002 100 @6");
        assertThat(hourly("GB 13223-2011 燃煤锅炉（现有）")).isEqualTo("a34013 30，a21026 200，a21002 100 @6");
        assertThat(hourly("GB 13223-2011 燃煤锅炉（特别排放限值）")).isEqualTo("a34013 20，a21026 50，a21002 100 @6");
        assertThat(hourly("燃煤电厂超低排放")).isEqualTo("a34013 10，a21026 35，a21002 50 @6");
        assertThat(hourly("GB 13223-2011 燃气锅炉")).isEqualTo("a34013 5，a21026 35，a21002 100 @3");
        assertThat(hourly("GB 13223-2011 燃气轮机组")).isEqualTo("a21002 50 @15");
        assertThat(hourly("GB 13271-2014 燃煤锅炉（新建）")).isEqualTo("a34013 50，a21026 300，a21002 300 @9");
        assertThat(hourly("GB 13271-2014 燃煤锅炉（特别排放限值）")).isEqualTo("a34013 30，a21026 200，a21002 200 @9");
        assertThat(hourly("GB 13271-2014 燃气锅炉（新建）")).isEqualTo("a34013 20，a21026 50，a21002 200 @3.5");
        assertThat(hourly("GB 13271-2014 燃气锅炉（特别排放限值）")).isEqualTo("a34013 20，a21026 50，a21002 150 @3.5");
        assertThat(hourly("GB 4915-2013 水泥窑")).isEqualTo("a34013 30，a21026 200，a21002 400 @10");
        assertThat(hourly("GB 4915-2013 水泥窑（特别排放限值）")).isEqualTo("a34013 20，a21026 100，a21002 320 @10");
        assertThat(hourly("水泥窑超低排放")).isEqualTo("a34013 10，a21026 35，a21002 50 @10");
        assertThat(hourly("DB41/1953-2020 水泥窑（河南）")).isEqualTo("a34013 10，a21026 35，a21002 100 @10");
        assertThat(hourly("烧结机头超低排放")).isEqualTo("a34013 10，a21026 35，a21002 50 @16");
        assertThat(hourly("GB 18485-2014 生活垃圾焚烧炉"))
                .isEqualTo("a34013 30，a21026 100，a21002 300，a21024 60，a21005 100，"
                        + "a34013 日 20，a21026 日 80，a21002 日 250，a21024 日 50，a21005 日 80 @11");
        assertThat(hourly("GB 18918-2002 一级A"))
                .isEqualTo("w01018 日 50，w21003 日 5，w21001 日 15，w21011 日 0.5，w01001 日 6～9");
        assertThat(hourly("GB 18918-2002 一级B")).isEqualTo("w01018 日 60，w21003 日 8，w21001 日 20，w21011 日 1，w01001 日 6～9");
        assertThat(rules.limits()).hasSize(63);
    }

    @Test
    void wrongRowsAreRefusedEachWithItsPlace(@TempDir Path folder) throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        change(folder, "monitoring-parameters.csv", ",废水,valid-minutes,45,", ",废水,valid-minutes,45.5,");
        change(folder, "monitoring-parameters.csv", ",废水,marked-until,12,", ",废水,marked-til,12,");
        change(folder, "monitoring-marks.csv", ",维护,M,无效,", ",维护,N,无效,");
        change(folder, "monitoring-factors.csv", ",a21026,废气,污染物,", ",a21026,废汽,污染物,");
        change(folder, "monitoring-factors.csv", "monitored.cod", "monitored.dco");
        change(folder, "emission-limits.csv", ",a21002,小时,,50,15,", ",a99999,小时,,-50,15,");
        assertThatThrownBy(() -> RulesFolder.read(folder))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.findings().list().stream()
                                        .map(finding -> finding.fault() + " "
                                                + finding.place().column()))
                                .contains(
                                        "NOT_WHOLE value",
                                        "NOT_ONE_OF parameter",
                                        "EDITIONS_CLASH from",
                                        "NOT_ONE_OF medium",
                                        "UNKNOWN_ELEMENT element",
                                        "NOT_ONE_OF monitored",
                                        "NOT_POSITIVE most")
                                .contains("RULE_WANTED null"));
    }

    private static void change(Path folder, String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void whatIsNotSettledSaysSo() {
        assertThat(List.of("monitoring-gas-valid-hours", "monitoring-gas-marked-until"))
                .allSatisfy(id -> assertThat(rules.rulings().stream()
                                .filter(ruling -> ruling.edition().id().equals(id))
                                .findFirst()
                                .orElseThrow()
                                .edition()
                                .certainty()
                                .settled())
                        .isFalse());
    }
}
