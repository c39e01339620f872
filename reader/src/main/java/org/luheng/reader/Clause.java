package org.luheng.reader;

/**
 * A numbered part of the document.
 *
 * @param section headings as printed, joined by {@code /}: {@code 三/（三）}; an unnumbered run-in heading stands by its words
 * @param heading its words without number, empty where the number opens running text
 * @param level 1 for the outermost
 * @param start of the number in the original
 * @param body where its own text begins, behind the heading
 * @param own where its own text ends: at its first part, or at its end
 * @param end behind its last part
 */
public record Clause(String section, String heading, int level, int start, int body, int own, int end) {}
