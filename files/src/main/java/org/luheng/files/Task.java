package org.luheng.files;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Due;

/**
 * A task of a plan and who owes it: one bracket of responsibility, a row of {@code tasks.csv}.
 *
 * @param section with {@code #n} where a clause has several brackets
 * @param lead those who lead; where {@code joint}, all who share the duty
 * @param inherited bound by an earlier clause (以下均需……落实，不再列出), named in no bracket here
 * @param places codes of the register, or a name the register does not have (a tract of several places)
 * @param targets ids of the targets it serves
 * @param from position of the bracket in the document in code points, half open
 */
public record Task(
        String id,
        String section,
        String title,
        String summary,
        List<Unit> lead,
        List<Unit> cooperating,
        boolean joint,
        List<Unit> inherited,
        List<String> places,
        @Nullable Due due,
        List<String> targets,
        int from,
        int to,
        String note) {
    public Task {
        lead = List.copyOf(lead);
        cooperating = List.copyOf(cooperating);
        inherited = List.copyOf(inherited);
        places = List.copyOf(places);
        targets = List.copyOf(targets);
    }

    /** The clause, without {@code #n}. */
    public String clause() {
        int hash = section.indexOf('#');
        return hash < 0 ? section : section.substring(0, hash);
    }

    /** Everybody named, leading ones first. */
    public List<Unit> units() {
        List<Unit> all = new ArrayList<>(lead);
        all.addAll(cooperating);
        all.addAll(inherited);
        return all;
    }
}
