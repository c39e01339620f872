package org.luheng.reader;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a table: of which period it is, of what, in which unit.
 *
 * @param words without the unit
 * @param unit of all its numbers (单位：吨), empty: none
 */
record TableTitle(String words, String unit) {
    private static final String[] PERIODS = {"“", "”", "十四五", "十三五", "十五五", "十二五", "十一五", "时期", "期间"};
    private static final String[] PLACES = {
        "各区县（市）", "各县（市、区）", "各县（市）区", "各县区（市）", "各市（州）", "分市（州）", "各乡镇办", "各街道（镇）", "各镇（街道）", "各市州", "各市县", "各设区市",
        "各地区", "各县区", "各市", "分市", "分县", "分区", "各区县", "各区", "各地"
    };
    private static final String[] KINDS = {
        "分解表", "分解", "计划表", "计划", "目标表", "任务表", "任务", "分年度安排", "分年度", "安排", "主要指标", "指标", "目标", "一览表", "情况表", "清单", "表"
    };

    static TableTitle of(String printed) {
        String words = printed;
        String unit = "";
        int label = words.lastIndexOf("单位：");
        if (label >= 0) {
            String behind = words.substring(label + 3);
            int end = unitsEnd(behind);
            String rest = behind.substring(end);
            if (end > 0 && (rest.isEmpty() || rest.equals("）") || rest.equals("〕"))) {
                unit = behind.substring(0, end);
                int from = label > 0 && Chinese.opens(words.charAt(label - 1)) ? label - 1 : label;
                words = words.substring(0, from);
            }
        }
        if (unit.isEmpty()) {
            unit = Cell.unitOf(words);
            words = Cell.withoutUnit(words);
        }
        return new TableTitle(words.strip(), unit);
    }

    /** Behind one unit, or several (户、亩、个), one for each column. */
    private static int unitsEnd(String words) {
        UnitReader units = new UnitReader(words);
        int end = 0;
        int at = 0;
        while (at < words.length()) {
            int next = words.charAt(at) == '%' ? at + 1 : units.end(at, words.length());
            if (next == at) {
                return end;
            }
            end = next;
            if (next < words.length() && words.charAt(next) != '、') {
                return end;
            }
            at = next + 1;
        }
        return end;
    }

    /** Of a column, counted among those of values; empty: none. */
    String unit(int column, int columns) {
        List<String> each = List.of(unit.split("、"));
        return each.size() == 1 ? unit : each.size() == columns ? each.get(column) : "";
    }

    TableTitle with(String more) {
        TableTitle other = of(words + more);
        return other.unit().isEmpty() ? new TableTitle(other.words(), unit) : other;
    }

    Times.@Nullable Span span() {
        return Spans.ofTitle(words);
    }

    /** Without its period, its places and what all titles say: 主要污染物重点工程减排量. */
    String bare() {
        String bare = words;
        for (String word : PERIODS) {
            bare = bare.replace(word, "");
        }
        int year = bare.indexOf('年');
        if (year == 4 && Chinese.isDigit(bare.charAt(0))) {
            bare = bare.substring(bare.startsWith("年度", 4) ? 6 : 5);
        }
        for (String word : PLACES) {
            bare = bare.startsWith(word) ? bare.substring(word.length()) : bare;
        }
        boolean more = true;
        while (more) {
            more = false;
            for (String word : KINDS) {
                if (bare.endsWith(word) && bare.length() > word.length() + 2) {
                    bare = bare.substring(0, bare.length() - word.length());
                    more = true;
                }
            }
        }
        return bare;
    }

    /** What every name in the table may end with: 重点工程减排量, 能效水平; empty: nothing. */
    String tail() {
        String bare = bare();
        String tail = Names.isTail(bare) ? bare : Names.tail(bare);
        return tail.length() < 2 ? "" : tail;
    }
}
