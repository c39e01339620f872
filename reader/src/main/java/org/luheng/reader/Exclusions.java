package org.luheng.reader;

/** Quantities that are no targets: prices, conditions of admission, limits and rules, points, how often and how long. */
final class Exclusions {
    private static final String[] PRICES = {
        "电价", "价格", "加价", "上浮", "下浮", "罚款", "贴息", "减免", "免征", "补贴", "补助", "奖励", "奖补", "税率", "税收优惠", "权重", "分值", "得分",
        "满分", "扣分", "加分", "退税", "抵扣", "服务费", "收费标准", "收费价格", "费用", "支持比例", "支持标准", "补助标准", "奖补标准", "分成", "分享比例", "总投资",
        "投资额", "替代系数", "替代比例", "置换比例", "成本"
    };

    /** What somebody must meet who wants to come in, not what is to be reached. */
    private static final String[] ADMISSION = {
        "新入园", "新入驻", "准入", "新购", "新上项目", "新上高", "项目一般应", "项目原则上应", "项目应达到", "新引进项目", "新引进企业", "新建耗煤", "申报条件"
    };

    /** Within so many characters 满足…要求 ends. */
    private static final int REQUIRED = 10;

    private final Said said;
    private final String text;

    Exclusions(Said said, String text) {
        this.said = said;
        this.text = text;
    }

    boolean has(Quantity quantity, int start, int to) {
        String kind = quantity.kind();
        if (kind.equals("occasion")) {
            return true;
        }
        if (kind.equals("time") || kind.equals("days")) {
            String before = text.substring(start, quantity.from());
            return !(before.contains("天数")
                    || before.contains("小时数")
                    || before.contains("时长")
                    || before.contains("时数")
                    || before.contains("重污染天气"));
        }
        if (kind.equals("times")) {
            return contains("替代") || contains("置换") || contains("倍量") || contains("削减");
        }
        int clause = quantity.from();
        while (clause > said.sentence.from() && text.charAt(clause - 1) != '；') {
            clause--;
        }
        for (String word : ADMISSION) {
            int at = text.indexOf(word, clause, quantity.from());
            if (at >= start || at >= 0 && limits(text.substring(start, quantity.from()))) {
                return true;
            }
        }
        if (text.substring(start, quantity.from()).contains("平均水平") || isRule(quantity, start)) {
            // 高于全省平均水平1个百分点
            return true;
        }
        if (kind.equals("count") && givesMoney(quantity.to(), to)) {
            return true;
        }
        boolean perUnit = quantity.unit().contains("元/");
        if (perUnit || kind.isEmpty() || kind.equals("share") || kind.equals("money") || kind.equals("level")) {
            for (String price : PRICES) {
                int at = text.indexOf(price, start, to);
                // 财政安排奖补资金300万元: what the purse spends is no price.
                boolean purse = kind.equals("money")
                        && at >= 0
                        && text.startsWith("资金", at + price.length())
                        && text.indexOf("财政", start, quantity.from()) >= 0;
                if (at >= 0 && !purse) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What holds for everybody at any time, or is hoped for: limits of discharge, room temperatures, points, yields of a project. */
    private boolean isRule(Quantity quantity, int start) {
        String unit = quantity.unit();
        String before = text.substring(start, quantity.from());
        boolean discharge = unit.endsWith("克/立方米") && (contains("排放浓度") || contains("排放限值"));
        boolean room = unit.equals("℃") || unit.equals("摄氏度");
        String behind = text.substring(quantity.to(), Math.min(text.length(), quantity.to() + REQUIRED));
        boolean met = (before.contains("满足") || before.contains("符合"))
                && (behind.contains("要求") || behind.contains("标准") || behind.contains("规定"));
        boolean points = unit.equals("分") && !before.contains("满意度") && !before.contains("指数");
        boolean yield = quantity.kind().equals("money") && (contains("建成后") || contains("投产后") || contains("达产后"));
        boolean single = quantity.kind().equals("money")
                && (before.contains("单个") || before.contains("单项") || before.contains("每个项目"));
        boolean above =
                before.endsWith("高") && !before.endsWith("提高") || before.endsWith("高出") || before.endsWith("超出");
        boolean each = before.contains("每个") && (before.endsWith("不超过") || before.endsWith("不低于"));
        return above || each || discharge || room || met || points || yield || single;
    }

    /** 投资强度不低于…, after a condition: one more condition. */
    private static boolean limits(String words) {
        return words.endsWith("不低于")
                || words.endsWith("不得低于")
                || words.endsWith("不高于")
                || words.endsWith("不得高于")
                || words.endsWith("不超过");
    }

    /** 淘汰1辆…补助1.5万元. */
    private boolean givesMoney(int from, int to) {
        for (String word : new String[] {"补助", "补贴", "奖励", "奖补"}) {
            int at = text.indexOf(word, from, to);
            if (at >= 0 && at + word.length() < to && text.substring(at, to).contains("元")) {
                return true;
            }
        }
        return false;
    }

    private boolean contains(String word) {
        return text.indexOf(word, said.sentence.from(), said.sentence.to()) >= 0;
    }
}
