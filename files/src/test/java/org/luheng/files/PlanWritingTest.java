package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Plan;

/** A plan that is written as a folder and read again is the same plan. */
class PlanWritingTest {
    private static PlanFolder again(PlanFolder folder) {
        return PlanFolder.read(folder.plan().id(), folder.text(), House.RULES, House.REGISTER);
    }

    private static PlanFolder titled(PlanFolder folder, String title, String shortTitle, String number) {
        Plan plan = folder.plan();
        return new PlanFolder(
                new Plan(
                        plan.id(),
                        title,
                        shortTitle,
                        plan.region(),
                        plan.divides(),
                        plan.firstYear(),
                        plan.lastYear(),
                        plan.baseYear(),
                        plan.pathForm(),
                        plan.totalAdjusts(),
                        plan.totalExempt(),
                        plan.scheme(),
                        plan.targets(),
                        plan.hash()),
                number,
                folder.issuer(),
                null,
                folder.office(),
                folder.document(),
                folder.options(),
                folder.follows(),
                folder.clauses(),
                folder.tasks(),
                folder.sums(),
                folder.places(),
                folder.notices());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengzhou-14fyp", "zhengzhou-eco-14fyp", "erqi-2015", "fuzhou-14fyp", "yuncheng-14fyp"})
    void everyShippedPlanComesBackAsItWas(String id) {
        PlanFolder shipped = House.plan(id);
        PlanFolder again = again(shipped);

        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("plan.hash", "places", "notices", "sums")
                .isEqualTo(shipped);
        assertThat(again.sums()).hasSameSizeAs(shipped.sums());
        assertThat(again.plan().hash())
                .as("the edition is named by what was written")
                .isEqualTo(shipped.text().sha256());
        assertThat(again.text()).as("one form for one plan").isEqualTo(shipped.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "2025",
                "a: b",
                "- 甲",
                "#甲",
                "“甲”,'乙' \"丙\"",
                "{甲}",
                "[乙]",
                "null",
                "&甲 *乙 !丙 %丁 @戊",
                "1.0e3"
            })
    void whatMeansSomethingToYamlIsStillATitle(String title) {
        PlanFolder again = again(titled(House.plan("fuzhou-14fyp"), title, title, title));

        assertThat(again.plan().title()).isEqualTo(title);
        assertThat(again.plan().shortTitle()).isEqualTo(title);
        assertThat(again.number()).isEqualTo(title);
        assertThat(again.issued()).isNull();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        SequencedMap<String, String> texts =
                new LinkedHashMap<>(House.plan("fuzhou-14fyp").text().texts());
        texts.remove("tasks.csv");

        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> PlanFolder.read("fuzhou-14fyp", new FolderText(texts), House.RULES, House.REGISTER));

        assertThat(refused.findings().list())
                .extracting(Finding::fault, finding -> finding.place().inWords())
                .contains(tuple(Fault.MISSING_FILE, "plans/fuzhou-14fyp/tasks.csv"));
    }

    @Test
    void aFolderHoldsWhatItsPlanIsCalled() {
        FolderText text = House.plan("fuzhou-14fyp").text();

        Refused refused = catchThrowableOfType(
                Refused.class, () -> PlanFolder.read("another", text, House.RULES, House.REGISTER));

        assertThat(refused.findings().list()).extracting(Finding::fault).containsExactly(Fault.ID_NOT_FOLDER);
        assertThat(Map.copyOf(text.texts()).keySet())
                .containsExactlyInAnyOrderElementsOf(List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv"));
    }
}
