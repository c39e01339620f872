package org.luheng.draft;

import java.util.List;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;

/**
 * A plan as it was read, before anybody accepted it.
 *
 * @param folder what a plan folder would hold; indicators, places and agencies the house does not know have a {@value #UNKNOWN} and their
 *     printed name for a code
 * @param findings what is not known, and what the reader doubts, each with its place in the document
 */
public record Draft(PlanFolder folder, List<Finding> findings) {
    /** Begins the code of what the house does not know. */
    public static final String UNKNOWN = "?";

    public Draft {
        findings = List.copyOf(findings);
    }
}
