package org.luheng.app.issue.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.issue.Issue;
import org.luheng.app.issue.Issues;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Plans;
import org.luheng.app.rule.RuleEditions;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sealed issues: what they say, their files, and the office's proposals to seal and to publish. */
@Controller
class IssueController {
    private static final Map<String, IssuePage.Column> ENERGY = Map.of(
            Element.LIGHT_INTENSITY, new IssuePage.Column("能耗强度 同比", "%"),
            Element.LIGHT_PROGRESS, new IssuePage.Column("能耗强度 累计", "%"),
            Element.LIGHT_TOTAL, new IssuePage.Column("能源消费总量", "万吨标准煤"));

    private final Issues issues;
    private final Proposals proposals;
    private final Acceptances acceptances;
    private final RuleEditions editions;
    private final Plans plans;
    private final Rules rules;
    private final Register register;

    IssueController(
            Issues issues,
            Proposals proposals,
            Acceptances acceptances,
            RuleEditions editions,
            Plans plans,
            Rules rules,
            Register register) {
        this.issues = issues;
        this.proposals = proposals;
        this.acceptances = acceptances;
        this.editions = editions;
        this.plans = plans;
        this.rules = rules;
        this.register = register;
    }

    @GetMapping("/issues")
    Object all(@RequestParam(defaultValue = "") String plan, @RequestParam(required = false) @Nullable String format) {
        PlanFolder folder = plan.isEmpty() ? null : plans.get(plan);
        List<Issue> shown = folder == null ? issues.all() : issues.of(plan);
        IssuesPage page = new IssuesPage(
                Frame.of("期", "issues", shown.stream().anyMatch(Issue::sample)),
                plan,
                tabs(plan),
                shown,
                folder == null ? null : seal(folder.plan()));
        return format == null
                ? new ModelAndView("issue/issues", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private List<IssuesPage.Tab> tabs(String shown) {
        List<IssuesPage.Tab> tabs = new ArrayList<>();
        tabs.add(new IssuesPage.Tab("全部方案", "/issues", shown.isEmpty()));
        for (PlanFolder folder : plans.all()) {
            Plan plan = folder.plan();
            tabs.add(new IssuesPage.Tab(
                    register.name(plan.region()) + " " + plan.shortTitle(),
                    "/issues?plan=" + Reading.query(plan.id()),
                    plan.id().equals(shown)));
        }
        return tabs;
    }

    private IssuesPage.@Nullable Seal seal(Plan plan) {
        if (!proposals.mayDecide(plan.region())) {
            return null;
        }
        LocalDate today = issues.today();
        return new IssuesPage.Seal(
                plan.title(),
                acceptances.of(plan).isPresent(),
                editions.of(plan.region()).isPresent(),
                proposals.open("seal", plan.id()).map(Proposal::id).orElse(null),
                issues.periods(plan, today),
                issues.latestPeriod(plan, today),
                today);
    }

    @PostMapping("/issues")
    ResponseEntity<Void> seal(
            @RequestParam String plan,
            @RequestParam String period,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String reason) {
        Period asked = Period.parse(period);
        if (asked == null) {
            throw Address.badPeriod("period", period);
        }
        return to("/proposals/" + issues.proposeSealing(plan, asked, day(day), reason));
    }

    @GetMapping("/issues/{id}")
    Object one(@PathVariable String id, @RequestParam(required = false) @Nullable String format) {
        Issue issue = issues.get(number(id));
        Sealed sealed = Sealed.of(issues.content(issue));
        List<IssuePage.Row> rows = new ArrayList<>();
        for (Sealed.Row row : sealed.rows()) {
            List<IssuePage.Cell> cells = row.cells().stream()
                    .map(cell -> IssuePage.cell(cell, sheet(issue, row.region(), cell.indicator())))
                    .toList();
            rows.add(new IssuePage.Row(register.name(row.region()), row.region().equals(issue.region()), cells));
        }
        String subject = Long.toString(issue.id());
        Optional<Proposal> open = proposals.open("publish", subject).or(() -> proposals.open("unpublish", subject));
        IssuePage page = new IssuePage(
                Frame.of(
                        issue.title() + " " + issue.inWords(),
                        "issues",
                        issue.sample(),
                        new Frame.Crumb("期", "/issues")),
                issue,
                register.name(issue.region()),
                sealed.columns().stream().map(this::column).toList(),
                rows,
                proposals.find(issue.proposal()).orElse(null),
                issues.check(issue),
                open.map(Proposal::id).orElse(null),
                proposals.mayDecide(issue.region()));
        return format == null
                ? new ModelAndView("issue/issue", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private IssuePage.Column column(String light) {
        Indicator indicator = rules.indicator(light);
        IssuePage.Column known = indicator == null
                ? new IssuePage.Column(light, "")
                : new IssuePage.Column(indicator.name(), indicator.unit());
        return ENERGY.getOrDefault(light, known);
    }

    private static String sheet(Issue issue, String region, String indicator) {
        return "/figure?plan=" + Reading.query(issue.plan()) + "&region=" + Reading.query(region) + "&indicator="
                + Reading.query(indicator) + "&period="
                + Reading.query(issue.period().toString()) + "&asof=" + issue.day();
    }

    /** The file as it was sealed, byte for byte. */
    @GetMapping("/issues/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        Issue issue = issues.get(number(id));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("绿衡-" + issue.plan() + "-第" + issue.number() + "期.json", StandardCharsets.UTF_8)
                .build());
        return ResponseEntity.ok().headers(headers).body(issues.content(issue));
    }

    @PostMapping("/issues/{id}/publication")
    ResponseEntity<Void> publish(
            @PathVariable String id, @RequestParam String act, @RequestParam(defaultValue = "") String reason) {
        boolean open = switch (act) {
            case "publish" -> true;
            case "withdraw" -> false;
            default -> throw Address.badValue("act", act, "publish、withdraw");
        };
        return to("/proposals/" + issues.proposePublication(number(id), open, reason));
    }

    private static ResponseEntity<Void> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw Address.badDate("day", text);
        }
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noNumber) {
            throw Address.unknown("期", id);
        }
    }
}
