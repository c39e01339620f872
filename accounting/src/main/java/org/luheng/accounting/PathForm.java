package org.luheng.accounting;

/** How a change over several years is divided into years. */
public enum PathForm {
    /** The same rate every year: 14 % in five years is 2.9714 % a year. */
    GEOMETRIC("几何"),
    /** The same number of points every year: 14 % in five years is 2.8 points a year. */
    LINEAR("线性");

    private final String word;

    PathForm(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
