package org.luheng.app.audit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.audit.store.AuditStore;
import org.luheng.app.page.Address;
import org.luheng.app.page.Reading;

/** What the auditor looks for, as it stands in the address; empty is anything. @param before {@code day,seq}: only earlier ones */
public record AuditSearch(String actor, String scope, String act, String from, String to, String text, String before) {

    AuditStore.Query asked() {
        String[] earlier = before.split(",", 2);
        return new AuditStore.Query(
                given(actor),
                given(scope),
                given(act),
                day("from", from),
                day("to", to),
                given(text),
                before.isEmpty() ? null : day("before", earlier[0]),
                before.isEmpty() ? 0 : number(earlier.length < 2 ? "" : earlier[1]));
    }

    private static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable LocalDate day(String parameter, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw Address.badDate(parameter, text);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw Address.badValue("before", text, "日期,序号");
        }
    }

    /** All of it but where to go on. */
    String query() {
        List<String> said = new ArrayList<>();
        say(said, "actor", actor);
        say(said, "scope", scope);
        say(said, "act", act);
        say(said, "from", from);
        say(said, "to", to);
        say(said, "text", text);
        return String.join("&", said);
    }

    private static void say(List<String> said, String name, String value) {
        if (!value.isBlank()) {
            said.add(name + "=" + Reading.query(value));
        }
    }
}
