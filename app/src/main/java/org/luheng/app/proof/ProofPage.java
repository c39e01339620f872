package org.luheng.app.proof;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;
import org.luheng.accounting.RuleEdition;
import org.luheng.app.page.Frame;
import org.luheng.files.PlanFolder;
import org.luheng.files.Proof;
import org.luheng.files.Proof.PublishedLight;
import org.luheng.files.Proof.Verdict;
import org.luheng.files.ProofCase;
import org.luheng.files.Region;
import org.luheng.files.Register;
import org.luheng.files.SumCheck;

/**
 * What was published beside what is computed.
 *
 * @param form geometric or linear
 * @param policy edition of deductions asked for, null: the one that holds in each year
 * @param policies all there are
 * @param plans whose annexes are added up
 * @param lights published without inputs
 */
public record ProofPage(
        Frame frame,
        LocalDate asOf,
        String form,
        @Nullable RuleEdition policy,
        List<RuleEdition> policies,
        List<Proof.Proven> proven,
        List<PlanFolder> plans,
        List<PublishedLight> lights,
        Register register) {
    private static final int LEVELS = 3;

    /** A plan's sum of what it divides, beside what it sets for the whole. */
    public record Sum(PlanFolder plan, SumCheck check) {}

    /** Levels of one release: places by level, of one light. */
    public record Release(String name, String light, List<List<String>> levels, String source) {}

    public List<Sum> sums() {
        return plans.stream()
                .flatMap(plan -> plan.sums().stream()
                        .filter(check -> check.total() != null)
                        .map(check -> new Sum(plan, check)))
                .toList();
    }

    public long count(Verdict verdict) {
        return proven.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** As it was printed, noughts at the end included. */
    public String published(ProofCase proofCase) {
        return proofCase.published().toPlainString().replace('-', '−') + proofCase.unit();
    }

    public String formWord() {
        return form.equals("linear") ? "直线分解" : "几何分解";
    }

    public String place(String code) {
        Region region = register.region(code);
        return region == null ? code : region.shortName();
    }

    /** The sum's own words: the title of the whole place's target. */
    public String title(SumCheck check) {
        return check.total() == null ? check.indicator() : check.total().title();
    }

    public String style(Verdict verdict) {
        return switch (verdict) {
            case AGREES -> "tag good";
            case DIFFERS -> "tag bad";
            case NOT_COMPUTED -> "tag warn";
            case NO_INPUTS -> "tag";
        };
    }

    public List<Release> releases() {
        Map<Period, List<PublishedLight>> byPeriod = lights.stream()
                .collect(Collectors.groupingBy(PublishedLight::period, LinkedHashMap::new, Collectors.toList()));
        return byPeriod.entrySet().stream()
                .flatMap(each -> java.util.stream.Stream.of(
                                release(each.getKey(), each.getValue(), "能耗强度", false),
                                release(each.getKey(), each.getValue(), "能源消费总量", true))
                        .filter(release -> release.levels().stream().anyMatch(level -> !level.isEmpty())))
                .toList();
    }

    private Release release(Period period, List<PublishedLight> published, String light, boolean total) {
        List<List<String>> levels = java.util.stream.IntStream.rangeClosed(1, LEVELS)
                .mapToObj(level -> published.stream()
                        .filter(each ->
                                Integer.valueOf(level).equals(total ? each.total() : (Integer) each.intensity()))
                        .map(each -> place(each.region()))
                        .toList())
                .toList();
        return new Release(period.inWords(), light, levels, published.getFirst().source());
    }
}
