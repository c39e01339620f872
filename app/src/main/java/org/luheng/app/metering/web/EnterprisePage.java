package org.luheng.app.metering.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.app.metering.Counted;
import org.luheng.app.metering.EnergyYear;
import org.luheng.app.metering.MeterChange;
import org.luheng.app.metering.store.MeteringReadings.Refusal;
import org.luheng.app.metering.store.MeteringReadings.Upload;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.page.Table;
import org.luheng.files.Finding;
import org.luheng.files.OnlineRules;

/**
 * What an enterprise sent in a year, code by code and month by month, with what is wrong with it.
 *
 * @param chosen the code whose days are shown; null: there is none
 * @param days of the chosen code and month, by day
 * @param problems with what was just entered
 */
public record EnterprisePage(
        Frame frame,
        MeteringPage.Line line,
        int year,
        List<Integer> years,
        List<Row> rows,
        @Nullable Row chosen,
        int month,
        List<Counted> days,
        List<MeterChange> changes,
        List<Upload> uploads,
        List<Refusal> refusals,
        boolean mayEnter,
        List<Finding> problems,
        OnlineRules rules) {

    /** A data code with its year. */
    public record Row(String name, String unit, EnergyYear year) {
        public String code() {
            return year.code().digits();
        }

        public String printed() {
            return year.code().printed();
        }
    }

    /** Something wrong with a month. */
    public record Problem(Row row, EnergyYear.Month month, String said) {}

    public List<Problem> wrong() {
        List<Problem> wrong = new ArrayList<>();
        for (Row row : rows) {
            for (EnergyYear.Month month : row.year().months()) {
                row.year().findings(month, rules).forEach(said -> wrong.add(new Problem(row, month, said)));
            }
        }
        return wrong;
    }

    public String href(Row row, int wanted) {
        return address(year) + "&data=" + row.code() + "&month=" + wanted + "#days";
    }

    public String address(int wanted) {
        return line.href() + "&year=" + wanted;
    }

    public boolean isChosen(Row row, int wanted) {
        return chosen != null && chosen.code().equals(row.code()) && month == wanted;
    }

    /** Of a month's cell: fine, wanting, or nothing due. */
    public String style(Row row, EnergyYear.Month wanted) {
        if (!row.year().findings(wanted, rules).isEmpty()) {
            return "warn";
        }
        return wanted.amount().isPresent() ? "good" : "";
    }

    /** What was used, or how far it is. */
    public static String amount(EnergyYear.Month month) {
        Optional<BigDecimal> amount = month.amount();
        if (amount.isPresent()) {
            return Reading.number(amount.get());
        }
        return month.expected() == 0
                ? ""
                : month.received() + "/" + month.month().lengthOfMonth() + " 天";
    }

    public static String number(Optional<BigDecimal> value) {
        return value.map(Reading::number).orElse("");
    }

    public static String exact(BigDecimal value) {
        return Reading.exact(value);
    }

    public static String percent(Optional<BigDecimal> value) {
        return value.map(percent -> percent.toPlainString() + "%").orElse("");
    }

    /** What the device took it from, in words (inputType). */
    public static String input(Counted value) {
        return switch (value.inputType()) {
            case 1 -> "管理信息系统";
            case 2 -> "生产监控管理系统";
            case 3 -> "分布式控制系统";
            case 4 -> "现场仪表";
            case 5 -> "手工填报";
            default -> "";
        };
    }

    public static String sent(Counted value) {
        return value.uploaded().toString().replace('T', ' ');
    }

    Table table() {
        Table.Builder table = Table.of(
                "绿衡-能耗在线-" + line.enterprise().enterprise() + "-" + year,
                line.enterprise().name() + " " + year + " 年能耗在线监测",
                "数据编码",
                "名称",
                "月份",
                "数量",
                "单位",
                "依据",
                "应收天数",
                "有效天数",
                "完整率（%）",
                "日合计",
                "月数据",
                "相差（%）",
                "提示");
        for (Row row : rows) {
            for (EnergyYear.Month each : row.year().months()) {
                if (each.expected() > 0 || each.reported() != null) {
                    table.row(
                            row.printed(),
                            row.name(),
                            each.month().toString(),
                            each.amount().orElse(null),
                            row.unit(),
                            each.ground().word(),
                            BigDecimal.valueOf(each.expected()),
                            BigDecimal.valueOf(each.received()),
                            each.completeness().orElse(null),
                            each.daySum(),
                            each.reported(),
                            each.difference().orElse(null),
                            String.join("；", row.year().findings(each, rules)));
                }
            }
        }
        return table.note("数量：有当月数用当月数；没有的，各日齐全才合计；不齐的不推算。").build(frame.samples());
    }
}
