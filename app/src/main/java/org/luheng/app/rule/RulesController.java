package org.luheng.app.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Rules;
import org.luheng.app.access.Sights;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reader;
import org.luheng.app.page.Table;
import org.luheng.files.FolderText;
import org.luheng.files.Register;
import org.luheng.files.RuleTables;
import org.luheng.files.RuleTables.RuleTable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The rules themselves, and which edition of them holds. */
@Controller
class RulesController {
    private final Rules rules;
    private final RuleTables tables;
    private final RuleEditions editions;
    private final Proposals proposals;
    private final Sights sights;
    private final Register register;

    RulesController(
            Rules rules,
            RuleTables tables,
            RuleEditions editions,
            Proposals proposals,
            Sights sights,
            Register register) {
        this.rules = rules;
        this.tables = tables;
        this.editions = editions;
        this.proposals = proposals;
        this.sights = sights;
        this.register = register;
    }

    @GetMapping("/rules")
    Object all(@RequestParam(required = false) @Nullable String format) {
        RulesPage page =
                new RulesPage(Frame.of("规则", "rules", false), tables.tables(), rules.hash(), accepted(), own());
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

    private List<RulesPage.Accepted> accepted() {
        List<RuleEditions.Acceptance> all = editions.all();
        List<RulesPage.Accepted> shown = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            RuleEditions.Acceptance acceptance = all.get(at);
            String before = all.subList(at + 1, all.size()).stream()
                    .filter(earlier -> earlier.region().equals(acceptance.region()))
                    .findFirst()
                    .map(RuleEditions.Acceptance::sha256)
                    .orElse("");
            shown.add(new RulesPage.Accepted(
                    register.name(acceptance.region()), acceptance.sha256(), acceptance.at(), before));
        }
        return shown;
    }

    private RulesPage.@Nullable Own own() {
        String region = sights.current().region();
        if (region == null || !Reader.current().signedIn()) {
            return null;
        }
        Optional<RuleEditions.Acceptance> held = editions.of(region);
        return new RulesPage.Own(
                register.name(region),
                held.map(RuleEditions.Acceptance::at).orElse(null),
                held.flatMap(acceptance -> proposals.find(acceptance.proposal()))
                        .orElse(null),
                editions.open(region).map(Proposal::id).orElse(null),
                proposals.mayDecide(region),
                editions.before(region, rules.hash())
                        .map(RuleEditions.Acceptance::sha256)
                        .orElse(""));
    }

    /** The office proposes to accept the edition that is here now. */
    @PostMapping("/rules/acceptance")
    ResponseEntity<Void> accept(@RequestParam(defaultValue = "") String reason) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/proposals/" + editions.propose(reason))
                .build();
    }

    /**
     * What changed from one edition to another.
     *
     * @param from sha256, empty: nothing
     * @param to sha256, empty: the present one
     */
    @GetMapping("/rules/changes")
    Object changes(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String format) {
        String after = to.isEmpty() ? rules.hash() : to;
        FolderText then = from.isEmpty() ? new FolderText(new LinkedHashMap<>()) : edition(from);
        RuleChangesPage page = new RuleChangesPage(
                Frame.of("规则的差别", "rules", false, new Frame.Crumb("规则", "/rules")),
                from,
                after,
                RuleEditions.byFile(then, edition(after)),
                editions::title,
                this::word);
        return format == null
                ? new ModelAndView("rule/changes", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private FolderText edition(String sha256) {
        return editions.edition(sha256).orElseThrow(() -> Address.unknown("规则版本", sha256));
    }

    private String word(String file, String column) {
        return tables.table(file.replaceFirst("[.]csv$", ""))
                .map(table -> table.word(column))
                .orElse(column);
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
