package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the columns of a table are, from the words above them and from what stands in them. */
final class Columns {
    enum Kind {
        NUMBER,
        PLACE,
        YEAR,
        INDICATOR,
        UNIT,
        NATURE,
        BASELINE,
        GOAL,
        CHANGE,
        TASK,
        LEAD,
        RESPONSIBLE,
        COOPERATE,
        DUE,
        NOTE
    }

    private static final String[] TASKS = {"任务", "目标", "工作内容", "举措", "措施", "重点工作", "工作要求", "事项", "建设内容", "主要内容"};
    private static final String[] DEADLINES = {"完成时限", "完成时间", "时限", "完成期限", "时间节点", "时间安排", "进度安排", "完成年限", "时间要求"};

    final List<String> header;
    final List<Kind> kinds = new ArrayList<>();
    final List<TableReader.Row> body;
    private final Times.@Nullable Span plan;

    Columns(List<String> header, List<TableReader.Row> body, Times.@Nullable Span plan) {
        this.header = header;
        this.body = isGrouped(header)
                ? body.stream().map(row -> padded(row, header.size())).toList()
                : body;
        this.plan = plan;
        for (int at = 0; at < header.size(); at++) {
            kinds.add(ofHeader(header.get(at), at));
        }
        if (!has(Kind.PLACE) && !has(Kind.YEAR) && !has(Kind.INDICATOR) && !has(Kind.TASK)) {
            firstOfWords();
        }
        if (has(Kind.TASK) && has(Kind.UNIT) && has(Kind.GOAL)) {
            kinds.set(lastOf(Kind.TASK), Kind.INDICATOR);
        }
        if (has(Kind.PLACE) || has(Kind.YEAR)) {
            for (int at = 0; at < kinds.size(); at++) {
                if (kinds.get(at) == Kind.INDICATOR || kinds.get(at) == Kind.CHANGE) {
                    kinds.set(at, isText(at) ? Kind.NOTE : Kind.GOAL);
                }
            }
        }
    }

    /**
     * A year before all that the text sets a date for, with years left out behind it: how things were.
     *
     * @param earliest year that the text sets a date in
     */
    Columns without(int earliest) {
        for (int at = 0; at + 1 < kinds.size(); at++) {
            Times.Span year = Spans.ofTitle(header.get(at));
            Times.Span next = Spans.ofTitle(header.get(at + 1));
            boolean first = at == 0 || kinds.get(at - 1) != Kind.GOAL;
            if (first
                    && kinds.get(at) == Kind.GOAL
                    && kinds.get(at + 1) == Kind.GOAL
                    && year != null
                    && next != null
                    && year.to() < earliest
                    && year.to() + 1 < next.to()) {
                kinds.set(at, Kind.BASELINE);
            }
        }
        return this;
    }

    /** The first column groups the rows and is printed once for each group. */
    private static boolean isGrouped(List<String> header) {
        String first = header.isEmpty() ? "" : header.getFirst();
        return first.endsWith("类型") || first.endsWith("类别") || first.endsWith("领域") || first.endsWith("分类");
    }

    /** Blanks left the empty group out. */
    private static TableReader.Row padded(TableReader.Row row, int width) {
        if (row.cells().size() != width - 1) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        cells.addFirst("");
        return new TableReader.Row(cells, row.from(), row.to());
    }

    /** Where no header says so, the first column of words is what the rows are about. */
    private void firstOfWords() {
        for (int at = 0; at < kinds.size(); at++) {
            Kind kind = kinds.get(at);
            if (isText(at) && (kind == Kind.NOTE || kind == Kind.GOAL)) {
                kinds.set(at, arePlaces(at) ? Kind.PLACE : Kind.INDICATOR);
                return;
            }
        }
    }

    boolean has(Kind kind) {
        return kinds.contains(kind);
    }

    int of(Kind kind) {
        return kinds.indexOf(kind);
    }

    /** Index of the last column of a kind: of 类别 and 指标 the second names the indicator. */
    int lastOf(Kind kind) {
        return kinds.lastIndexOf(kind);
    }

    private Kind ofHeader(String words, int at) {
        String bare = Cell.withoutUnit(words);
        if (bare.equals("序号") || bare.equals("编号")) {
            return Kind.NUMBER;
        }
        if (bare.equals("单位") || bare.equals("计量单位") || bare.equals("指标单位")) {
            return arePlaces(at) ? Kind.PLACE : Kind.UNIT;
        }
        if (isNature(bare, at)) {
            return Kind.NATURE;
        }
        Kind ofUnits = ofUnits(bare);
        if (ofUnits != null) {
            return isText(at) ? ofUnits : Kind.GOAL;
        }
        if (containsOne(bare, DEADLINES)) {
            return Kind.DUE;
        }
        if (bare.equals("备注")
                || bare.equals("说明")
                || bare.contains("来源")
                || bare.contains("依据")
                || isInvestment(bare)) {
            return Kind.NOTE;
        }
        if (bare.equals("年度") || bare.equals("年份") || bare.equals("年")) {
            return Kind.YEAR;
        }
        if (isText(at) && (arePlaces(at) || Places.isHeader(bare))) {
            return Kind.PLACE;
        }
        if (isText(at) && containsOne(bare, TASKS)) {
            return Kind.TASK;
        }
        if (bare.startsWith("指标")
                || bare.equals("项目")
                || bare.equals("名称")
                || bare.equals("类别")
                || bare.equals("内容")
                || bare.equals("类型")
                || bare.equals("产品")
                || bare.equals("行业")
                || bare.equals("领域")) {
            return isText(at) ? Kind.INDICATOR : Kind.GOAL;
        }
        if (bare.contains("变化")
                || bare.contains("年均")
                || bare.contains("增速")
                || bare.contains("累计") && bare.contains("幅")) {
            return Kind.CHANGE;
        }
        Times.Span year = Spans.ofTitle(bare);
        boolean goal = bare.contains("目标") || bare.contains("降低率") || bare.contains("下降率");
        if (year != null && plan != null && year.to() < plan.from() && !goal
                || bare.contains("现状")
                || bare.contains("实际")
                || bare.contains("基期")
                || bare.contains("基数")
                || bare.contains("基准")
                || bare.contains("完成值")
                || bare.contains("完成情况")
                || bare.contains("进展")
                || bare.contains("现值")
                || bare.contains("实绩")) {
            return Kind.BASELINE;
        }
        return isText(at) ? Kind.NOTE : Kind.GOAL;
    }

    /** What projects will cost is no target of anybody. */
    private static boolean isInvestment(String bare) {
        return bare.endsWith("投资") || bare.endsWith("投资额") || bare.endsWith("资金需求");
    }

    private boolean isNature(String bare, int at) {
        if (bare.contains("属性") || bare.equals("指标类型") || bare.equals("性质") || bare.equals("指标性质")) {
            return true;
        }
        int said = 0;
        int filled = 0;
        for (TableReader.Row row : body) {
            String cell = at(row, at);
            filled += cell.isEmpty() ? 0 : 1;
            said += natureOf(cell).isEmpty() ? 0 : 1;
        }
        return said > 1 && said * 2 > filled;
    }

    static String natureOf(String cell) {
        return cell.contains("约束") ? "约束性" : cell.contains("预期") ? "预期性" : cell.contains("参考") ? "参考性" : "";
    }

    private static @Nullable Kind ofUnits(String bare) {
        Units.Role role = ResponsibilityReader.roleOfLabel(bare);
        if (role == null) {
            return null;
        }
        return switch (role) {
            case LEAD -> Kind.LEAD;
            case RESPONSIBLE -> Kind.RESPONSIBLE;
            case COOPERATE -> Kind.COOPERATE;
        };
    }

    private static boolean containsOne(String bare, String[] words) {
        for (String word : words) {
            if (bare.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isText(int column) {
        int text = 0;
        int numbers = 0;
        for (TableReader.Row row : body) {
            String cell = at(row, column);
            numbers += Cell.isNumber(cell) ? 1 : 0;
            text += Cell.isBlank(cell) || Cell.isNumber(cell) ? 0 : 1;
        }
        return text > numbers;
    }

    private boolean arePlaces(int column) {
        int places = 0;
        int filled = 0;
        for (TableReader.Row row : body) {
            String cell = at(row, column);
            filled += cell.isEmpty() ? 0 : 1;
            places += Places.is(cell) ? 1 : 0;
        }
        return filled > 1 && places * 10 >= filled * 6;
    }

    /** Points are given for it: it is how the work is judged, not what is to be reached. */
    boolean givesPoints() {
        return header.stream()
                .anyMatch(words -> words.contains("分值")
                        || words.contains("评分")
                        || words.contains("得分")
                        || words.contains("权重")
                        || words.contains("扣分"));
    }

    static String at(TableReader.Row row, int column) {
        return column >= 0 && column < row.cells().size() ? row.cells().get(column) : "";
    }

    /** Kinds of institutions in rows, and the columns of values are named by indicators. */
    boolean indicatorsAcross() {
        int goals = 0;
        int named = 0;
        for (int at = 0; at < kinds.size(); at++) {
            if (kinds.get(at) == Kind.GOAL) {
                String words = PlaceTable.measured(Cell.withoutUnit(header.get(at)));
                goals++;
                named += words.length() > 3 && (Names.endsWithHead(words) || TableTargets.falls(words)) ? 1 : 0;
            }
        }
        return has(Kind.INDICATOR) && !has(Kind.UNIT) && goals >= 2 && named == goals;
    }

    /** The columns of values are named by places: indicators go down, places across. */
    boolean placesAcross() {
        int places = 0;
        int goals = 0;
        for (int at = 0; at < kinds.size(); at++) {
            if (kinds.get(at) == Kind.GOAL) {
                goals++;
                places += Places.of(header.get(at)).isEmpty() ? 0 : 1;
            }
        }
        return places >= 2 && places * 10 >= goals * 6;
    }
}
