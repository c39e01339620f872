package org.luheng.app.fact.sample;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.files.Register;

/**
 * Facts for the demonstration, made from the plans by a fixed seed: the same plans and rules give the same bytes. In order
 * of publication, as if they had come in one after another.
 */
public final class SampleFacts {
    private final List<SampleRow> rows = new ArrayList<>();

    public SampleFacts(List<Plan> plans, Rules rules, Register register) {
        SamplePlaces places = new SamplePlaces(register);
        Map<String, List<Plan>> byPlace = new LinkedHashMap<>();
        plans.stream()
                .sorted(Comparator.comparing(Plan::id))
                .forEach(plan -> byPlace.computeIfAbsent(plan.region(), region -> new ArrayList<>())
                        .add(plan));
        byPlace.values().forEach(ofPlace -> {
            Set<String> districts = new LinkedHashSet<>();
            ofPlace.forEach(plan -> districts.addAll(plan.divides()));
            new SampleEnergy(ofPlace.getFirst(), List.copyOf(districts), places, rows::add).make();
            new SampleIndicators(ofPlace, rules, places, rows::add).make();
        });
        rows.sort(Comparator.comparing(SampleRow::published));
    }

    public int size() {
        return rows.size();
    }

    /** As a file that the import reads. */
    public void writeTo(Writer out) throws IOException {
        out.write(SampleRow.HEADER);
        out.write('\n');
        for (SampleRow row : rows) {
            out.write(row.line());
            out.write('\n');
        }
    }
}
