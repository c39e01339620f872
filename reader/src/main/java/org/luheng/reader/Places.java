package org.luheng.reader;

/** Words in a table that are places, and words above a column of places. */
final class Places {
    private Places() {}

    static boolean isHeader(String bare) {
        return bare.endsWith("区县（市）")
                || bare.endsWith("县（市、区）")
                || bare.endsWith("县（市）区")
                || bare.endsWith("市（州）")
                || bare.endsWith("地区")
                || bare.endsWith("各地")
                || bare.equals("区县")
                || bare.equals("县区")
                || bare.equals("市州")
                || bare.equals("市县")
                || bare.equals("城市")
                || bare.endsWith("乡镇办")
                || bare.endsWith("乡镇")
                || bare.endsWith("镇街")
                || bare.endsWith("镇（街道）")
                || bare.endsWith("街道（镇）")
                || bare.startsWith("村（")
                || bare.equals("村居")
                || bare.equals("区域")
                || bare.equals("行政区");
    }

    static boolean is(String cell) {
        if (cell.length() < 2 || cell.length() > 14) {
            return false;
        }
        for (String end :
                new String[] {"区", "县", "市", "镇", "乡", "街道", "办事处", "管委会", "省", "州", "旗", "盟", "师", "街办", "村", "社区", "园"
                }) {
            if (cell.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** 合计, 全市: the whole place of the plan. */
    static boolean isWhole(String cell) {
        return cell.equals("合计")
                || cell.equals("总计")
                || cell.equals("小计")
                || cell.startsWith("全") && cell.length() <= 3;
    }

    /** 青山区, 青山区2023年: the place a column is of; empty: of none. */
    static String of(String words) {
        int digit = 0;
        while (digit < words.length() && !Chinese.isDigit(words.charAt(digit))) {
            digit++;
        }
        String place = words.substring(0, digit);
        return is(place) || isWhole(place) ? place : "";
    }
}
