package org.luheng.app.fact.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.app.fact.ReceiptRow;
import org.luheng.app.page.Address;
import org.luheng.files.Region;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
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

    static final List<String> TEMPLATE_COLUMNS = FACT_COLUMNS.subList(0, FACT_COLUMNS.size() - 1);

    static final List<String> ROW_COLUMNS =
            List.of("行", "结果", "地区", "指标", "期间", "值", "单位", "原值", "说明", "列", "拒收的值", "错误代码", "数据编号");

    private final Rules rules;
    private final RulesFolder folder;
    private final Register register;

    FactWords(Rules rules, RulesFolder folder, Register register) {
        this.rules = rules;
        this.folder = folder;
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

    /** The code of a region that somebody wrote as code or name. */
    String region(String codeOrName) {
        return switch (register.region(codeOrName, null)) {
            case Register.Lookup.Found(Region found) -> found.code();
            case Register.Lookup.Ambiguous(List<Region> candidates) ->
                throw Address.badValue(
                        "region",
                        codeOrName,
                        String.join(
                                "、",
                                candidates.stream()
                                        .map(each -> each.code() + " " + each.name())
                                        .toList()));
            case Register.Lookup.Unknown unknown -> throw Address.unknown("region", codeOrName);
        };
    }

    /** The same code, where there is such an element. */
    String known(String element) {
        if (rules.indicator(element) == null) {
            throw Address.unknown("element", element);
        }
        return element;
    }

    /** Everything that a file may bring: the basic elements in the order of their file, then the indicators by code. */
    List<Indicator> elements() {
        List<Indicator> all = new ArrayList<>(basic());
        rules.indicators().values().stream()
                .filter(each -> !folder.elements().contains(each.code()))
                .sorted(Comparator.comparing(Indicator::code))
                .forEach(all::add);
        return all;
    }

    private List<Indicator> basic() {
        return folder.elements().stream().map(rules.indicators()::get).toList();
    }

    List<Region> regions() {
        return List.copyOf(register.regions());
    }

    /**
     * Lines to begin a file with, one for each basic element. Their values are empty: what is imported stays for good, so a
     * template sent back as it is must bring nothing.
     */
    List<List<@Nullable Object>> template(int year) {
        String region = register.regions().stream()
                .map(Region::code)
                .filter(code -> !code.endsWith("00"))
                .findFirst()
                .orElse("");
        return basic().stream()
                .map(each -> {
                    boolean quarterly = each.frequency().equals("季");
                    return Arrays.<@Nullable Object>asList(
                            region,
                            quarterly ? year + "-01/" + year + "-03" : Integer.toString(year),
                            each.code(),
                            null,
                            each.unit(),
                            "初步",
                            quarterly ? "季度快报" : "年报",
                            "市统计局",
                            "统计",
                            null);
                })
                .toList();
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
                BigDecimal.valueOf(row.line()),
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
                fact == null ? null : BigDecimal.valueOf(fact.sequence()));
    }
}
