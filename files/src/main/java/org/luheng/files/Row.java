package org.luheng.files;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Certainty;

/** One row of a {@link Table}; what it is asked for and does not hold becomes a finding with its place. */
record Row(Place place, Map<String, Integer> columns, List<String> fields, Findings findings) {
    int line() {
        return place.line();
    }

    /** Empty where the column is not there. */
    String text(String column) {
        Integer at = columns.get(column);
        return at == null ? "" : fields.get(at).strip();
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(Fault.BLANK, column);
        }
        return text;
    }

    void fault(Fault fault, String column, String... namesAndValues) {
        faultOf(fault, column, text(column), namesAndValues);
    }

    /** About a part of the cell. */
    void faultOf(Fault fault, String column, String value, String... namesAndValues) {
        findings.add(fault, place.column(column), value, namesAndValues);
    }

    @Nullable
    BigDecimal decimal(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = Numeral.read(text);
        if (number == null) {
            findings.add(Numeral.wrong(place.column(column), text));
        }
        return number;
    }

    /** Null where blank or wrong. */
    @Nullable
    Integer whole(String column, int least, int most) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = text.length() > 10 ? null : Numeral.read(text);
        if (number == null
                || number.scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(Fault.NOT_WHOLE, column, "least", Integer.toString(least), "most", Integer.toString(most));
            return null;
        }
        return number.intValueExact();
    }

    @Nullable
    LocalDate date(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            fault(Fault.NOT_A_DATE, column);
            return null;
        }
    }

    /** 是 or blank. */
    boolean yes(String column) {
        String text = text(column);
        if (!text.isEmpty() && !text.equals("是")) {
            fault(Fault.NOT_ONE_OF, column, "allowed", "是，或空着");
        }
        return text.equals("是");
    }

    /** How sure the row is of what it says; not sure at all where it does not tell. */
    Certainty certainty() {
        Certainty certainty = Certainty.of(text("certainty"));
        if (certainty == null) {
            fault(Fault.NOT_ONE_OF, "certainty", "allowed", "found seed confirmed memory unsure");
            return Certainty.UNSURE;
        }
        return certainty;
    }

    String oneOf(String column, List<String> allowed) {
        String text = text(column);
        if (!allowed.contains(text)) {
            fault(
                    Fault.NOT_ONE_OF,
                    column,
                    "allowed",
                    String.join(" ", allowed).strip() + (allowed.contains("") ? "，或空着" : ""));
        }
        return text;
    }

    /** Parts between semicolons; an empty part is a finding. */
    List<String> list(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (part.isBlank()) {
                fault(Fault.BLANK, column, "write", "：分号之间没有内容");
            } else {
                parts.add(part.strip());
            }
        }
        return List.copyOf(parts);
    }

    void checkCharacters() {
        columns.forEach((column, at) -> {
            String field = fields.get(at);
            if (field.length() > Table.LONGEST_FIELD) {
                fault(Fault.FIELD_TOO_LONG, column, "limit", Integer.toString(Table.LONGEST_FIELD));
            }
            int strange = Characters.firstInvisible(field);
            if (strange >= 0) {
                faultOf(Fault.CONTROL_CHARACTER, column, field, "character", Finding.named(field.codePointAt(strange)));
            }
        });
    }
}
