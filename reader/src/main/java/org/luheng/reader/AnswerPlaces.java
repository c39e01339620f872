package org.luheng.reader;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * For which clause the units are named. Lines of units in paragraphs of their own behind the last of several items answer for all
 * of them, that is for the clause the items stand in, unless another item has units of its own.
 */
final class AnswerPlaces {
    private final Map<Outline.Part, List<ResponsibilityReader.Found>> found = new IdentityHashMap<>();
    private final Map<Outline.Part, List<Integer>> lifted = new IdentityHashMap<>();

    AnswerPlaces(List<Outline.Part> parts, ResponsibilityReader reader) {
        Map<Outline.Part, Outline.Part> last = new IdentityHashMap<>();
        Map<Outline.Part, Integer> children = new IdentityHashMap<>();
        Map<Outline.Part, Integer> answered = new IdentityHashMap<>();
        for (Outline.Part part : parts) {
            List<ResponsibilityReader.Found> own = reader.in(part.passages);
            found.put(part, own);
            Outline.Part parent = part.parent;
            if (parent != null) {
                last.put(parent, part);
                children.merge(parent, 1, Integer::sum);
                answered.merge(parent, own.isEmpty() ? 0 : 1, Integer::sum);
            }
        }
        last.forEach((parent, child) -> {
            List<ResponsibilityReader.Found> own = of(child);
            boolean alone = !own.isEmpty() && own.stream().allMatch(ResponsibilityReader.Found::alone);
            boolean item = child.style != null && child.style.compareTo(Numbering.Style.ARABIC) >= 0;
            if (alone
                    && item
                    && !child.parted
                    && of(parent).isEmpty()
                    && children.getOrDefault(parent, 0) > 1
                    && answered.getOrDefault(parent, 0) == 1) {
                found.put(parent, own);
                found.put(child, List.of());
                lifted.put(parent, List.of());
            }
        });
    }

    private List<ResponsibilityReader.Found> of(Outline.Part part) {
        return found.getOrDefault(part, List.of());
    }

    /** Writes down who answers for a clause; answers their places in the reading, for an item also those of its clause. */
    List<Integer> write(Outline.Part part, Answers answers) {
        List<Integer> indexes = answers.of(part.section, of(part));
        if (lifted.containsKey(part)) {
            lifted.put(part, indexes);
        }
        Outline.Part parent = part.parent;
        return indexes.isEmpty() && parent != null ? lifted.getOrDefault(parent, List.of()) : indexes;
    }
}
