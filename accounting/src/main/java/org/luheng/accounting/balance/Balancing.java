package org.luheng.accounting.balance;

/** Strikes energy balances. Stateless. */
public final class Balancing {
    private final BalanceRules rules;

    public Balancing(BalanceRules rules) {
        this.rules = rules;
    }

    /** @throws IllegalArgumentException where the rules do not cover the year: {@link BalanceRules#covers} asks before */
    public Balance of(EnergyTable table) {
        if (!rules.covers(table.period().year())) {
            throw new IllegalArgumentException("no form of the balance for " + table.period());
        }
        return new Reckoning(table, rules).balance();
    }
}
