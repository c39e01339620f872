package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that orders something.
 *
 * @param order the verb: 推进, 建设, 开展
 * @param object what is ordered, up to the end of its part of the sentence
 * @param place where, if it is not everywhere
 * @param targets indexes into {@link Reading#targets()} of those its sentence holds
 * @param responsibilities indexes into {@link Reading#responsibilities()} of those who answer for its section
 */
public record Task(
        String section,
        Quote quote,
        String order,
        String object,
        @Nullable String due,
        boolean dueInherited,
        String place,
        List<Integer> targets,
        List<Integer> responsibilities) {
    public Task {
        targets = List.copyOf(targets);
        responsibilities = List.copyOf(responsibilities);
    }

    /** The same with the date its table states; null: the table states none. */
    Task by(@Nullable String stated) {
        return stated == null || !dueInherited
                ? this
                : new Task(section, quote, order, object, stated, false, place, targets, responsibilities);
    }
}
