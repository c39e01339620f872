package org.luheng.app.snapshot.web;

import java.util.Map;
import org.luheng.accounting.Element;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.files.Register;
import org.springframework.stereotype.Component;

/** What a reader calls a place or a figure. */
@Component
class Names {
    private static final Map<String, String> FIGURES = Map.of(
            Element.CHANGE, "单位地区生产总值能耗变化率（同比）",
            Element.CUMULATIVE, "单位地区生产总值能耗累计变化",
            Element.REQUIRED, "单位地区生产总值能耗还需年均变化",
            Element.TOTAL_LEVEL, "能源消费总量",
            Element.TOTAL_TARGET, "能源消费总量目标");

    private final Register register;
    private final Rules rules;

    Names(Register register, Rules rules) {
        this.register = register;
        this.rules = rules;
    }

    String place(String code) {
        return register.name(code);
    }

    String figure(String code) {
        Indicator indicator = rules.indicator(code);
        return FIGURES.getOrDefault(code, indicator == null ? code : indicator.name());
    }

    boolean knows(String code) {
        return FIGURES.containsKey(code) || rules.indicator(code) != null;
    }

    String definition(String code) {
        Indicator indicator = rules.indicator(code);
        return indicator == null ? "" : indicator.definition();
    }

    Indicator indicator(String code) {
        Indicator indicator = rules.indicator(code);
        if (indicator == null) {
            throw new IllegalStateException("a plan was read with an unknown indicator: " + code);
        }
        return indicator;
    }

    Register register() {
        return register;
    }
}
