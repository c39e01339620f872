package org.luheng.app.snapshot.web;

import org.luheng.accounting.Element;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Rules;
import org.luheng.files.Register;
import org.springframework.stereotype.Component;

/** What a reader calls a place or a figure. */
@Component
class Names {
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
        return Element.NAMES.getOrDefault(code, indicator == null ? code : indicator.name());
    }

    boolean knows(String code) {
        return Element.NAMES.containsKey(code) || rules.indicator(code) != null;
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
