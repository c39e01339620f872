package org.luheng.accounting.formula;

/** An element a formula speaks of, and when. */
public record Reference(String element, When when) {
    /** The period for which the element is wanted, seen from the period the formula is computed for. */
    public enum When {
        SAME(""),
        /** The same span a year earlier. */
        PREVIOUS("@previous"),
        /** The same part of the plan's base year. */
        BASE("@base");

        private final String written;

        When(String written) {
            this.written = written;
        }

        public String written() {
            return written;
        }
    }

    /** As in a formula: {@code [energy.total@base]}. */
    public String written() {
        return "[" + element + when.written() + "]";
    }
}
