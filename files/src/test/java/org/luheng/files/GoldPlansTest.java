package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Target;

/** The two plans that were read by hand: ours agree row by row, by the rule of the hand reading's own README. */
class GoldPlansTest {
    private record Row(
            String section,
            String indicator,
            String comparator,
            String value,
            String unit,
            String due,
            String scope,
            String base,
            String modality) {}

    @ParameterizedTest
    @ValueSource(strings = {"fuzhou-14fyp", "yuncheng-14fyp"})
    void targetsAgreeRowByRow(String id) throws IOException {
        List<Target> left = new ArrayList<>(House.plan(id).plan().targets());
        List<Row> unmatched = new ArrayList<>();
        for (Row row : targets(id)) {
            Target match = left.stream()
                    .filter(target -> agrees(row, target))
                    .findFirst()
                    .orElse(null);
            if (match == null) {
                unmatched.add(row);
            } else {
                left.remove(match);
            }
        }
        assertThat(unmatched).as("in the hand reading, not in ours").isEmpty();
        assertThat(left).as("in ours, not in the hand reading").isEmpty();
    }

    private static List<Row> targets(String id) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : lines(id + ".targets.tsv")) {
            String[] cell = line.split("\t", -1);
            rows.add(new Row(cell[0], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9]));
        }
        return rows;
    }

    private static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(House.shared("gold/" + file));
        return lines.subList(1, lines.size());
    }

    private static boolean agrees(Row row, Target target) {
        return row.section().equals(target.section())
                && row.comparator().equals(target.relation().code())
                && sameValue(row, target)
                && sameUnit(row.unit(), target.unit())
                && sameDue(row.due(), target)
                && sameBase(row.base(), target)
                && row.modality().equals(target.modality())
                && sameScope(row.scope(), target.scope())
                && (sameName(row.indicator(), target.title()) || sameName(row.indicator(), indicatorName(target)));
    }

    private static String indicatorName(Target target) {
        Indicator indicator = House.RULES.indicator(target.indicator());
        return indicator == null ? "" : indicator.name();
    }

    private static boolean sameValue(Row row, Target target) {
        BigDecimal value = target.value();
        if (row.value().isEmpty() || value == null) {
            return row.value().isEmpty() && value == null;
        }
        return row.value().matches("[0-9.]+")
                ? new BigDecimal(row.value()).compareTo(value) == 0
                : row.value().startsWith(Target.className(value));
    }

    private static boolean sameUnit(String printed, String unit) {
        return printed.equals(unit) || House.RULES.units().convert(BigDecimal.ONE, printed, unit) != null;
    }

    private static boolean sameDue(String printed, Target target) {
        return switch (printed) {
            case "" -> target.dueInherited();
            case "十四五" -> target.due().text().equals("2021/2025");
            default -> printed.equals(target.due().text());
        };
    }

    private static boolean sameBase(String printed, Target target) {
        Integer base = target.baseYear();
        return printed.isEmpty() ? base == null : base != null && printed.equals(base.toString());
    }

    private static boolean sameScope(String printed, String scope) {
        return printed.isEmpty() || scope.isEmpty() ? printed.equals(scope) : sameName(printed, scope);
    }

    private static boolean sameName(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && 2 * common(one, other) >= Math.min(one.length(), other.length());
    }

    /** Length of the longest common subsequence. */
    private static int common(String one, String other) {
        int[][] length = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                length[i][j] = one.charAt(i - 1) == other.charAt(j - 1)
                        ? length[i - 1][j - 1] + 1
                        : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        return length[one.length()][other.length()];
    }

    @ParameterizedTest
    @ValueSource(strings = {"fuzhou-14fyp", "yuncheng-14fyp"})
    void responsibilitiesAgreeBySectionUnitAndRole(String id) throws IOException {
        Map<String, Set<String>> printed = new LinkedHashMap<>();
        for (String line : lines(id + ".responsibilities.tsv")) {
            String[] cell = line.split("\t", -1);
            printed.put(cell[0], roles(List.of(cell[1].split(";")), cell.length > 2 ? cell[2] : ""));
        }
        Map<String, Set<String>> ours = new LinkedHashMap<>();
        for (Task task : House.plan(id).tasks()) {
            String cooperating = String.join(
                    ";", task.cooperating().stream().map(Unit::printed).toList());
            ours.put(
                    task.section(),
                    roles(task.lead().stream().map(Unit::printed).toList(), cooperating));
        }
        assertThat(ours).isEqualTo(printed);
    }

    private static Set<String> roles(List<String> lead, String cooperating) {
        Set<String> roles = new LinkedHashSet<>();
        lead.forEach(unit -> roles.add("牵头 " + unit));
        if (!cooperating.isBlank()) {
            List.of(cooperating.split(";")).forEach(unit -> roles.add("配合 " + unit));
        }
        return roles;
    }
}
