package org.luheng.reader;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well a reading agrees with one made by hand, by the rules beside the hand reading: targets match on section, value, unit and
 * name (longest common subsequence at least half of the shorter one); responsibilities on section, unit and role.
 */
final class Score {
    /** A row of the hand reading; columns as in its file. */
    record Row(
            String section,
            String indicator,
            String comparator,
            String value,
            String unit,
            String due,
            String scope,
            String baseline,
            String modality) {
        static Row of(String line) {
            String[] cell = line.split("\t", -1);
            return new Row(cell[0], cell[2], cell[3], cell[4], cell[5], cell[6], cell[7], cell[8], cell[9]);
        }

        boolean isNumeric() {
            return !comparator.equals("done") && !value.isEmpty();
        }
    }

    final List<String> misses = new ArrayList<>();

    /** 漏读, 多读 and so on, how often. */
    final Map<String, Integer> kinds = new TreeMap<>();

    int wanted;
    int given;
    int matched;
    int dueRight;
    int comparatorRight;
    int roles;
    int rolesGiven;
    int rolesMatched;

    void targets(List<String> lines, Reading reading) {
        List<Target> left = new ArrayList<>(reading.targets().stream()
                .filter(target -> target.value() != null)
                .toList());
        given += left.size();
        for (String line : lines) {
            Row row = Row.of(line);
            if (!row.isNumeric()) {
                continue;
            }
            wanted++;
            Target best = null;
            for (Target target : left) {
                if (agrees(row, target) && (best == null || better(row, target, best))) {
                    best = target;
                }
            }
            if (best == null) {
                miss(
                        "missing",
                        row.section() + " " + row.indicator() + " " + row.comparator() + row.value() + row.unit());
                continue;
            }
            left.remove(best);
            matched++;
            if (sameDue(row.due(), best)) {
                dueRight++;
            } else {
                miss(
                        "due",
                        row.section() + " " + row.indicator() + ": " + row.due() + " read as " + best.due()
                                + (best.dueInherited() ? " (inherited)" : ""));
            }
            if (row.comparator().equals(best.comparator().code())) {
                comparatorRight++;
            } else {
                miss(
                        "comparator",
                        row.section() + " " + row.indicator() + ": " + row.comparator() + " read as "
                                + best.comparator().code());
            }
        }
        for (Target target : left) {
            miss(
                    "too much",
                    target.section() + " " + target.indicator() + " "
                            + target.comparator().code() + target.value() + target.unit() + " | "
                            + target.quote().text().replaceAll("\\s", ""));
        }
    }

    private static boolean better(Row row, Target one, Target other) {
        boolean scope = row.scope().equals(one.scope());
        boolean otherScope = row.scope().equals(other.scope());
        if (scope != otherScope) {
            return scope;
        }
        return common(row.indicator(), one.indicator()) > common(row.indicator(), other.indicator());
    }

    private static boolean agrees(Row row, Target target) {
        return plain(row.section()).equals(plain(target.section()))
                && sameValue(row.value(), target)
                && unit(row.unit()).equals(unit(target.unit()))
                && 2 * common(row.indicator(), target.indicator())
                        >= Math.min(row.indicator().length(), target.indicator().length());
    }

    private static boolean sameValue(String printed, Target target) {
        String value = target.value();
        if (value == null) {
            return false;
        }
        String read = target.valueTo() == null ? value : value + "-" + target.valueTo();
        try {
            return new BigDecimal(printed).compareTo(new BigDecimal(read)) == 0;
        } catch (NumberFormatException noNumber) {
            return printed.equals(read);
        }
    }

    private static String unit(String unit) {
        return unit.replace("％", "%").replace("百分之", "%").replaceAll("\\s", "");
    }

    private static boolean sameDue(String printed, Target target) {
        String due = target.due() == null ? "" : target.due();
        return switch (printed) {
            // The sentence states none: whatever the context gives is right.
            case "" -> due.isEmpty() || target.dueInherited();
            case "十一五" -> due.equals("2006/2010");
            case "十四五" -> due.equals("2021/2025");
            case "十五五" -> due.equals("2026/2030");
            // 2026-2028 is a period, 2026-03 a month; the hand reading has no days.
            default ->
                printed.replaceAll("(\\d{4})-(\\d{4})", "$1/$2")
                        .equals(due.matches("\\d{4}-\\d{2}-\\d{2}") ? due.substring(0, 7) : due);
        };
    }

    void responsibilities(List<String> lines, Reading reading) {
        Set<String> printed = new LinkedHashSet<>();
        for (String line : lines) {
            String[] cell = line.split("\t", -1);
            roles(plain(cell[0]), List.of(cell[1].split(";")), "牵头", printed);
            roles(plain(cell[0]), List.of((cell.length > 2 ? cell[2] : "").split(";")), "配合", printed);
        }
        Set<String> read = new LinkedHashSet<>();
        for (Responsibility one : reading.responsibilities()) {
            roles(plain(one.section()), one.lead(), "牵头", read);
            roles(plain(one.section()), one.cooperating(), "配合", read);
        }
        roles += printed.size();
        rolesGiven += read.size();
        for (String role : printed) {
            if (read.contains(role)) {
                rolesMatched++;
            } else {
                miss("role missing", role);
            }
        }
        read.stream().filter(role -> !printed.contains(role)).forEach(role -> miss("role too much", role));
    }

    private static void roles(String section, List<String> units, String role, Set<String> into) {
        for (String unit : units) {
            if (!unit.isBlank()) {
                into.add(section + " " + role + " " + plain(unit.strip()));
            }
        }
    }

    /** Brackets of all kinds alike. */
    private static String plain(String words) {
        return words.replace('〔', '（').replace('〕', '）');
    }

    double targetsF1() {
        return f1(matched, given, wanted);
    }

    double responsibilitiesF1() {
        return f1(rolesMatched, rolesGiven, roles);
    }

    double dueShare() {
        return matched == 0 ? 0 : (double) dueRight / matched;
    }

    private void miss(String kind, String what) {
        kinds.merge(kind, 1, Integer::sum);
        misses.add("  %-14s %s".formatted(kind, what));
    }

    /** Adds another plan to this. */
    void with(Score other) {
        wanted += other.wanted;
        given += other.given;
        matched += other.matched;
        dueRight += other.dueRight;
        comparatorRight += other.comparatorRight;
        roles += other.roles;
        rolesGiven += other.rolesGiven;
        rolesMatched += other.rolesMatched;
        other.kinds.forEach((kind, times) -> kinds.merge(kind, times, Integer::sum));
    }

    private static double f1(int matched, int given, int wanted) {
        return given + wanted == 0 ? 1 : 2.0 * matched / (given + wanted);
    }

    String inWords(String name) {
        return String.format(
                "%s: targets %d of %d, %d read, F1 %.4f; due %.4f; comparator %.4f; responsibilities %d of %d, %d read, F1 %.4f%n%s",
                name,
                matched,
                wanted,
                given,
                targetsF1(),
                dueShare(),
                matched == 0 ? 0.0 : (double) comparatorRight / matched,
                rolesMatched,
                roles,
                rolesGiven,
                responsibilitiesF1(),
                String.join("\n", misses));
    }

    /** Length of the longest common subsequence. */
    static int common(String one, String other) {
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
}
