package org.luheng.accounting.balance;

import java.util.List;
import java.util.Map;
import org.luheng.accounting.Figure;

/**
 * A balance that was struck.
 *
 * @param figures derived cells, differences, tolerances and implied losses, in the order of the form
 * @param names in Chinese, of the indicators of the figures
 */
public record Balance(List<Figure> figures, Map<String, String> names, List<Remark> remarks) {
    public Balance {
        figures = List.copyOf(figures);
        names = Map.copyOf(names);
        remarks = List.copyOf(remarks);
    }
}
