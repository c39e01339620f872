package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.luheng.files.RowChange.Cell;
import org.luheng.files.RowChange.Kind;

class PlanChangesTest {
    private static final String ID = "fuzhou-14fyp";
    private static final PlanFolder BEFORE = House.plan(ID);

    private static PlanFolder with(String file, UnaryOperator<String> change) {
        return with(BEFORE, file, change);
    }

    private static PlanFolder with(PlanFolder folder, String file, UnaryOperator<String> change) {
        SequencedMap<String, String> texts = new LinkedHashMap<>(folder.text().texts());
        texts.computeIfPresent(file, (name, text) -> change.apply(text));
        return PlanFolder.read(ID, new FolderText(texts), House.RULES, House.REGISTER);
    }

    private static String withoutLine(String text, String start) {
        return String.join(
                "\n", text.lines().filter(line -> !line.startsWith(start)).toList());
    }

    @Test
    void aPlanHasNotChangedAgainstItself() {
        PlanChanges none = PlanChanges.between(BEFORE, BEFORE);

        assertThat(none.changes()).isEmpty();
        assertThat(BEFORE.plan().targets())
                .allSatisfy(target -> assertThat(none.isUnchanged(target.id())).isTrue());
    }

    @Test
    void otherNumbersAndPositionsAreNoChange() {
        // Which targets a task serves is our own reading, by their numbers.
        PlanFolder tasksLost = with("tasks.csv", text -> text.replaceAll("T[0-9]{3}(;T[0-9]{3})*", ""));
        PlanFolder renumbered = with(tasksLost, "targets.csv", text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            for (int at = 1; at < lines.size(); at++) {
                lines.set(at, "T9" + lines.get(at).substring(2));
            }
            String header = lines.removeFirst();
            Collections.reverse(lines);
            lines.addFirst(header);
            return String.join("\n", lines);
        });

        assertThat(PlanChanges.between(tasksLost, BEFORE).changes()).isEmpty();
        PlanChanges changes = PlanChanges.between(BEFORE, renumbered);
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.formerId("T901")).contains("T001");
    }

    @Test
    void aRaisedTargetIsTheSameTargetWithAnotherValue() {
        PlanFolder raised = with("targets.csv", text -> text.replaceFirst("下降,14,", "下降,14.5,"));

        assertThat(PlanChanges.between(BEFORE, raised).changes())
                .containsExactly(
                        new RowChange("targets.csv", Kind.CHANGED, "T001", List.of(new Cell("value", "14", "14.5"))));
        assertThat(PlanChanges.between(BEFORE, raised).isUnchanged("T001")).isFalse();
        assertThat(PlanChanges.between(BEFORE, raised).isUnchanged("T002")).isTrue();
    }

    @Test
    void whatIsNewAndWhatIsGoneIsSaidWhole() {
        PlanFolder less = with("tasks.csv", text -> withoutLine(text, "R02,"));

        PlanChanges gone = PlanChanges.between(BEFORE, less);
        assertThat(gone.changes())
                .extracting(RowChange::file, RowChange::kind, RowChange::key)
                .containsExactly(tuple("tasks.csv", Kind.REMOVED, "R02"));
        PlanChanges come = PlanChanges.between(less, BEFORE);
        assertThat(come.changes())
                .extracting(RowChange::kind, RowChange::key)
                .containsExactly(tuple(Kind.ADDED, "R02"));
        assertThat(come.formerId("R02")).isEmpty();
        assertThat(come.changes().getFirst().cells())
                .extracting(Cell::column)
                .contains("title", "lead")
                .doesNotContain("id", "from", "to");
    }

    @Test
    void whoLeadsIsSaidBeforeAndAfter() {
        PlanFolder other = with("tasks.csv", text -> text.replaceFirst("市发改委;市商务局;", "市商务局;"));

        assertThat(PlanChanges.between(BEFORE, other).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.cells()).extracting(Cell::column).containsExactly("lead");
        });
    }

    @Test
    void ofSeveralAlikeEachHasItsOwnPartner() {
        PlanFolder zhengzhou = House.plan("zhengzhou-14fyp");
        PlanChanges none = PlanChanges.between(zhengzhou, zhengzhou);

        assertThat(zhengzhou.plan().targets())
                .allSatisfy(target -> assertThat(none.formerId(target.id())).contains(target.id()));
        assertThat(PlanChanges.between(zhengzhou, BEFORE).changes())
                .as(
                        "two plans of two cities share nothing that could be a change of one row into another of another place")
                .filteredOn(change -> change.file().equals("targets.csv"))
                .allSatisfy(change -> assertThat(change.kind()).isNotEqualTo(Kind.CHANGED));
    }
}
