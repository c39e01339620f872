package org.luheng.accounting.energy;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.luheng.accounting.energy.EnergyKind.Group;
import org.luheng.accounting.energy.EnergyKind.Purpose;

/** Why amounts of energy do not add up to a total, said alike of regions and enterprises. */
final class Refusal {
    private Refusal() {}

    static String negative(EnergyKind kind, Purpose purpose, BigDecimal value) {
        return kind.name() + purpose.word() + "为 " + value.toPlainString() + "，不能小于零";
    }

    static String holds(EnergyKind whole, EnergyKind part, String when) {
        return whole.name() + "已含" + part.name() + "，两者都报了消费量 " + when + "，会重复计算";
    }

    static String madeOf(EnergyKind source, EnergyKind product, String when) {
        return source.name() + "和由它制成的" + product.name() + "都报了消费量 " + when + "，没有报加工转换的投入产出，分不清是否重复（没有转换的报 0）";
    }

    static String inWithoutOut(String when) {
        return "有加工转换投入量而没有产出量 " + when;
    }

    static String outWithoutIn(EnergyKind kind, String when) {
        return "有" + kind.name() + "加工转换产出量而没有投入量 " + when;
    }

    /** Kinds it is made from, and their parts. */
    static Set<EnergyKind> sources(EnergyRules rules, EnergyKind kind) {
        Set<EnergyKind> sources = new HashSet<>();
        for (String code : kind.madeFrom()) {
            EnergyKind source = rules.kind(code);
            if (source != null) {
                sources.addAll(rules.within(source));
            }
        }
        return sources;
    }

    /** Whether use of the one can be where an output of the other came from; heat and power are recovered from any fuel. */
    static boolean feeds(EnergyRules rules, EnergyKind source, EnergyKind product) {
        return product.group() == Group.HEAT || product.group() == Group.ELECTRICITY
                ? source.group() != Group.ELECTRICITY && source.group() != Group.MEDIUM && source != product
                : sources(rules, product).contains(source);
    }
}
