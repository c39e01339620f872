package org.luheng.accounting;

import java.util.List;

/**
 * Which authority counts where several speak of one element. Dated data ({@code rules/authorities.csv}); an authority that
 * no row names comes last, one that is not stated after it.
 *
 * @param rows in order of rank; the first row that fits element and authority gives the rank
 */
public record AuthorityOrder(List<Row> rows) {
    /**
     * @param element element code, or a prefix ending in {@code *}
     * @param authority the authority's name; with {@code *} in front whatever ends so. 郑州市统计局 and 巩义市统计局 both end in
     *     市统计局 and do not rank alike, so cities are named
     */
    public record Row(int rank, String element, String authority) {
        boolean fits(String otherElement, String otherAuthority) {
            boolean elementFits = element.endsWith("*")
                    ? otherElement.startsWith(element.substring(0, element.length() - 1))
                    : otherElement.equals(element);
            boolean authorityFits = authority.startsWith("*")
                    ? otherAuthority.endsWith(authority.substring(1))
                    : otherAuthority.equals(authority);
            return elementFits && authorityFits;
        }
    }

    private static final int UNNAMED = 1_000;

    public static final AuthorityOrder NONE = new AuthorityOrder(List.of());

    public AuthorityOrder {
        rows = List.copyOf(rows);
    }

    int rank(String element, String authority) {
        if (authority.isEmpty()) {
            return UNNAMED + 1;
        }
        for (Row row : rows) {
            if (row.fits(element, authority)) {
                return row.rank();
            }
        }
        return UNNAMED;
    }
}
