package org.luheng.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page needs to know.
 *
 * @param title of the page, without the product's name
 * @param room which entry of the navigation is lit: {@code home}, {@code plans}, {@code regions}, {@code indicators},
 *     {@code agencies}, {@code issues}, {@code proposals}, {@code facts}
 * @param samples whether anything the page may show rests on made-up facts
 * @param crumbs the way here, outermost first, without the page itself
 * @param ground the sealed issue that all results on the page are taken from; null: current facts, or no results
 */
public record Frame(
        String title,
        String room,
        boolean samples,
        List<Crumb> crumbs,
        @Nullable Crumb ground) {
    public record Crumb(String name, String href) {}

    public Frame {
        crumbs = List.copyOf(crumbs);
    }

    public static Frame of(String title, String room, boolean samples, Crumb... crumbs) {
        return new Frame(title, room, samples, List.of(crumbs), null);
    }

    public Frame resting(Crumb issue) {
        return new Frame(title, room, samples, crumbs, issue);
    }

    public Reader reader() {
        return Reader.current();
    }

    public @Nullable String current(String other) {
        return room.equals(other) ? "page" : null;
    }
}
