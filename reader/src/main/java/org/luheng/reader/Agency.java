package org.luheng.reader;

import java.util.List;

/**
 * One agency under all the names the document gives it.
 *
 * @param name the first form printed, with the level (市, 区) an enumeration left out
 */
public record Agency(String name, List<String> forms) {
    public Agency {
        forms = List.copyOf(forms);
    }
}
