package org.luheng.app.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the current reader sees of the facts, as the database decided it ({@code luheng.sight()}): the bodies, and of them
 * either everything or certain elements. For what is held in memory; what is read from tables their policies guard.
 *
 * @param role null: a part of the program, or nobody
 * @param body acted for
 * @param region the place of that body
 * @param reports whether the reader may say anything, about what he sees
 */
public record Sight(
        @Nullable Role role,
        @Nullable String body,
        @Nullable String region,
        boolean reports,
        boolean allBodies,
        boolean allElements,
        Set<String> bodies,
        Set<String> elements) {

    static final Sight NOTHING = new Sight(null, null, null, false, false, false, Set.of(), Set.of());
    static final Sight EVERYTHING = new Sight(null, null, null, false, true, true, Set.of(), Set.of());

    public Sight {
        bodies = Set.copyOf(bodies);
        elements = Set.copyOf(elements);
    }

    /** Whether anything about the body may be seen. */
    public boolean sees(String code) {
        return allBodies || bodies.contains(code);
    }

    public boolean sees(String code, String element) {
        return sees(code) && seesElement(element);
    }

    public boolean seesElement(String element) {
        return allElements || elements.contains(element);
    }

    /** Whether the reader may state this fact. */
    public boolean mayReport(String code, String element) {
        return reports && sees(code, element);
    }

    Sight reporting() {
        return new Sight(role, body, region, true, allBodies, allElements, bodies, elements);
    }

    public boolean isNothing() {
        return !allBodies && bodies.isEmpty();
    }
}
