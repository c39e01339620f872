package org.luheng.app.snapshot.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Assumptions;
import org.luheng.accounting.Deduction.Purpose;
import org.luheng.accounting.Element;
import org.luheng.accounting.EnergyAccount;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;
import org.luheng.accounting.WhatIf;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reading;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.luheng.files.Region;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A place's energy: what of it is assessed, and what would become of its target if. */
@Controller
class EnergyController {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:[.][0-9]{1,6})?");

    private final View view;
    private final Plans plans;
    private final Names names;

    EnergyController(View view, Plans plans, Names names) {
        this.view = view;
        this.plans = plans;
        this.names = names;
    }

    @GetMapping("/regions/{code}/energy")
    Object account(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable String format) {
        View.Asked asked = asked(code, plan, period, asof);
        Snapshot ofTheYear = asked.snapshot();
        RuleEdition own =
                ofTheYear.energyAccount(code, asked.period(), Purpose.TOTAL).policy();
        RuleEdition chosen = policy == null || policy.isEmpty() ? own : edition(ofTheYear, policy);
        boolean isOwn = chosen.id().equals(own.id());
        Snapshot snapshot = isOwn ? ofTheYear : ofTheYear.under(chosen);
        EnergyAccount total = snapshot.energyAccount(code, asked.period(), Purpose.TOTAL);
        Figure assessed = snapshot.figure(code, Element.TOTAL_ASSESSED, asked.period());
        Figure allowed = snapshot.figure(code, Element.TOTAL_TARGET, asked.period());
        Target target = snapshot.plan().target(code, Element.INTENSITY);
        List<EnergyPage.Edition> editions = new ArrayList<>();
        for (RuleEdition each : snapshot.rules().editionsOf("deduction")) {
            editions.add(beside(
                    each.id().equals(own.id()) ? ofTheYear : ofTheYear.under(each),
                    each,
                    each.id().equals(own.id()),
                    code,
                    asked.period()));
        }
        boolean samples = assessed != null && assessed.sample();
        EnergyPage page = new EnergyPage(
                asked.framed(frame(asked, code, "能耗账", samples)),
                code,
                names.place(code),
                snapshot.plan(),
                asked.period(),
                asked.periods(),
                asked.asOf(),
                chosen,
                isOwn,
                total,
                snapshot.energyAccount(code, asked.period(), Purpose.INTENSITY),
                assessed,
                allowed,
                drawing(total, allowed),
                editions,
                target,
                snapshot.outlook(code, asked.period()),
                snapshot.figure(code, Element.REQUIRED, asked.period()),
                samples);
        return format == null
                ? new ModelAndView("snapshot/energy", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private static EnergyPage.Edition beside(
            Snapshot snapshot, RuleEdition edition, boolean own, String code, Period period) {
        return new EnergyPage.Edition(
                edition,
                own,
                snapshot.figure(code, Element.TOTAL_ASSESSED, period),
                snapshot.figure(code, Element.CHANGE, period),
                snapshot.figure(code, Element.CUMULATIVE, period),
                snapshot.light(code, Element.LIGHT_TOTAL, period),
                snapshot.light(code, Element.LIGHT_INTENSITY, period));
    }

    private static @Nullable Waterfall drawing(EnergyAccount total, @Nullable Figure allowed) {
        BigDecimal assessed = total.assessed();
        EnergyAccount.Level gross = total.grossNow();
        if (assessed == null || gross == null) {
            return null;
        }
        List<Waterfall.Step> steps = total.steps().stream()
                .map(step -> new Waterfall.Step(step.name(), step.now()))
                .toList();
        return Waterfall.of(gross.value(), steps, "考核数", assessed, allowed == null ? null : allowed.value());
    }

    private static RuleEdition edition(Snapshot snapshot, String policy) {
        return snapshot.rules().editionsOf("deduction").stream()
                .filter(edition -> edition.id().equals(policy))
                .findFirst()
                .orElseThrow(() -> Address.unknown("policy", policy));
    }

    /** A place that the plan, or one about it, speaks of. */
    private View.Asked asked(String code, @Nullable String plan, @Nullable String period, @Nullable String asof) {
        Region region = names.register().region(code);
        if (region == null) {
            throw Address.unknown("region", code);
        }
        PlanFolder folder = plan == null || plan.isEmpty()
                ? plans.about(code).stream().findFirst().orElseThrow(() -> Address.unknown("region", code))
                : plans.get(plan);
        View.Asked asked = view.of(folder, code, Element.ENERGY, period, asof);
        if (!FigureController.concerns(asked.snapshot(), code)) {
            throw Address.unknown("region", code);
        }
        return asked;
    }

    private Frame frame(View.Asked asked, String code, String title, boolean samples) {
        return Frame.of(
                title + " " + names.place(code),
                "regions",
                samples,
                new Frame.Crumb("地区", "/regions"),
                new Frame.Crumb(
                        names.place(code),
                        "/regions/" + code + "?plan="
                                + Reading.query(asked.snapshot().plan().id()) + "&asof=" + asked.asOf()));
    }

    @GetMapping("/regions/{code}/what-if")
    Object whatIf(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String energy,
            @RequestParam(required = false) @Nullable String savings,
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String added,
            @RequestParam(required = false) @Nullable String format) {
        View.Asked asked = asked(code, plan, null, asof);
        Snapshot snapshot = asked.snapshot();
        Assumptions usual = usual(snapshot, code);
        Assumptions assumptions = new Assumptions(
                number("product", product, usual.productGrowth(), -50, 50),
                number("energy", energy, usual.energyGrowth(), -50, 50),
                number("savings", savings, BigDecimal.ZERO, 0, 100_000),
                number("project", project, BigDecimal.ZERO, 0, 100_000),
                number("added", added, BigDecimal.ZERO, 0, 1_000_000));
        WhatIf result = snapshot.whatIf(code, assumptions);
        boolean samples = result.years().stream()
                .anyMatch(year -> year.cumulative().sample() || year.change().sample());
        WhatIfPage page = new WhatIfPage(
                asked.framed(frame(asked, code, "如果……会怎样", samples)),
                code,
                names.place(code),
                snapshot.plan(),
                asked.asOf(),
                snapshot.plan().target(code, Element.INTENSITY),
                assumptions,
                result,
                result.years().stream()
                        .map(year -> path(snapshot, code, year.period()))
                        .toList(),
                samples);
        return format == null
                ? new ModelAndView("snapshot/what-if", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private static @Nullable BigDecimal path(Snapshot snapshot, String code, Period period) {
        Target target = snapshot.plan().target(code, Element.INTENSITY);
        return target == null ? null : snapshot.onPath(target, period);
    }

    /** What a reader would begin with: planned growth of GDP, and energy as in the last year that is known; rounded to a tenth. */
    private static Assumptions usual(Snapshot snapshot, String code) {
        BigDecimal product = null;
        BigDecimal energy = null;
        for (Period period : snapshot.periods(code)) {
            if (!period.isYear()) {
                continue;
            }
            Fact planned = snapshot.facts().find(code, Element.GDP_GROWTH_PLANNED, period);
            product = planned == null ? product : planned.value();
            Fact now = snapshot.facts().find(code, Element.ENERGY, period);
            Fact before = snapshot.facts().find(code, Element.ENERGY, period.yearBefore());
            if (now != null && before != null && before.value().signum() > 0) {
                energy = now.value()
                        .divide(before.value(), Arithmetic.PRECISION)
                        .subtract(BigDecimal.ONE)
                        .movePointRight(2);
            }
        }
        return new Assumptions(
                tenth(Objects.requireNonNullElse(product, new BigDecimal("5"))),
                tenth(Objects.requireNonNullElse(energy, new BigDecimal("2"))),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static BigDecimal tenth(BigDecimal value) {
        return new BigDecimal(Arithmetic.printed(value, 1));
    }

    /** @throws org.luheng.files.Refused where it is no number, or beyond what makes sense */
    private static BigDecimal number(String name, @Nullable String text, BigDecimal otherwise, int least, int most) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        BigDecimal value = NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
        if (value == null || value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0) {
            throw Address.badValue(name, text, least + " 至 " + most + " 的数，至多六位小数");
        }
        return value;
    }
}
