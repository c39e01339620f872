package org.luheng.app.monitor.web;

import org.luheng.hj212.Codes;

/** Codes of HJ 212 in words, as far as its tables are known. */
final class Naming {
    private Naming() {}

    static String factor(String code) {
        Codes.Code known = Codes.FACTORS.find(code);
        return known == null ? code : known.name();
    }

    /** Unit of what is measured; that of what is added up the frame does not say. */
    static String unit(String code, String field) {
        Codes.Code known = Codes.FACTORS.find(code);
        return known == null || field.endsWith("Cou") || field.endsWith("Flag") ? "" : known.detail();
    }

    static String command(int cn) {
        Codes.Code known = Codes.COMMANDS.find(Integer.toString(cn));
        return known == null ? "CN " + cn : known.name();
    }

    static String mark(String mark) {
        Codes.Code known = Codes.MARKS.find(mark);
        return known == null ? mark : known.name();
    }

    static String field(String code) {
        Codes.Code known = Codes.FIELDS.find(code);
        return known == null ? code : known.name();
    }
}
