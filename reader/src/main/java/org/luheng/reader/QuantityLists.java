package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quantities that stand side by side, and what the last of them says for all. */
final class QuantityLists {
    private final Frame frame;
    private final String text;

    QuantityLists(Frame frame) {
        this.frame = frame;
        text = frame.text;
    }

    /** 达到85%、90%和95%: quantities with nothing but marks between them. */
    int last(List<Quantity> here, int at, int to) {
        int last = at;
        while (last + 1 < here.size()
                && isListMark(here.get(last).to(), here.get(last + 1).from())) {
            last++;
        }
        if (last == at && last + 1 < here.size() && isTwoMeasures(here.get(at), here.get(at + 1), to)) {
            last++;
        }
        return last;
    }

    /** 投运2座10万千瓦: one thing counted and measured. */
    private boolean isTwoMeasures(Quantity one, Quantity two, int to) {
        return one.to() == two.from()
                && one.kind().equals("count")
                && Frame.isAmount(two)
                && frame.isClosing(two.to(), to, false);
    }

    private boolean isListMark(int from, int to) {
        int at = from;
        if (at < to && Chinese.opens(text.charAt(at))) {
            at = Sentence.past(text, at, to);
        }
        return to - at == 1 && "、和及与/".indexOf(text.charAt(at)) >= 0
                || to - at == 2 && (text.startsWith("以及", at) || text.startsWith("、和", at));
    }

    /** 1.5个和2个百分点, 120万、450万千瓦. */
    private static boolean isShort(String unit, String last) {
        return unit.equals("个") && last.equals("个百分点")
                || (unit.equals("万") || unit.equals("亿")) && last.startsWith(unit) && last.length() > 1;
    }

    /** Unit and comparator behind the last of a list hold for those that have none. */
    List<Quantity> evened(List<Quantity> list) {
        Quantity last = list.getLast();
        boolean onlyLast = true;
        for (Quantity quantity : list) {
            onlyLast &= quantity == last || quantity.after() == null;
        }
        List<Quantity> even = new ArrayList<>();
        for (Quantity quantity : list) {
            even.add(
                    quantity.unit().isEmpty() || isShort(quantity.unit(), last.unit())
                            ? quantity.withUnit(last.unit(), last.kind(), last.after())
                            : list.size() > 1
                                            && onlyLast
                                            && quantity.after() == null
                                            && last.after() != null
                                            && !quantity.isWhole()
                                    ? quantity.withUnit(quantity.unit(), quantity.kind(), last.after())
                                    : quantity);
        }
        return even;
    }

    /** 由2020年的30%提高到50%: the first is where it starts. */
    boolean isBaseline(List<Quantity> list, @Nullable Quantity next) {
        Quantity only = list.getFirst();
        if (next == null || list.size() > 1) {
            return false;
        }
        String verb = Lexicon.VERBS.at(text, only.to(), next.from());
        if (verb == null || verb.length() < 2 || verb.contains("达") || !(verb.endsWith("到") || verb.endsWith("至"))) {
            return false;
        }
        return only.to() + verb.length() <= next.from();
    }
}
