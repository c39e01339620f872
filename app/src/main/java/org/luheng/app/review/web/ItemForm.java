package org.luheng.app.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Relation;
import org.luheng.accounting.Rules;
import org.luheng.accounting.TargetKind;
import org.luheng.app.review.Item;
import org.luheng.app.review.Review;
import org.luheng.files.Region;
import org.luheng.files.Register;

/** The cells of an item as fields with Chinese names, and back. What is wrong with a cell, the reader of the folder says. */
public record ItemForm(List<Field> fields) {
    private static final List<String> LISTS = List.of("lead", "cooperating", "inherited", "place", "targets");
    private static final List<String> CHECKS = List.of("due_inherited", "joint");
    private static final List<String> SHORT =
            List.of("value", "value_to", "unit", "base_year", "base_value", "due", "nature", "modality", "comparator");
    private static final Map<String, String> LABELS = labels();

    /**
     * @param options of a list to choose from; empty: free text
     * @param proposals the text may be one of these, by the id of their list; empty: none
     */
    public record Field(
            String column,
            String label,
            String value,
            List<Option> options,
            boolean check,
            boolean wide,
            String proposals) {}

    public record Option(String value, String words) {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("title", "名称");
        labels.put("indicator", "指标");
        labels.put("kind", "种类");
        labels.put("comparator", "比较");
        labels.put("value", "数值");
        labels.put("value_to", "数值上限（介于）");
        labels.put("unit", "单位");
        labels.put("base_year", "基年");
        labels.put("base_value", "基年值");
        labels.put("due", "期限");
        labels.put("due_inherited", "期限承接上下文");
        labels.put("region", "地区");
        labels.put("scope", "范围");
        labels.put("nature", "性质");
        labels.put("modality", "限定词");
        labels.put("section", "条款");
        labels.put("note", "说明");
        labels.put("summary", "做什么");
        labels.put("lead", "牵头单位");
        labels.put("cooperating", "配合单位");
        labels.put("joint", "没有写谁牵头，共同负责");
        labels.put("inherited", "由上文带来的落实单位");
        labels.put("place", "执行地点");
        labels.put("targets", "服务的目标（编号）");
        return labels;
    }

    /** The name of a column for people; the column itself where it has none. */
    public static String label(String column) {
        return LABELS.getOrDefault(column, column);
    }

    static ItemForm of(Item.Kind kind, Map<String, String> cells, Review review, Rules rules, Register register) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns(kind)) {
            String cell = cells.getOrDefault(column, "");
            fields.add(new Field(
                    column,
                    label(column),
                    shown(column, cell, rules),
                    options(column, cell, review, register),
                    CHECKS.contains(column),
                    !SHORT.contains(column) && !CHECKS.contains(column) && !column.equals("kind"),
                    column.equals("indicator") ? "indicators" : ""));
        }
        return new ItemForm(fields);
    }

    static List<String> columns(Item.Kind kind) {
        return kind == Item.Kind.TARGET
                ? List.of(
                        "title",
                        "indicator",
                        "kind",
                        "comparator",
                        "value",
                        "value_to",
                        "unit",
                        "due",
                        "due_inherited",
                        "base_year",
                        "base_value",
                        "nature",
                        "modality",
                        "region",
                        "scope",
                        "section",
                        "note")
                : List.of(
                        "title",
                        "lead",
                        "cooperating",
                        "joint",
                        "inherited",
                        "summary",
                        "place",
                        "due",
                        "targets",
                        "section",
                        "note");
    }

    private static String shown(String column, String cell, Rules rules) {
        if (column.equals("indicator")) {
            return indicatorName(cell, rules);
        }
        return LISTS.contains(column) ? cell.replace(";", "；") : cell;
    }

    /** Name of an indicator; what the house does not know, as it is printed. */
    static String indicatorName(String code, Rules rules) {
        Indicator indicator = rules.indicator(code);
        return indicator == null ? code.replaceFirst("^\\?", "") : indicator.name();
    }

    private static List<Option> options(String column, String cell, Review review, Register register) {
        List<Option> options = new ArrayList<>(
                switch (column) {
                    case "kind" ->
                        Arrays.stream(TargetKind.values())
                                .map(kind -> new Option(kind.word(), kind.word()))
                                .toList();
                    case "comparator" ->
                        Arrays.stream(Relation.values())
                                .map(relation -> new Option(relation.code(), relation.word()))
                                .toList();
                    case "nature" -> same("", "约束性", "预期性", "参考值", "激励目标");
                    case "modality" -> same("", "力争", "原则上");
                    case "region" -> regions(review.region(), register);
                    case "section" ->
                        review.reading().headings().stream()
                                .map(heading -> new Option(
                                        heading.section(),
                                        heading.section().equals(heading.heading())
                                                ? heading.section()
                                                : heading.section() + " " + heading.heading()))
                                .toList();
                    default -> List.<Option>of();
                });
        boolean offered = options.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(cell));
        if (!offered) {
            options.addFirst(new Option(cell, cell.replaceFirst("^\\?", "")));
        }
        return options;
    }

    private static List<Option> same(String... words) {
        return Arrays.stream(words)
                .map(word -> new Option(word, word.isEmpty() ? "没有写明" : word))
                .toList();
    }

    private static List<Option> regions(String region, Register register) {
        return register.regions().stream()
                .filter(each -> register.isWithin(each.code(), region))
                .map(each -> new Option(each.code(), each.name()))
                .toList();
    }

    /** What was sent, as cells of the folder. */
    static Map<String, String> cells(Item.Kind kind, Map<String, String> sent, Rules rules) {
        Map<String, String> cells = new HashMap<>();
        for (String column : columns(kind)) {
            String value = clean(sent.getOrDefault(column, ""));
            if (CHECKS.contains(column)) {
                cells.put(column, value.isEmpty() ? "" : "是");
            } else if (LISTS.contains(column)) {
                cells.put(column, list(value));
            } else if (column.equals("indicator")) {
                cells.put(column, code(value, rules));
            } else {
                cells.put(column, value);
            }
        }
        return cells;
    }

    private static String code(String name, Rules rules) {
        return rules.indicators().values().stream()
                .filter(indicator -> indicator.name().equals(name))
                .map(Indicator::code)
                .findFirst()
                .orElseGet(() -> rules.indicator(name) != null || name.isEmpty() ? name : "?" + name);
    }

    static String list(String value) {
        return Arrays.stream(value.split("[;；、，,]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(";"));
    }

    /** In one line, without what cannot be seen. */
    static String clean(String text) {
        return text.codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .map(character -> Character.isISOControl(character) || character == 0x2028 || character == 0x2029
                        ? ' '
                        : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    static String regionName(String code, Register register) {
        Region region = register.region(code);
        return region == null
                ? code.replaceFirst("^\\?", "")
                : Objects.requireNonNull(region).name();
    }
}
