package org.luheng.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.files.RowChange.Kind;

/** Compares two editions of the rules row by row; the order of rows is no difference. */
public final class RuleChanges {
    /** Beyond that many differing rows of a file nobody asks which became which. */
    private static final int MOST_PAIRED = 1000;

    private RuleChanges() {}

    /** In the order of the files; within one what was removed and changed first, as it stood, then what was added. */
    public static List<RowChange> between(FolderText before, FolderText after) {
        Set<String> files = new LinkedHashSet<>(after.texts().keySet());
        files.addAll(before.texts().keySet());
        List<RowChange> changes = new ArrayList<>();
        for (String file : files) {
            List<Map<String, String>> gone = rows(before.texts().get(file));
            List<Map<String, String>> come = rows(after.texts().get(file));
            List<Map<String, String>> kept = new ArrayList<>(gone);
            without(gone, come);
            without(come, kept);
            compare(file, gone, come, changes);
        }
        return changes;
    }

    /** Each row of the others takes away one of the same content. */
    private static void without(List<Map<String, String>> rows, Collection<Map<String, String>> others) {
        Map<Map<String, String>, Integer> left = new LinkedHashMap<>();
        others.forEach(row -> left.merge(row, 1, Integer::sum));
        rows.removeIf(
                row -> left.computeIfPresent(row, (same, count) -> count - 1) instanceof Integer count && count >= 0);
    }

    private static void compare(
            String file, List<Map<String, String>> gone, List<Map<String, String>> come, List<RowChange> changes) {
        List<Map<String, String>> added = new ArrayList<>(come);
        boolean pairs = gone.size() <= MOST_PAIRED && come.size() <= MOST_PAIRED;
        for (Map<String, String> row : gone) {
            Map<String, String> now = pairs ? likest(row, added) : null;
            if (now == null) {
                changes.add(new RowChange(file, Kind.REMOVED, key(row), RowChange.differing(row, Map.of())));
            } else {
                added.remove(now);
                changes.add(new RowChange(file, Kind.CHANGED, key(now), RowChange.differing(row, now)));
            }
        }
        for (Map<String, String> row : added) {
            changes.add(new RowChange(file, Kind.ADDED, key(row), RowChange.differing(Map.of(), row)));
        }
    }

    /** The row that shares most with it, of those of the same first cell; of others it has to be more than half. */
    private static @Nullable Map<String, String> likest(Map<String, String> row, List<Map<String, String>> others) {
        Map<String, String> best = null;
        int most = -1;
        for (Map<String, String> other : others) {
            int same = (int) row.entrySet().stream()
                    .filter(cell -> cell.getValue().equals(other.get(cell.getKey())))
                    .count();
            if (key(row).equals(key(other))) {
                same += row.size();
            } else if (2 * same <= row.size()) {
                continue;
            }
            if (same > most) {
                most = same;
                best = other;
            }
        }
        return best;
    }

    private static String key(Map<String, String> row) {
        return row.isEmpty() ? "" : row.values().iterator().next();
    }

    /** By column; none where there is no such file. */
    private static List<Map<String, String>> rows(@Nullable String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (text == null) {
            return rows;
        }
        List<String> columns = new ArrayList<>();
        try (var records = Table.strict().ofCsvRecord(text)) {
            records.forEach(line -> {
                if (columns.isEmpty()) {
                    columns.addAll(line.getFields());
                    return;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int at = 0; at < columns.size() && at < line.getFieldCount(); at++) {
                    row.put(columns.get(at), line.getField(at));
                }
                rows.add(row);
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }
}
