package org.luheng.reader;

import java.util.List;

/** Small documents of our own, and what is read from them in one line each. */
final class Plans {
    private static final PlanReader READER = new PlanReader();

    private Plans() {}

    /** Sentences of a plan for 2021 to 2025 of a city that is not there. */
    static Reading of(String sentences) {
        return READER.read("海州市“十四五”节能减排工作方案\n\n一、主要任务\n\n" + sentences + "\n");
    }

    static Reading whole(String document) {
        return READER.read(document);
    }

    /** {@code 名称 comparator value unit due}, a star behind an inherited date, then scope, base and modality where there are any. */
    static List<String> targets(Reading reading) {
        return reading.targets().stream()
                .filter(target -> target.comparator() != Comparator.DONE)
                .map(Plans::inWords)
                .toList();
    }

    static List<String> targets(String sentences) {
        return targets(of(sentences));
    }

    private static String inWords(Target target) {
        StringBuilder words = new StringBuilder(target.indicator())
                .append(' ')
                .append(target.comparator().code())
                .append(' ')
                .append(target.value());
        if (target.valueTo() != null) {
            words.append('~').append(target.valueTo());
        }
        words.append(target.unit()).append(' ').append(target.due()).append(target.dueInherited() ? "*" : "");
        if (!target.scope().isEmpty()) {
            words.append(" @").append(target.scope());
        }
        if (target.baseline() != null) {
            words.append(" 比").append(target.baseline());
        }
        return words.append(target.modality().isEmpty() ? "" : " " + target.modality())
                .append(target.perYear() ? " 每年" : "")
                .toString();
    }

    static List<String> responsibilities(String document) {
        return whole(document).responsibilities().stream()
                .map(one -> one.section() + " " + String.join("、", one.lead()) + " | "
                        + String.join("、", one.cooperating()) + (one.joint() ? " 共同" : "")
                        + (one.inherited().isEmpty() ? "" : " 承接" + String.join("、", one.inherited())))
                .toList();
    }
}
