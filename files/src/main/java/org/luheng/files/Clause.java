package org.luheng.files;

/**
 * A clause of a plan document.
 *
 * @param section printed numbers joined by {@code /}: 三/（三）
 * @param from position in the document in code points, half open
 */
public record Clause(String section, String heading, int from, int to) {}
