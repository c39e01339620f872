package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Target;
import org.luheng.accounting.TargetKind;

class ShippedPlansTest {
    /** Numbers that the documents print as words or as a ratio. */
    private static final Map<String, String> PRINTED_OTHERWISE =
            Map.of("生态保护红线面积不减少", "不减少", "煤炭消费量负增长", "负增长", "公共充电桩与电动汽车比例", "1︰8");

    @ParameterizedTest
    @CsvSource({
        "erqi-2015, 34, 29, 46",
        "fuzhou-14fyp, 44, 22, 27",
        "yuncheng-14fyp, 50, 22, 27",
        "zhengzhou-14fyp, 159, 21, 29",
        "zhengzhou-eco-14fyp, 88, 22, 152"
    })
    void loadsWithoutAFindingAndInFull(String id, int targets, int tasks, int clauses) {
        PlanFolder folder = House.plan(id);
        assertThat(folder.notices()).isEmpty();
        assertThat(folder.plan().targets()).hasSize(targets);
        assertThat(folder.tasks()).hasSize(tasks);
        assertThat(folder.clauses()).hasSize(clauses);
        assertThat(folder.plan().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void everyKindOfTargetExists() {
        assertThat(List.of("erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp", "zhengzhou-14fyp", "zhengzhou-eco-14fyp"))
                .flatMap(id -> House.plan(id).plan().targets())
                .extracting(Target::kind)
                .contains(TargetKind.values());
    }

    @Test
    void annex3OfZhengzhouAddsUpExactly() {
        Map<String, SumCheck> sums = sums("zhengzhou-14fyp");
        Map<String, String> printed = Map.of(
                "pollutant.reduction.cod", "10434",
                "pollutant.reduction.nh3n", "263.0",
                "pollutant.reduction.nox", "19075",
                "pollutant.reduction.vocs", "10327");
        printed.forEach((indicator, total) -> {
            SumCheck sum = Objects.requireNonNull(sums.get(indicator));
            assertThat(sum.parts()).hasSize(16);
            assertThat(sum.sum()).isEqualByComparingTo(total);
            assertThat(sum.difference()).isEqualByComparingTo(BigDecimal.ZERO);
        });
    }

    @Test
    void annex1OfZhengzhouAddsUpTo194ThoughThePlanSetsNoTotal() {
        SumCheck sum = Objects.requireNonNull(sums("zhengzhou-14fyp").get("energy.total.increment"));
        assertThat(sum.total()).isNull();
        assertThat(sum.sum()).isEqualByComparingTo("194");
        assertThat(sum.parts()).hasSize(16);
        assertThat(sum.differs()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"erqi-2015", "zhengzhou-14fyp"})
    void intensityIsNeverAdded(String id) {
        assertThat(sums(id)).doesNotContainKey("energy.intensity");
    }

    private static Map<String, SumCheck> sums(String id) {
        return House.plan(id).sums().stream().collect(Collectors.toMap(SumCheck::indicator, Function.identity()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp", "zhengzhou-14fyp", "zhengzhou-eco-14fyp"})
    void standsWhereItSaysInTheDocument(String id) throws Exception {
        PlanFolder folder = House.plan(id);
        byte[] bytes =
                Files.readAllBytes(House.shared("seeds/" + folder.document().name()));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        int[] text = new String(bytes, StandardCharsets.UTF_8).codePoints().toArray();
        assertThat(folder.document().sha256()).isEqualTo(sha256);
        assertThat(folder.document().characters()).isEqualTo(text.length);
        for (Target target : folder.plan().targets()) {
            String sentence = new String(text, target.from(), target.to() - target.from());
            assertThat(sentence.replace(",", ""))
                    .as(id + " " + target.id() + " " + target.title())
                    .contains(printed(target));
        }
        for (Task task : folder.tasks()) {
            String bracket = new String(text, task.from(), task.to() - task.from());
            assertThat(bracket).as(id + " " + task.id()).isNotBlank();
        }
    }

    /** The number as the document may print it; a deadline prints none. */
    private static String printed(Target target) {
        BigDecimal value = target.value();
        if (value == null) {
            return "";
        }
        String otherwise = PRINTED_OTHERWISE.get(target.title());
        if (otherwise != null) {
            return otherwise;
        }
        return target.kind() == TargetKind.CLASS ? Target.className(value) : value.toPlainString();
    }

    @Test
    void savedAgainWithOtherLineEndsItIsTheSameEdition(@org.junit.jupiter.api.io.TempDir java.nio.file.Path temp)
            throws IOException {
        java.nio.file.Path copy = Files.createDirectories(temp.resolve("fuzhou-14fyp"));
        for (String file : List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv")) {
            String text =
                    Files.readString(House.ROOT.resolve("plans/fuzhou-14fyp").resolve(file));
            Files.writeString(copy.resolve(file), "\uFEFF" + text.replace("\n", "\r\n"));
        }
        assertThat(PlanFolder.read(copy, House.RULES, House.REGISTER).plan().hash())
                .isEqualTo(House.plan("fuzhou-14fyp").plan().hash());
    }
}
