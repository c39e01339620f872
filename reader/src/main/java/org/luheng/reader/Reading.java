package org.luheng.reader;

import java.util.List;

/** Everything read from one document. */
public record Reading(
        Document document,
        List<Clause> clauses,
        List<Target> targets,
        List<Responsibility> responsibilities,
        List<Agency> agencies,
        List<Task> tasks,
        List<Table> tables,
        List<Doubt> doubts) {
    public Reading {
        clauses = List.copyOf(clauses);
        targets = List.copyOf(targets);
        responsibilities = List.copyOf(responsibilities);
        agencies = List.copyOf(agencies);
        tasks = List.copyOf(tasks);
        tables = List.copyOf(tables);
        doubts = List.copyOf(doubts);
    }
}
