package org.luheng.reader;

import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param number 文号
 * @param issuer who signed it
 * @param date ISO, of signing or printing
 * @param place whose plan it is, as printed: 福州市
 * @param from first year it plans for
 * @param to last year
 */
public record Document(
        String title,
        String number,
        String issuer,
        @Nullable String date,
        String place,
        @Nullable Integer from,
        @Nullable Integer to) {}
