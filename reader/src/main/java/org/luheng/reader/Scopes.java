package org.luheng.reader;

/** The place or group in front of an indicator's name that is not the whole: 福清市 | 城市生活污水集中收集率. */
final class Scopes {
    /** @param scope empty: the whole place */
    record Scoped(String scope, String rest) {}

    private static final String[] PARTS = {
        "市本级", "市中心城区", "中心城区", "主城区", "县（市）建成区", "县（市）", "区县（市）", "各县（市、区）", "各区县（市）", "县（市、区）", "各县（市）区", "市辖区"
    };

    private static final String[] WORDS = {
        "城市", "地市", "都市", "县市", "全市", "园区", "地区", "市区", "社区", "城区", "灌区", "景区", "港区", "厂区", "矿区", "库区", "小区", "牧区",
        "林区", "山区", "郊区", "片区", "辖区", "护区", "发区", "新区", "功能区", "建成区", "本市", "各县", "各区", "示范区", "保护区", "聚集区", "集聚区",
        "门市", "超市", "上市", "煤区", "烧区", "燃区", "控区", "放区", "营区", "域区", "业区", "态区", "湾区", "养区", "殖区", "农区", "校区", "院区", "街区"
    };

    private static final String[] GROUPS = {
        "地区", "区域", "流域", "海域", "平原", "城市群", "企业", "行业", "园区", "领域", "机构", "单位", "港口", "机场", "城市", "农村", "乡镇", "学校",
        "厂房", "县城", "结合部", "片区", "医院", "机关", "中心", "区", "县", "市", "城", "省", "州", "镇", "乡", "村"
    };

    private Scopes() {}

    static Scoped of(String name) {
        for (String part : PARTS) {
            if (name.startsWith(part) && name.length() - part.length() >= 4 && Names.endsWithHead(name)) {
                return new Scoped(part, name.substring(part.length()));
            }
        }
        for (int at = 2; at <= 4 && at < name.length() - 4; at++) {
            char c = name.charAt(at);
            if (c == '市' || c == '县' || c == '区') {
                String place = name.substring(0, at + 1);
                char next = name.charAt(at + 1);
                if (isPlace(place) && "级域内属场政辖委直".indexOf(next) < 0) {
                    return new Scoped(place, name.substring(at + 1));
                }
            }
        }
        return new Scoped("", name);
    }

    /** 钢铁、水泥、炼油等重点行业产能达标比例: the examples are the scope, the rest is the name. */
    static Scoped withoutExamples(String name) {
        int etc = name.indexOf('等');
        int mark = name.indexOf('、');
        if (mark < 0 || etc < mark || name.indexOf('、', mark + 1) > etc || name.indexOf('、', mark + 1) < 0) {
            return of(name);
        }
        String rest = name.substring(etc + 1);
        for (String kind : new String[] {"重点行业", "行业", "领域", "重点领域", "地区", "区域", "产品"}) {
            if (rest.startsWith(kind) && rest.length() >= kind.length() + 4 && Names.endsWithHead(rest)) {
                return new Scoped(name.substring(0, etc + 1) + kind, rest);
            }
        }
        return of(name);
    }

    /** Ends as a place, or a group of those who act, does. */
    static boolean isGroup(String words) {
        for (String end : GROUPS) {
            if (words.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    /** 甲地区、乙地区煤炭消费量: 煤炭消费量; empty where the first does not end as a place. */
    static String behindPlace(String first, String last) {
        for (String end : GROUPS) {
            int at = last.lastIndexOf(end);
            if (first.endsWith(end) && at > 0 && at + end.length() + 2 <= last.length()) {
                return last.substring(at + end.length());
            }
        }
        // 中心城区、县城新建建筑占比: all but the last are places, so the last begins with one.
        for (int at = 2; isGroup(first) && at <= 6 && at + 4 <= last.length(); at++) {
            String rest = last.substring(at);
            if (isGroup(last.substring(0, at))
                    && rest.length() >= 4
                    && Names.endsWithHead(rest)
                    && !isGroup(last.substring(0, at + 1))) {
                return rest;
            }
        }
        // 学校、厂房屋顶可安装比例: both are groups, though not of one kind.
        for (String end : GROUPS) {
            int at = last.lastIndexOf(end);
            if (end.length() > 1 && isGroup(first) && at > 0 && at + end.length() + 2 <= last.length()) {
                return last.substring(at + end.length());
            }
        }
        return "";
    }

    /** 党政机关屋顶安装比例: 屋顶安装比例; empty where no group stands in front. */
    static String behindGroup(String name) {
        for (String end : GROUPS) {
            int at = name.lastIndexOf(end);
            String rest = at >= 0 ? name.substring(at + end.length()) : "";
            if (end.length() > 1 && rest.length() >= 4 && Names.endsWithHead(rest)) {
                return rest;
            }
        }
        return "";
    }

    private static boolean isPlace(String place) {
        for (int at = 0; at < place.length(); at++) {
            if (!Chinese.isHan(place.charAt(at))) {
                return false;
            }
        }
        for (String word : WORDS) {
            if (place.endsWith(word)) {
                return false;
            }
        }
        return "各全本及等以新".indexOf(place.charAt(0)) < 0;
    }
}
