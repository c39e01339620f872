package org.luheng.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.luheng.accounting.Target;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;
import org.luheng.files.SumCheck;

/**
 * A plan on two pages for who has to answer for it (方案体检): how much it holds, whether it agrees with itself and with others,
 * what is wanting, what it wants most.
 *
 * @param against titles of the plans it was held against
 * @param counts what it holds, in words with numbers
 * @param verdicts one sentence each, the gravest first
 * @param urgent contradictions and suspicions, at most {@value #MOST_URGENT}
 * @param unlisted how many more of these there are
 * @param gaps by kind
 * @param main targets that bind, then the first with a number, at most {@value #MOST_TARGETS}
 */
public record CheckUp(
        String title,
        String period,
        String document,
        List<String> against,
        List<Count> counts,
        List<String> verdicts,
        List<Finding> urgent,
        int unlisted,
        List<Gap> gaps,
        List<Target> main) {
    static final int MOST_URGENT = 6;
    static final int MOST_TARGETS = 12;
    private static final int EXAMPLES = 2;
    private static final int LONGEST_EXAMPLE = 24;

    public record Count(String what, int number) {}

    /**
     * What is wanting of one kind.
     *
     * @param of how many could be without, 0: that is no question
     * @param examples titles
     */
    public record Gap(String what, int number, int of, List<String> examples) {}

    /**
     * @param findings of this plan and of its comparisons, as {@link org.luheng.files.PlanChecks} and a draft give them
     * @param others it was held against
     */
    public static CheckUp of(PlanFolder folder, List<Finding> findings, List<PlanFolder> others) {
        List<Target> targets = folder.plan().targets();
        List<Finding> contradictions = of(findings, Fault.Kind.CONTRADICTION);
        List<Finding> suspicions = of(findings, Fault.Kind.SUSPECTED);
        List<Finding> urgent = new ArrayList<>(contradictions);
        urgent.addAll(suspicions);
        List<Gap> gaps = gaps(targets.size(), findings);
        return new CheckUp(
                folder.plan().title(),
                period(folder),
                folder.document().name() + "，" + folder.document().characters() + " 字",
                others.stream().map(other -> other.plan().title()).toList(),
                counts(folder, findings),
                verdicts(folder, contradictions, suspicions, gaps, others),
                urgent.stream().limit(MOST_URGENT).toList(),
                Math.max(0, urgent.size() - MOST_URGENT),
                gaps,
                main(folder));
    }

    private static String period(PlanFolder folder) {
        int first = folder.plan().firstYear();
        int last = folder.plan().lastYear();
        return first == last ? first + " 年" : first + "—" + last + " 年";
    }

    private static List<Finding> of(List<Finding> findings, Fault.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static List<Count> counts(PlanFolder folder, List<Finding> findings) {
        List<Target> targets = folder.plan().targets();
        int numbers =
                (int) targets.stream().filter(target -> target.value() != null).count();
        return List.of(
                new Count("条款", folder.clauses().size()),
                new Count("有数值的目标", numbers),
                new Count("只有期限的目标", targets.size() - numbers),
                new Count("责任", folder.tasks().size()),
                new Count("责任单位", folder.duties().size()),
                new Count("读时拿不准", (int)
                        findings.stream().filter(CheckUp::isDoubt).count()));
    }

    private static boolean isDoubt(Finding finding) {
        return finding.fault() == Fault.READER_DOUBTS;
    }

    private static List<String> verdicts(
            PlanFolder folder,
            List<Finding> contradictions,
            List<Finding> suspicions,
            List<Gap> gaps,
            List<PlanFolder> others) {
        List<String> verdicts = new ArrayList<>();
        verdicts.add(
                contradictions.isEmpty() ? "没有发现不能同时成立的目标。" : "有 " + contradictions.size() + " 处矛盾，须由发文单位明确以哪个为准。");
        if (!suspicions.isEmpty()) {
            verdicts.add(
                    "有 " + suspicions.size() + " 处与" + (others.isEmpty() ? "其他表述" : "别的方案") + "同事不同数，可能是口径不同，须核对。");
        } else if (!others.isEmpty()) {
            verdicts.add("与所比的 " + others.size() + " 个方案没有不一致之处。");
        }
        List<SumCheck> sums =
                folder.sums().stream().filter(sum -> sum.difference() != null).toList();
        long apart = sums.stream().filter(SumCheck::differs).count();
        if (!sums.isEmpty()) {
            verdicts.add(
                    apart == 0
                            ? "分解到各地区的 " + sums.size() + " 项指标，合计都与全市值相等。"
                            : "分解到各地区的 " + sums.size() + " 项指标中，" + apart + " 项合计与全市值不等。");
        }
        gaps.stream()
                .filter(gap -> gap.of() > 0 && 2 * gap.number() > gap.of())
                .forEach(gap -> verdicts.add("%d 个目标中 %d 个%s，难以追责或考核。".formatted(gap.of(), gap.number(), gap.what())));
        if (gaps.isEmpty()) {
            verdicts.add("各目标的单位、基年、期限、责任单位齐全。");
        }
        return verdicts;
    }

    private static List<Gap> gaps(int targets, List<Finding> findings) {
        Map<String, Predicate<Finding>> kinds = new LinkedHashMap<>();
        kinds.put("没有责任单位", finding -> finding.fault() == Fault.NOBODY_LEADS);
        kinds.put("没有单位", finding -> finding.fault() == Fault.NO_UNIT);
        kinds.put("没有写明基年", finding -> finding.fault() == Fault.NO_BASE);
        kinds.put("没有期限", finding -> finding.fault() == Fault.NO_DUE);
        kinds.put("期限由上下文承接", finding -> finding.fault() == Fault.DUE_INHERITED);
        List<Gap> gaps = new ArrayList<>();
        kinds.forEach((what, is) -> gap(what, targets, findings, is, gaps));
        gap("只有标题的章", 0, findings, finding -> finding.fault() == Fault.EMPTY_CHAPTER, gaps);
        return gaps;
    }

    private static void gap(String what, int of, List<Finding> findings, Predicate<Finding> is, List<Gap> gaps) {
        List<Finding> some = findings.stream().filter(is).toList();
        if (!some.isEmpty()) {
            gaps.add(new Gap(
                    what,
                    some.size(),
                    of,
                    some.stream()
                            .map(CheckUp::example)
                            .distinct()
                            .limit(EXAMPLES)
                            .toList()));
        }
    }

    private static String example(Finding finding) {
        String said = finding.args().getOrDefault("title", finding.args().getOrDefault("heading", finding.value()));
        return said.length() > LONGEST_EXAMPLE ? said.substring(0, LONGEST_EXAMPLE - 1) + "…" : said;
    }

    private static List<Target> main(PlanFolder folder) {
        return folder.plan().targets().stream()
                .filter(target -> target.value() != null)
                .filter(target -> target.region().equals(folder.plan().region()))
                .sorted(Comparator.comparing(target -> !target.nature().equals("约束性")))
                .limit(MOST_TARGETS)
                .toList();
    }
}
