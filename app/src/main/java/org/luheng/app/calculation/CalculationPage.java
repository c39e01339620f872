package org.luheng.app.calculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;
import org.luheng.app.page.Frame;
import org.luheng.files.Calculation;
import org.luheng.files.Fault;
import org.luheng.files.Finding;

/**
 * One kind of calculation with a table in its form and what came out of it.
 *
 * @param table as it was given or pasted; empty after a file
 * @param example whether that is the example
 * @param calculated null where the table as a whole was refused
 * @param refused why it was
 */
public record CalculationPage(
        Frame frame,
        Calculation calculation,
        String table,
        boolean example,
        Calculation.@Nullable Calculated calculated,
        String refused) {
    /** Figures that the page shows with how they came about; the files have all. */
    static final int SHOWN = 200;

    private static final int NOTICES = 50;

    /** The figures of one enterprise, project or place. */
    public record Group(String name, List<Figure> figures) {}

    public List<Group> groups() {
        if (calculated == null) {
            return List.of();
        }
        Map<String, List<Figure>> groups = calculated.figures().stream()
                .limit(SHOWN)
                .collect(Collectors.groupingBy(Figure::region, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(each -> new Group(calculated.bodies().getOrDefault(each.getKey(), each.getKey()), each.getValue()))
                .toList();
    }

    /** How many figures are in the files only. */
    public int unshown() {
        return calculated == null ? 0 : Math.max(0, calculated.figures().size() - SHOWN);
    }

    public List<Finding> errors() {
        return notices(Fault.Kind.ERROR);
    }

    public List<Finding> hints() {
        return notices(Fault.Kind.NOTICE);
    }

    private List<Finding> notices(Fault.Kind kind) {
        return calculated == null
                ? List.of()
                : calculated.notices().stream()
                        .filter(notice -> (notice.kind() == Fault.Kind.ERROR) == (kind == Fault.Kind.ERROR))
                        .limit(NOTICES)
                        .toList();
    }

    public String name(Figure figure) {
        return calculated == null
                ? figure.indicator()
                : calculated.names().getOrDefault(figure.indicator(), figure.indicator());
    }

    public boolean bracketed() {
        return calculated != null && calculated.figures().stream().anyMatch(Figure::bracketed);
    }
}
