package org.luheng.files;

import org.luheng.accounting.RuleEdition;

/** Reads what every rule has: id, years, source, certainty. */
interface Editions {
    RuleEdition of(Row row, String matter, String title, String text);
}
