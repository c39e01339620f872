package org.luheng.reader;

import java.util.Set;

/** The names of units in an enumeration. */
final class UnitNames {
    private UnitNames() {}

    /** The names of an enumeration; brackets in a name part nothing, 和 parts where both sides are names. */
    static void read(String list, Set<String> into) {
        String bare = list.strip();
        for (String tail : new String[] {
            "按照各自职责分工", "按照职责分工", "按照职责", "按职责分工", "按职责", "依职责", "分工", "共同", "具体", "分别", "组织", "联合", "抓好"
        }) {
            if (bare.endsWith(tail)) {
                bare = bare.substring(0, bare.length() - tail.length());
            }
        }
        int from = 0;
        int at = 0;
        while (at <= bare.length()) {
            if (at < bare.length() && Chinese.opens(bare.charAt(at))) {
                at = Math.max(at + 1, Sentence.past(bare, at, bare.length()));
                continue;
            }
            boolean parted = at == bare.length() || "、，；,。\n".indexOf(bare.charAt(at)) >= 0;
            boolean and = !parted
                    && "和及与".indexOf(bare.charAt(at)) >= 0
                    && at > from
                    && isUnit(bare.substring(from, at))
                    && at + 2 < bare.length();
            if (parted || and) {
                add(bare.substring(from, at), into);
                from = at + 1;
            }
            at++;
        }
    }

    private static void add(String name, Set<String> into) {
        String bare = name.strip();
        while (bare.startsWith("由") || bare.startsWith("及") || bare.startsWith("和") || bare.startsWith("以及")) {
            bare = bare.substring(bare.startsWith("以及") ? 2 : 1);
        }
        while (bare.endsWith("等") || bare.endsWith("要") || bare.endsWith("等部门") || bare.endsWith("等单位")) {
            bare = bare.substring(0, bare.length() - (bare.endsWith("等") || bare.endsWith("要") ? 1 : 3));
        }
        if (!bare.isEmpty() && bare.length() <= 40 && !isDate(bare)) {
            into.add(bare);
        }
    }

    /** 2025年12月底前完成 among the names. */
    private static boolean isDate(String name) {
        return Chinese.isDigit(name.charAt(0)) && (name.contains("年") || name.contains("月"));
    }

    /** Ends as units do. */
    static boolean isUnit(String name) {
        String bare = name.endsWith("等") ? name.substring(0, name.length() - 1) : name;
        if (bare.length() < 2 || bare.length() > 30) {
            return false;
        }
        for (String tail : new String[] {
            "局", "委", "办", "厅", "部", "院", "署", "府", "中心", "公司", "分行", "银行", "支行", "集团", "部门", "单位", "街道", "乡镇", "委员会",
            "管委会", "办事处", "妇联", "工会", "团委", "协会", "企业", "联合会", "大队", "支队", "总队", "三大队", "海关", "科协", "残联", "工商联", "各区",
            "各县", "县区", "市区", "社", "站", "各地", "区县", "县（市、区）", "县（市）区", "区县（市）", "园区", "开发区", "新区", "学校", "研究所", "研究院",
            "分局", "镇", "乡", "办公室", "指挥部", "室", "镇街", "街镇", "县市", "市县", "科", "处", "股", "领导小组", "专班"
        }) {
            if (bare.endsWith(tail)) {
                return true;
            }
        }
        return false;
    }
}
