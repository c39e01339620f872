package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.accounting.PathForm;
import org.luheng.files.Proof.PublishedLight;
import org.luheng.files.Proof.Verdict;

/** What governments published comes out of what they published. */
class ProofTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Proof proof = ProofFolder.read(House.ROOT.resolve("proof"), House.RULES, House.REGISTER);
    private final Calculations calculations = Calculations.of(House.RULES_FOLDER, House.REGISTER, List.of());

    private List<Proof.Proven> proven(LocalDate asOf, PathForm form) {
        return proof.proven(House.RULES, calculations, asOf, form, null);
    }

    private Proof.Proven proven(String id, LocalDate asOf, PathForm form) {
        return proven(asOf, form).stream()
                .filter(each -> each.proofCase().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedFigureWithInputsAgrees() {
        return proven(TODAY, PathForm.GEOMETRIC).stream()
                .filter(each -> each.proofCase().way() != ProofCase.Way.NONE)
                .map(each -> DynamicTest.dynamicTest(
                        each.proofCase().title() + "（" + each.proofCase().source() + "）",
                        () -> assertThat(each.verdict())
                                .as(
                                        "%s published %s",
                                        each.figure(), each.proofCase().published())
                                .isEqualTo(Verdict.AGREES)));
    }

    @Test
    void nothingIsClaimedWhereOnlyTheResultWasPublished() {
        assertThat(proven(TODAY, PathForm.GEOMETRIC))
                .filteredOn(each -> each.proofCase().way() == ProofCase.Way.NONE)
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.verdict()).isEqualTo(Verdict.NO_INPUTS);
                    assertThat(each.figure()).isNull();
                    assertThat(each.difference()).isNull();
                });
    }

    @Test
    void chongqingsYearlySplitIsNotTheStraightOne() {
        Proof.Proven straight = proven("split-500000", TODAY, PathForm.LINEAR);
        assertThat(straight.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(straight.difference()).isEqualByComparingTo("0.17");
    }

    @Test
    void beforeTheBulletinNothingIsComputed() {
        Proof.Proven early = proven("intensity-2020-000000", LocalDate.of(2021, 2, 27), PathForm.GEOMETRIC);
        assertThat(early.verdict()).isEqualTo(Verdict.NOT_COMPUTED);
        assertThat(early.figure()).isNotNull();
        assertThat(proven("intensity-2020-000000", LocalDate.of(2021, 2, 28), PathForm.GEOMETRIC)
                        .verdict())
                .isEqualTo(Verdict.AGREES);
    }

    /** 发改办环资〔2021〕629号: 30 provinces, Tibet absent; 9, 10 and 11 by intensity, 8, 5 and 17 by total. */
    @Test
    void lightsOfTheFirstHalfOf2021AreAllThereAndTwoForEachProvince() {
        List<PublishedLight> half = proof.lights().stream()
                .filter(light -> light.release().equals("h1-2021"))
                .toList();
        assertThat(half).hasSize(30).noneMatch(light -> light.region().equals("540000"));
        Map<Integer, Long> intensity =
                half.stream().collect(Collectors.groupingBy(PublishedLight::intensity, Collectors.counting()));
        assertThat(intensity).isEqualTo(Map.of(1, 9L, 2, 10L, 3, 11L));
        Map<Integer, Long> total = half.stream()
                .collect(Collectors.groupingBy(
                        light -> java.util.Objects.requireNonNull(light.total()), Collectors.counting()));
        assertThat(total).isEqualTo(Map.of(1, 8L, 2, 5L, 3, 17L));
        assertThat(half).as("two lights that do not follow from each other").anySatisfy(light -> {
            assertThat(light.region()).isEqualTo("420000");
            assertThat(light.intensity()).isEqualTo(3);
            assertThat(light.total()).isEqualTo(1);
        });
    }

    @Test
    void aFaultyFolderIsRefusedWithEveryFault(@TempDir Path temp) throws IOException {
        Files.writeString(
                temp.resolve("cases.csv"),
                "id,title,region,way,indicator,period,published,unit,tolerance,fall,base_year,due,calculation,whose,note,source,certainty\n"
                        + "a,甲,999999,figure,energy.intensity.change,2020,x,%,0.1,,,,,,为什么,谁,found\n"
                        + "b,乙,000000,guess,energy.intensity.change,二〇,1,%,0.1,,,,,,为什么,谁,sure\n");
        Files.writeString(temp.resolve("lights.csv"), "release,region,period,intensity,total,source,certainty\n");
        assertThatThrownBy(() -> ProofFolder.read(temp, House.RULES, House.REGISTER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("published 列")
                .hasMessageContaining("region 列")
                .hasMessageContaining("way 列")
                .hasMessageContaining("period 列")
                .hasMessageContaining("certainty 列");
    }
}
