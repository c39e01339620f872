package org.luheng.app.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Barometer;
import org.luheng.accounting.Formula;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules themselves. */
@Controller
class RulesController {
    private final Rules rules;

    RulesController(Rules rules) {
        this.rules = rules;
    }

    @GetMapping("/rules")
    Object all(@RequestParam(required = false) @Nullable String format) {
        List<RuleEdition> editions = new ArrayList<>(rules.editions());
        rules.barometers().stream().map(Barometer::edition).forEach(editions::add);
        rules.formulas().all().stream().map(Formula::edition).forEach(editions::add);
        if (format != null) {
            Table.Builder table = Table.of("绿衡-规则", "规则", "编号", "规则", "内容", "适用年起", "适用年止", "来源", "确定程度");
            editions.forEach(edition -> table.row(
                    edition.id(),
                    edition.title(),
                    edition.text(),
                    new BigDecimal(edition.from()),
                    new BigDecimal(edition.to()),
                    edition.source(),
                    edition.certainty().word()));
            return Download.of(table.note("规则版本：" + rules.hash()).build(false), format);
        }
        RulesPage page = new RulesPage(
                Frame.of("规则", "indicators", false, new Frame.Crumb("指标", "/indicators")), editions, rules.hash());
        return new ModelAndView("rule/rules", Map.of("page", page));
    }
}
