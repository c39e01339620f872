package org.luheng.reader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes down who answers for which clause, names as agencies, and what earlier clauses put behind all later ones. */
final class Answers {
    private static final int FAR = 16;

    private final FairCopy copy;
    private final Agencies agencies;
    private final List<Responsibility> responsibilities;
    private final List<Doubt> doubts;
    private final Set<String> inherited = new LinkedHashSet<>();

    /** Where the document says that the first of several leads; its length where it does not. */
    private final int firstLeads;

    Answers(FairCopy copy, Agencies agencies, List<Responsibility> responsibilities, List<Doubt> doubts) {
        this.copy = copy;
        this.agencies = agencies;
        this.responsibilities = responsibilities;
        this.doubts = doubts;
        firstLeads = firstLeads(copy.text);
    }

    /** 列第一位的为牵头单位, 排在首位的单位牵头. */
    private static int firstLeads(String text) {
        for (String word : new String[] {"第一", "首位", "首个"}) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                int leads = text.indexOf("牵头", at, Math.min(text.length(), at + FAR));
                boolean of = "列排为的在名以，（。、；（〔".indexOf(at == 0 ? '。' : text.charAt(at - 1)) >= 0;
                if (of && leads > at && !text.substring(at, leads).contains("。")) {
                    return Math.max(0, at - LONGEST_BEFORE);
                }
            }
        }
        return text.length();
    }

    /** The convention stands behind the first units it holds for, in the same bracket. */
    private static final int LONGEST_BEFORE = 120;

    /** All of a clause; answers their places in the reading. */
    List<Integer> of(String section, List<ResponsibilityReader.Found> found) {
        List<Integer> indexes = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            String numbered = found.size() > 1 ? section + "#" + (at + 1) : section;
            indexes.add(add(section, numbered, found.get(at)));
        }
        return indexes;
    }

    /** Of one row of a table: its section, without a number. */
    List<Integer> ofRow(String section, Units units, int from, int to) {
        return units.isEmpty()
                ? List.of()
                : List.of(add(section, section, new ResponsibilityReader.Found(units, from, to)));
    }

    private int add(String section, String numbered, ResponsibilityReader.Found one) {
        Agencies.Run run = agencies.run();
        Units units = one.units();
        List<String> first = new ArrayList<>(run.named(units.lead));
        List<String> responsible = run.named(units.responsible);
        List<String> carrying = run.named(units.carrying);
        List<String> others = new ArrayList<>();
        boolean led = !first.isEmpty();
        if (led) {
            others.addAll(responsible);
            others.addAll(carrying);
        } else if (one.from() >= firstLeads && !responsible.isEmpty()) {
            led = true;
            first.add(responsible.getFirst());
            others.addAll(responsible.subList(1, responsible.size()));
            others.addAll(carrying);
        } else {
            first.addAll(responsible);
            first.addAll(carrying);
        }
        List<String> cooperating = run.named(units.cooperating);
        (first.isEmpty() ? first : others).addAll(cooperating);
        List<String> leading = first.stream().distinct().toList();
        List<String> second = others.stream()
                .filter(name -> !leading.contains(name))
                .distinct()
                .toList();
        Quote quote = copy.quote(one.from(), one.to());
        responsibilities.add(new Responsibility(
                numbered, quote, leading, second, !led && leading.size() > 1, List.copyOf(inherited)));
        for (String name : leading) {
            if (!UnitNames.isUnit(name)) {
                doubts.add(new Doubt(section, Doubt.Kind.UNITS, "“" + name + "”不像单位名称", quote));
            }
        }
        inherited.addAll(run.named(units.inherited));
        return responsibilities.size() - 1;
    }
}
