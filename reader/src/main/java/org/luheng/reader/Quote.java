package org.luheng.reader;

/**
 * Words of the original.
 *
 * @param text the original from start to end, line breaks and stray blanks included
 * @param start first character (UTF-16 unit)
 * @param end behind the last
 */
public record Quote(String text, int start, int end) {}
