package org.luheng.accounting.emission;

import org.luheng.accounting.RuleEdition;

/**
 * What may be said of a time beside its values, by the device or by people: a row of {@code rules/monitoring-marks.csv}.
 *
 * @param word as people write it: 停运, 校准 …
 * @param flag as devices send it (HJ 212-2017 表 7); {@code -}: the reading came without one; empty: people alone say it
 * @param entered whether people may enter it
 */
public record Mark(String word, String flag, Effect effect, boolean entered, RuleEdition edition) {}
