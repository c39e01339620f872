package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Light;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.State;
import org.luheng.accounting.Target;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;

/**
 * Regions × indicators with their lights, and the indicators that only the whole place has a target for.
 *
 * @param rows the place itself first, then those it divides among
 * @param own targets of the place that are not divided, by chapter
 */
public record Matrix(
        Plan plan,
        Period period,
        List<Column> columns,
        List<Row> rows,
        List<Chapter> own,
        List<Count> counts,
        boolean samples) {

    /** @param light what {@link Snapshot#light} is asked for */
    public record Column(String light, String name, String unit, String meaning) {}

    public record Row(String region, String name, boolean whole, List<Cell> cells, int covered) {}

    /**
     * @param href its sheet, null where neither arithmetic nor plan knows such a figure for the place
     * @param trend against the same span a year earlier: 好转 or 恶化, empty where the level is the same or one of
     *     the two has none
     */
    public record Cell(
            @Nullable BigDecimal value,
            String unit,
            String aim,
            Light light,
            String trend,
            @Nullable String href,
            boolean sample) {
        public String style() {
            Integer level = light.level();
            return value == null ? "blank" : level == null || level == 3 ? "" : "l" + level;
        }
    }

    /** The sheet's address with the site it lies on, for files that leave it; null where there is no sheet. */
    private static Table.@Nullable Link link(@Nullable String href, String site) {
        return href == null ? null : new Table.Link("看由来", site + href);
    }

    public record Chapter(String section, String heading, List<Own> items) {}

    public record Own(Target target, String region, Cell cell) {}

    /**
     * How many places stand at each level of one light.
     *
     * @param assessed false where all are reference values
     */
    public record Count(String name, Map<Integer, Integer> levels, int without, int undivided, boolean assessed) {}

    /**
     * @param name name of a region by its code
     * @param heading printed heading of a section
     */
    static Matrix of(View.Asked asked, UnaryOperator<String> name, UnaryOperator<String> heading) {
        Snapshot snapshot = asked.snapshot();
        Period period = asked.period();
        Plan plan = snapshot.plan();
        List<Column> columns = columns(snapshot).stream()
                .filter(column -> asked.showsIndicator(column.light()))
                .toList();
        List<Row> rows = new ArrayList<>();
        boolean samples = false;
        for (String region : plan.places().stream().filter(asked::shows).toList()) {
            List<Cell> cells = new ArrayList<>();
            for (Column column : columns) {
                cells.add(cell(snapshot, region, column.light(), period));
            }
            rows.add(new Row(region, name.apply(region), region.equals(plan.region()), cells, covered(cells)));
            samples |= cells.stream().anyMatch(Cell::sample);
        }
        List<Chapter> own = own(asked, columns, name, heading);
        samples |= own.stream()
                .flatMap(chapter -> chapter.items().stream())
                .anyMatch(item -> item.cell().sample());
        return new Matrix(plan, period, columns, rows, own, counts(columns, rows), samples);
    }

    private static List<Column> columns(Snapshot snapshot) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(Element.LIGHT_INTENSITY, "能耗强度 同比", "%", "单位地区生产总值能耗比上年同期的变化；目标为当年进度"));
        columns.add(new Column(Element.LIGHT_PROGRESS, "能耗强度 累计", "%", "基年以来累计变化；目标为路径要求"));
        columns.add(new Column(Element.LIGHT_TOTAL, "能源消费总量", "万吨标准煤", "由上年总量、预期增速和强度目标推算的年度目标"));
        for (String indicator : snapshot.plan().dividedIndicators()) {
            if (!indicator.equals(Element.INTENSITY)) {
                Indicator known = snapshot.rules().indicator(indicator);
                columns.add(new Column(
                        indicator,
                        known == null ? indicator : shortName(known.name()),
                        known == null ? "" : known.unit(),
                        known == null ? "" : known.definition()));
            }
        }
        return columns;
    }

    /** 重点工程减排量 stands in the heading of every such column otherwise. */
    private static String shortName(String name) {
        return name.replace("重点工程减排量", "减排");
    }

    /** What one light stands on, in one place. */
    static Cell cell(Snapshot snapshot, String region, String light, Period period) {
        Light now = snapshot.light(region, light, period);
        Figure figure = snapshot.figureOfLight(region, light, period);
        return new Cell(
                figure == null ? null : figure.value(),
                figure == null ? "" : figure.unit(),
                aim(snapshot, region, light, period, now),
                now,
                trend(now, snapshot.light(region, light, period.yearBefore())),
                figure == null ? null : href(snapshot, region, Element.judgedBy(light), period, null),
                now.sample() || (figure != null && figure.sample()));
    }

    private static String aim(Snapshot snapshot, String region, String light, Period period, Light now) {
        Target target = now.target();
        if (target == null) {
            return "";
        }
        return switch (light) {
            case Element.LIGHT_INTENSITY -> "进度 " + percent(share(snapshot, region, period));
            case Element.LIGHT_PROGRESS -> {
                Figure required = snapshot.figure(region, Element.REQUIRED, period);
                String path = "路径 " + percent(snapshot.onPath(target, period));
                yield required == null || required.value() == null ? path : path + "，还需年均 " + percent(required.value());
            }
            case Element.LIGHT_TOTAL -> {
                Figure allowed = snapshot.figure(region, Element.TOTAL_TARGET, period);
                yield allowed == null || allowed.value() == null ? "" : "目标 " + Reading.number(allowed.value());
            }
            default -> towards(snapshot, target, period);
        };
    }

    /** The year's share of the intensity target; null where the place has none. */
    static @Nullable BigDecimal share(Snapshot snapshot, String region, Period period) {
        Figure share = snapshot.figure(region, Element.SHARE, period);
        return share == null ? null : share.value();
    }

    private static String towards(Snapshot snapshot, Target target, Period period) {
        BigDecimal path = snapshot.onPath(target, period);
        if (target.isReference() || path == null) {
            return target.isReference() ? "参考值 " + Reading.number(target.value()) : target.inWords();
        }
        return path.compareTo(target.value() == null ? BigDecimal.ZERO : target.value()) == 0
                ? "目标 " + Reading.number(target.value())
                : "应达 " + Reading.number(path) + "，目标 " + Reading.number(target.value());
    }

    private static String percent(@Nullable BigDecimal value) {
        return value == null ? "—" : Reading.number(value) + "%";
    }

    /** Steps of one light, not of a number: an official asks whether it got better. */
    static String trend(Light now, Light before) {
        Integer level = now.level();
        Integer last = before.level();
        if (level == null || last == null) {
            return "";
        }
        return level > last ? "好转" : level < last ? "恶化" : "";
    }

    static String href(Snapshot snapshot, String region, String indicator, Period period, @Nullable Target target) {
        return href(
                        snapshot.plan().id(),
                        region,
                        indicator,
                        period,
                        snapshot.facts().knownOn())
                + (target == null ? "" : "&target=" + Reading.query(target.id()));
    }

    /** Where a figure's sheet is. */
    static String href(String plan, String region, String indicator, Period period, LocalDate asOf) {
        return "/figure?plan=" + Reading.query(plan) + "&region=" + Reading.query(region) + "&indicator="
                + Reading.query(indicator) + "&period=" + Reading.query(period.toString()) + "&asof=" + asOf;
    }

    /** Share of the row's cells that could have a value and have one, in percent. */
    private static int covered(List<Cell> cells) {
        List<Cell> wanted = cells.stream().filter(cell -> cell.href() != null).toList();
        if (wanted.isEmpty()) {
            return 0;
        }
        long known = wanted.stream().filter(cell -> cell.value() != null).count();
        return new BigDecimal(known * 100)
                .divide(new BigDecimal(wanted.size()), 0, RoundingMode.HALF_EVEN)
                .intValue();
    }

    private static List<Chapter> own(
            View.Asked asked, List<Column> columns, UnaryOperator<String> name, UnaryOperator<String> heading) {
        Plan plan = asked.snapshot().plan();
        List<String> shown = columns.stream().map(Column::light).toList();
        return chapters(
                asked,
                target -> {
                    boolean inMatrix = target.indicator().equals(Element.INTENSITY)
                            || (shown.contains(target.indicator())
                                    && target.scope().isEmpty());
                    return !inMatrix || !plan.places().contains(target.region());
                },
                name,
                heading);
    }

    /** The plan's targets of a kind that the reader sees results of, by the section they stand in. */
    static List<Chapter> chapters(
            View.Asked asked, Predicate<Target> wanted, UnaryOperator<String> name, UnaryOperator<String> heading) {
        Snapshot snapshot = asked.snapshot();
        Plan plan = snapshot.plan();
        Map<String, List<Own>> bySection = new LinkedHashMap<>();
        for (Target target : plan.targets()) {
            if (asked.shows(target) && wanted.test(target)) {
                bySection
                        .computeIfAbsent(target.section(), section -> new ArrayList<>())
                        .add(new Own(
                                target,
                                target.region().equals(plan.region()) ? "" : name.apply(target.region()),
                                cell(snapshot, target, asked.period())));
            }
        }
        List<Chapter> chapters = new ArrayList<>();
        bySection.forEach((section, items) -> chapters.add(new Chapter(section, heading.apply(section), items)));
        return chapters;
    }

    /** One target's own cell. */
    static Cell cell(Snapshot snapshot, Target target, Period period) {
        Figure figure = snapshot.figure(target, period);
        Light light = snapshot.light(target, period);
        return new Cell(
                figure.value(),
                figure.unit(),
                towards(snapshot, target, period),
                light,
                trend(light, snapshot.light(target, period.yearBefore())),
                href(snapshot, target.region(), target.indicator(), period, target),
                light.sample() || figure.sample());
    }

    private static List<Count> counts(List<Column> columns, List<Row> rows) {
        List<Count> counts = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Map<Integer, Integer> levels = new TreeMap<>(Map.of(1, 0, 2, 0, 3, 0));
            int without = 0;
            int undivided = 0;
            boolean reference = true;
            for (Row row : rows) {
                if (row.whole()) {
                    continue;
                }
                Light light = row.cells().get(column).light();
                Integer level = light.level();
                reference &= light.state() == State.REFERENCE;
                if (level != null) {
                    levels.merge(level, 1, Integer::sum);
                } else if (light.state() == State.UNDIVIDED) {
                    undivided++;
                } else {
                    without++;
                }
            }
            counts.add(new Count(columns.get(column).name(), levels, without, undivided, !reference));
        }
        return counts;
    }

    /** Everything on the page as one table, one line a region and indicator. */
    Table table(String place, LocalDate asOf, String site) {
        Table.Builder table = Table.of(
                "绿衡-" + plan.id() + "-" + period.toString().replace('/', '_'),
                place + " " + period.inWords(),
                "地区代码",
                "地区",
                "指标",
                "期间",
                "数值",
                "单位",
                "目标或进度",
                "灯",
                "级别",
                "说明",
                "较上年同期",
                "样例",
                "由来");
        for (Row row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                line(
                        table,
                        site,
                        row.region(),
                        row.name(),
                        columns.get(i).name(),
                        row.cells().get(i));
            }
        }
        for (Chapter chapter : own) {
            for (Own item : chapter.items()) {
                line(
                        table,
                        site,
                        item.target().region(),
                        item.region().isEmpty() ? place : item.region(),
                        item.target().title(),
                        item.cell());
            }
        }
        return table.note("方案：" + plan.title())
                .note("期间：" + period.inWords())
                .note("截至 " + asOf + " 已公布的数据")
                .build(samples);
    }

    private void line(Table.Builder table, String site, String region, String regionName, String indicator, Cell cell) {
        Integer level = cell.light().level();
        table.row(
                region,
                regionName,
                indicator,
                period.toString(),
                Reading.data(cell.value()),
                cell.unit(),
                cell.aim(),
                Reading.lightWord(cell.light()),
                level == null ? null : new BigDecimal(level),
                cell.light().reason(),
                cell.trend(),
                cell.sample() ? "样例" : "",
                link(cell.href(), site));
    }
}
