package org.luheng.app.fact.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.app.fact.ReceiptRow;
import org.luheng.files.Region;
import org.luheng.files.Register;
import org.springframework.stereotype.Component;

/** Codes in the words of the register and the rules; rows as cells of a table. */
@Component
public class FactWords {
    /** The columns that an import reads, so that what was exported can be imported. */
    static final List<String> FACT_COLUMNS = List.of(
            "region",
            "period",
            "element",
            "value",
            "unit",
            "stage",
            "source",
            "authority",
            "channel",
            "published",
            "sample");

    static final List<String> ROW_COLUMNS =
            List.of("行", "结果", "地区", "指标", "期间", "值", "单位", "原值", "说明", "列", "拒收的值", "错误代码", "数据编号");

    private final Rules rules;
    private final Register register;

    FactWords(Rules rules, Register register) {
        this.rules = rules;
        this.register = register;
    }

    public String place(String code) {
        Region region = register.region(code);
        return region == null ? code : region.shortName();
    }

    public String element(String code) {
        Indicator indicator = rules.indicator(code);
        return indicator == null ? code : indicator.name();
    }

    static List<@Nullable Object> cells(Fact fact) {
        return Arrays.asList(
                fact.region(),
                fact.period().toString(),
                fact.element(),
                fact.value(),
                fact.unit(),
                fact.stage().word(),
                fact.source(),
                fact.authority(),
                fact.channel(),
                fact.published(),
                fact.sample() ? "是" : "");
    }

    List<@Nullable Object> cells(ReceiptRow row) {
        Fact fact = row.fact();
        Fact previous = row.previous();
        return Arrays.asList(
                row.line(),
                row.outcome().word(),
                fact == null ? null : place(fact.region()),
                fact == null ? null : element(fact.element()),
                fact == null ? null : fact.period().toString(),
                fact == null ? null : fact.value(),
                fact == null ? null : fact.unit(),
                previous == null ? null : previous.value(),
                row.message(),
                row.field(),
                row.given(),
                row.fault(),
                fact == null ? null : fact.sequence());
    }
}
