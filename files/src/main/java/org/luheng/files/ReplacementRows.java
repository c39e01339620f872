package org.luheng.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.RuleEdition;
import org.luheng.accounting.replacement.Condition;
import org.luheng.accounting.replacement.Ratio;
import org.luheng.accounting.replacement.Subject;

/**
 * How many times what they add projects replace, read from {@code replacement-ratios.csv}.
 *
 * @param edition reads what every rule has: id, title, text, years, source, certainty
 */
record ReplacementRows(Findings findings, BiFunction<Row, String, RuleEdition> edition) {
    static final String RATIOS = "replacement-ratios.csv";
    private static final Set<String> COLUMNS = Register.columns(
            "id",
            "subjects",
            "condition",
            "regions",
            "exempt",
            "provincial",
            "times",
            "title",
            "text",
            "from",
            "to",
            "source",
            "certainty");

    List<Ratio> read(@Nullable Source source) {
        List<Ratio> ratios = new ArrayList<>();
        for (Row row : Table.read(source, COLUMNS, Set.of(), findings).rows()) {
            Set<Subject> subjects = EnumSet.noneOf(Subject.class);
            row.required("subjects");
            for (String each : row.list("subjects")) {
                Subject subject = Subject.of(each);
                if (subject == null) {
                    row.faultOf(Fault.NOT_ONE_OF, "subjects", each, "allowed", subjects());
                } else {
                    subjects.add(subject);
                }
            }
            Condition condition = Condition.of(row.oneOf(
                    "condition",
                    Arrays.stream(Condition.values()).map(Condition::code).toList()));
            List<String> regions = row.list("regions");
            for (String region : regions) {
                if (!region.matches("[0-9]{6}")) {
                    row.faultOf(Fault.NOT_ONE_OF, "regions", region, "allowed", "六位行政区划代码");
                }
            }
            boolean provincial = row.yes("provincial");
            row.required("times");
            BigDecimal times = row.decimal("times");
            if (times != null && times.signum() <= 0) {
                row.fault(Fault.NOT_POSITIVE, "times");
            }
            RuleEdition own = edition.apply(row, "replacement");
            if (condition != null && times != null) {
                ratios.add(new Ratio(subjects, condition, regions, row.list("exempt"), provincial, times, own));
            }
        }
        return List.copyOf(ratios);
    }

    /** What can be replaced, for messages. */
    static String subjects() {
        return String.join(
                " ", Arrays.stream(Subject.values()).map(Subject::code).toList());
    }
}
