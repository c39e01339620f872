package org.luheng.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/**
 * Gathers everything found in one reading, then refuses once. Of very many only the first {@value #LISTED} are kept, the rest
 * are counted. Not safe for several threads.
 */
public final class Findings implements Iterable<Finding> {
    public static final int LISTED = 1_000;

    private final List<Finding> listed = new ArrayList<>();
    private long errors;
    private long unlisted;

    public void add(Finding finding) {
        if (finding.kind() == Fault.Kind.ERROR) {
            errors++;
        }
        if (listed.size() < LISTED) {
            listed.add(finding);
        } else {
            unlisted++;
        }
    }

    public void add(Fault fault, Place place, String value, String... namesAndValues) {
        add(Finding.of(fault, place, value, namesAndValues));
    }

    public void addAll(Collection<Finding> findings) {
        findings.forEach(this::add);
    }

    /** Whether more would only be counted; spares whoever adds them the trouble of good advice. */
    public boolean isFull() {
        return listed.size() >= LISTED;
    }

    public boolean refused() {
        return errors > 0;
    }

    public long errors() {
        return errors;
    }

    /** How many more there were than are listed. */
    public long unlisted() {
        return unlisted;
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    public List<Finding> list() {
        return List.copyOf(listed);
    }

    @Override
    public Iterator<Finding> iterator() {
        return list().iterator();
    }

    /** @throws Refused where any finding is an error */
    public void throwIfRefused() {
        if (refused()) {
            throw new Refused(this);
        }
    }

    /** One line each, and a last one with the count of those not listed. */
    public List<String> inWords() {
        List<String> lines = new ArrayList<>(listed.size() + 1);
        listed.forEach(finding -> lines.add(finding.inWords()));
        if (unlisted > 0) {
            lines.add("……另有 " + unlisted + " 处未列出");
        }
        return lines;
    }
}
