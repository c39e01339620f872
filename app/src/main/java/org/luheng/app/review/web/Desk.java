package org.luheng.app.review.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.accounting.TargetKind;
import org.luheng.app.review.Board;
import org.luheng.app.review.Entry;
import org.luheng.app.review.Item;
import org.luheng.app.review.Likely;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Register;
import org.springframework.stereotype.Component;

/** Lays a review out for its page. */
@Component
class Desk {
    private static final int PROPOSED = 6;

    private final Rules rules;
    private final Register register;
    private final Likely likely;

    Desk(Rules rules, Register register, Likely likely) {
        this.rules = rules;
        this.register = register;
        this.likely = likely;
    }

    List<Row> rows(Board board) {
        return board.docket().all().stream()
                .map(entry -> Row.of(board, entry, register))
                .toList();
    }

    /** @param mode {@code correct} or {@code reject}, anything else: it is shown */
    Panel panel(Board board, Entry entry, String mode) {
        boolean correcting = mode.equals("correct") && entry.item().kind() != Item.Kind.DOUBT;
        List<Finding> faults = board.faults(entry);
        return new Panel(
                board.review().id(),
                entry,
                quote(board, entry.item().from(), entry.item().to()),
                details(board, entry),
                faults,
                agencies(board, faults),
                indicators(entry, faults),
                correcting ? ItemForm.of(entry.item().kind(), entry.cells(), board.review(), rules, register) : null,
                null,
                mode.equals("reject"),
                List.of());
    }

    /** A form that holds what was sent, whatever is wrong with it. */
    Panel corrected(Board board, Entry entry, Map<String, String> cells) {
        Panel shown = panel(board, entry, "");
        return new Panel(
                shown.review(),
                entry,
                shown.quote(),
                shown.details(),
                shown.faults(),
                Map.of(),
                Map.of(),
                ItemForm.of(entry.item().kind(), cells, board.review(), rules, register),
                null,
                false,
                List.of());
    }

    Panel adding(Board board, Panel.Added added, Map<String, String> cells) {
        return new Panel(
                board.review().id(),
                null,
                "",
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                ItemForm.of(added.kind(), cells, board.review(), rules, register),
                added,
                false,
                List.of());
    }

    static String quote(Board board, int from, int to) {
        String text = board.review().reading().text();
        int characters = text.codePointCount(0, text.length());
        return from < 0 || to <= from || to > characters
                ? ""
                : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private Map<String, String> details(Board board, Entry entry) {
        Map<String, String> details = new LinkedHashMap<>();
        if (entry.item().kind() == Item.Kind.DOUBT) {
            return details;
        }
        for (ItemForm.Field field : ItemForm.of(entry.item().kind(), entry.cells(), board.review(), rules, register)
                .fields()) {
            String words = field.options().stream()
                    .filter(option -> option.value().equals(field.value()))
                    .map(ItemForm.Option::words)
                    .findFirst()
                    .orElse(field.value());
            if (!field.value().isEmpty()) {
                details.put(field.label(), words);
            }
        }
        return details;
    }

    private Map<String, List<String>> agencies(Board board, List<Finding> faults) {
        Map<String, List<String>> agencies = new LinkedHashMap<>();
        faults.stream()
                .filter(finding -> finding.fault() == Fault.UNKNOWN_AGENCY)
                .forEach(finding -> agencies.computeIfAbsent(
                        finding.value(),
                        printed -> likely.agencies(board.review().region(), printed)));
        return agencies;
    }

    private Map<String, String> indicators(Entry entry, List<Finding> faults) {
        Map<String, String> indicators = new LinkedHashMap<>();
        TargetKind kind = TargetKind.of(entry.cell("kind"));
        if (kind != null && faults.stream().anyMatch(finding -> finding.fault() == Fault.UNKNOWN_INDICATOR)) {
            likely.indicators(entry.cell("title"), kind, entry.cell("unit"), PROPOSED)
                    .forEach(each -> indicators.put(each.code(), named(each)));
        }
        return indicators;
    }

    private static String named(Indicator indicator) {
        return indicator.name() + (indicator.unit().isEmpty() ? "" : "（" + indicator.unit() + "）");
    }

    /** Names with their units, by which an indicator is chosen. */
    Map<String, String> indicatorNames() {
        Map<String, String> names = new TreeMap<>();
        rules.indicators().values().forEach(each -> names.putIfAbsent(each.name(), each.unit()));
        return names;
    }

    /** Agencies of the place and of those above it. */
    List<String> agencyNames(String region) {
        List<String> names = new ArrayList<>();
        register.agencies().stream()
                .filter(agency -> register.isWithin(region, agency.jurisdiction()))
                .sorted(Comparator.comparing(agency -> !agency.jurisdiction().equals(region)))
                .forEach(agency -> names.add(Objects.requireNonNull(agency).name()));
        return names;
    }

    /** For new items: in the clause around their words, for the whole place, for the period of the plan. */
    Map<String, String> blank(Board board, Item.Kind kind, int from, int to) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("section", likely.section(board.review(), from, to));
        if (kind == Item.Kind.TARGET) {
            Integer last = board.review().reading().title().to();
            cells.put("kind", TargetKind.LEVEL.word());
            cells.put("comparator", ">=");
            cells.put("due", last == null ? "" : last.toString());
            cells.put("region", board.review().region());
        }
        return cells;
    }

    Map<String, String> cells(Item.Kind kind, Map<String, String> sent) {
        return ItemForm.cells(kind, sent, rules);
    }
}
