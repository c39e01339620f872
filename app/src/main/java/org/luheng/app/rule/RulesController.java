package org.luheng.app.rule;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.RuleTables;
import org.luheng.files.RuleTables.RuleTable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The rules themselves. */
@Controller
class RulesController {
    private final Rules rules;
    private final RuleTables tables;

    RulesController(Rules rules, RuleTables tables) {
        this.rules = rules;
        this.tables = tables;
    }

    @GetMapping("/rules")
    Object all(@RequestParam(required = false) @Nullable String format) {
        RulesPage page = new RulesPage(Frame.of("规则", "rules", false), tables.tables(), rules.hash());
        if (format == null) {
            return new ModelAndView("rule/rules", Map.of("page", page));
        }
        Table.Builder list = Table.of("绿衡-规则", "规则", "表", "内容", "行", "未核实的行");
        for (RuleTable table : tables.tables()) {
            list.row(
                    table.title(),
                    table.text(),
                    new BigDecimal(table.rows().size()),
                    new BigDecimal(page.unsettled(table)));
        }
        return Download.of(list.note("规则版本：" + rules.hash()).build(false), format);
    }

    @GetMapping("/rules/{name}")
    Object table(@PathVariable String name, @RequestParam(required = false) @Nullable String format) {
        RuleTable table = tables.table(name).orElseThrow(() -> Address.unknown("table", name));
        if (format == null) {
            Frame frame = Frame.of(table.title(), "rules", false, new Frame.Crumb("规则", "/rules"));
            return new ModelAndView("rule/table", Map.of("page", new RuleTablePage(frame, table)));
        }
        Table.Builder file =
                Table.of("绿衡-规则-" + name, table.title(), table.words().toArray(String[]::new));
        table.rows().forEach(row -> file.row(row.toArray()));
        return Download.of(file.note("规则版本：" + rules.hash()).build(false), format);
    }

    /** To wherever a rule stands. */
    @GetMapping("/rules/rule/{id}")
    ResponseEntity<Void> rule(@PathVariable String id) {
        RuleTable table = tables.withRule(id).orElseThrow(() -> Address.unknown("rule", id));
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(
                        HttpHeaders.LOCATION,
                        "/rules/" + table.name() + "#"
                                + UriUtils.encodeFragment(id, java.nio.charset.StandardCharsets.UTF_8))
                .build();
    }
}
