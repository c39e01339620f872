package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.luheng.files.RowChange.Cell;
import org.luheng.files.RowChange.Kind;

class RuleChangesTest {
    private static final String FACTORS = "set,kind,factor\nA,煤,0.7143\nA,油,1.4286\nB,煤,0.7200\n";

    private static FolderText edition(String... filesAndTexts) {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        for (int at = 0; at < filesAndTexts.length; at += 2) {
            texts.put(filesAndTexts[at], filesAndTexts[at + 1]);
        }
        return new FolderText(texts);
    }

    private static List<RowChange> changes(String before, String after) {
        return RuleChanges.between(edition("f.csv", before), edition("f.csv", after));
    }

    @Test
    void aChangedCellIsNamedWithWhatItWasAndIs() {
        assertThat(changes(FACTORS, FACTORS.replace("1.4286", "1.4571")))
                .containsExactly(
                        new RowChange("f.csv", Kind.CHANGED, "A", List.of(new Cell("factor", "1.4286", "1.4571"))));
    }

    @Test
    void rowsAreAddedAndRemovedWhole() {
        assertThat(changes(FACTORS, FACTORS.replace("B,煤,0.7200\n", "") + "C,气,13.3\n"))
                .containsExactly(
                        new RowChange(
                                "f.csv",
                                Kind.REMOVED,
                                "B",
                                List.of(
                                        new Cell("set", "B", ""),
                                        new Cell("kind", "煤", ""),
                                        new Cell("factor", "0.7200", ""))),
                        new RowChange(
                                "f.csv",
                                Kind.ADDED,
                                "C",
                                List.of(
                                        new Cell("set", "", "C"),
                                        new Cell("kind", "", "气"),
                                        new Cell("factor", "", "13.3"))));
    }

    @Test
    void aRenamedRowIsTheSameRowWhereMostOfItIsTheSame() {
        assertThat(changes("id,text,from,to\nold,x,2021,2025\n", "id,text,from,to\nnew,x,2021,2025\n"))
                .extracting(RowChange::kind)
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void orderAndLineEndsAreNoDifference() {
        assertThat(changes(FACTORS, "set,kind,factor\r\nB,煤,0.7200\r\nA,油,1.4286\r\nA,煤,0.7143\r\n"))
                .isEmpty();
        assertThat(edition("f.csv", FACTORS).sha256())
                .isEqualTo(edition("f.csv", FACTORS.replace("\n", "\r\n")).sha256());
    }

    @Test
    void aSecondRowOfTheSameContentIsADifference() {
        assertThat(changes(FACTORS, FACTORS + "B,煤,0.7200\n"))
                .extracting(RowChange::kind)
                .containsExactly(Kind.ADDED);
        assertThat(changes(FACTORS + "B,煤,0.7200\n", FACTORS))
                .extracting(RowChange::kind)
                .containsExactly(Kind.REMOVED);
    }

    @Test
    void aNewFileAndANewColumnAreSeen() {
        assertThat(RuleChanges.between(edition(), edition("f.csv", FACTORS))).hasSize(3);
        assertThat(RuleChanges.between(edition("f.csv", FACTORS), edition())).hasSize(3);
        assertThat(changes("id,text\na,x\n", "id,text,note\na,x,new\n"))
                .containsExactly(new RowChange("f.csv", Kind.CHANGED, "a", List.of(new Cell("note", "", "new"))));
    }

    @Test
    void whatIsKeptIsReadBackWordForWord() {
        FolderText shipped = RulesFolder.read(Path.of("../rules")).edition();
        FolderText again = FolderText.of(shipped.content());

        assertThat(again.sha256()).isEqualTo(shipped.sha256());
        assertThat(again.texts().keySet()).containsExactlyElementsOf(RulesFolder.FILES);
        assertThat(RuleChanges.between(shipped, again)).isEmpty();
        assertThat(RulesFolder.read(Path.of("../rules")).rules().hash()).isEqualTo(shipped.sha256());
    }

    @Test
    void whatIsNoEditionIsRefused() {
        assertThatThrownBy(() -> FolderText.of("half".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FolderText.of("a.csv\nhalf".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is changed turns round: what was added one way was removed the other, never both lost. */
    @Test
    void addedOneWayIsRemovedTheOther() {
        Random random = new Random(212);
        for (int round = 0; round < 500; round++) {
            List<Integer> before = random.ints(random.nextInt(8), 0, 10).boxed().toList();
            List<Integer> after = random.ints(random.nextInt(8), 0, 10).boxed().toList();
            List<RowChange> there = changes(table(before), table(after));
            List<RowChange> back = changes(table(after), table(before));

            assertThat(count(there, Kind.ADDED) - count(there, Kind.REMOVED)).isEqualTo(after.size() - before.size());
            assertThat(count(there, Kind.ADDED)).isEqualTo(count(back, Kind.REMOVED));
            assertThat(there.isEmpty())
                    .isEqualTo(before.stream()
                            .sorted()
                            .toList()
                            .equals(after.stream().sorted().toList()));
        }
    }

    private static String table(List<Integer> rows) {
        StringBuilder text = new StringBuilder("id,square\n");
        rows.forEach(row -> text.append(row % 3).append(',').append(row).append('\n'));
        return text.toString();
    }

    private static long count(List<RowChange> changes, Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
