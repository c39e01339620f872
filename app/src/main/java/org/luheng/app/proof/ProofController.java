package org.luheng.app.proof;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.PathForm;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Rules;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.app.plan.Plans;
import org.luheng.files.Calculations;
import org.luheng.files.Proof;
import org.luheng.files.ProofFolder;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The published figures, computed anew at every visit. */
@Controller
class ProofController {
    private static final Map<String, PathForm> FORMS =
            Map.of("geometric", PathForm.GEOMETRIC, "linear", PathForm.LINEAR);

    private final Proof proof;
    private final Rules rules;
    private final Calculations calculations;
    private final Register register;
    private final Plans plans;
    private final Clock clock;

    ProofController(
            @Value("${luheng.root:.}") Path root, RulesFolder folder, Register register, Plans plans, Clock clock) {
        this.rules = folder.rules();
        this.register = register;
        this.plans = plans;
        this.clock = clock;
        this.calculations = Calculations.of(folder, register, List.of());
        this.proof = ProofFolder.read(root.resolve("proof"), rules, register);
    }

    @GetMapping("/proof")
    Object all(
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(defaultValue = "geometric") String path,
            @RequestParam(defaultValue = "") String policy,
            @RequestParam(required = false) @Nullable String format) {
        LocalDate day = day(asof);
        PathForm form = FORMS.get(path);
        if (form == null) {
            throw Address.badValue("path", path, "geometric 或 linear");
        }
        RuleEdition deductions = policy.isEmpty() ? null : edition(policy);
        ProofPage page = new ProofPage(
                Frame.of("验证", "proof", false),
                day,
                path,
                deductions,
                rules.editionsOf("deduction"),
                proof.proven(rules, calculations, day, form, deductions),
                plans.all().stream().toList(),
                proof.lights(),
                register);
        return format == null
                ? new ModelAndView("proof/proof", Map.of("page", page))
                : Download.of(table(page), format);
    }

    private LocalDate day(@Nullable String asof) {
        if (asof == null || asof.isEmpty()) {
            return LocalDate.now(clock);
        }
        try {
            return LocalDate.parse(asof);
        } catch (DateTimeException noDate) {
            throw Address.badValue("asof", asof, "2021-03-01 这样的日期");
        }
    }

    private RuleEdition edition(String id) {
        return rules.editionsOf("deduction").stream()
                .filter(edition -> edition.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Address.unknown("policy", id));
    }

    private static Table table(ProofPage page) {
        Table.Builder table = Table.of(
                "绿衡-验证", "公布的数与算得的数", "公布的数", "地区", "期间", "公布", "算得", "单位", "相差", "容许相差", "结论", "说明", "来源", "确定程度");
        for (Proof.Proven each : page.proven()) {
            table.row(
                    each.proofCase().title(),
                    page.place(each.proofCase().region()),
                    each.proofCase().period().toString(),
                    each.proofCase().published(),
                    each.figure() == null ? null : each.figure().value(),
                    each.proofCase().unit(),
                    each.difference(),
                    each.proofCase().tolerance(),
                    each.verdict().word(),
                    each.proofCase().note(),
                    each.proofCase().source(),
                    each.proofCase().certainty().word());
        }
        return table.note("输入截至 " + page.asOf() + "；五年目标分到每年：" + page.formWord())
                .build(false);
    }
}
