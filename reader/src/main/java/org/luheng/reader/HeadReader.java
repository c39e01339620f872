package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says of itself before its first clause: title, number, issuer, date; from the title place and period. */
final class HeadReader {
    private static final String[] KINDS = {
        "方案", "规划", "计划", "意见", "要点", "安排", "纲要", "办法", "行动", "措施", "细则", "部署", "清单", "通知"
    };

    private final FairCopy copy;
    private final List<String> lines = new ArrayList<>();
    private final List<String> tail = new ArrayList<>();

    HeadReader(FairCopy copy, Outline outline) {
        this.copy = copy;
        for (Outline.Passage passage : outline.head.passages) {
            lines.add(copy.text.substring(passage.from(), passage.to()));
        }
        List<FairCopy.Paragraph> all = copy.paragraphs;
        for (FairCopy.Paragraph paragraph : all.subList(Math.max(0, all.size() - 6), all.size())) {
            tail.add(copy.text.substring(paragraph.from(), paragraph.to()));
        }
    }

    Document read() {
        String title = title();
        String place = place(title);
        if (place.isEmpty() && title.startsWith("全国")) {
            place = "全国";
        } else if (place.isEmpty() && lines.stream().anyMatch(HeadReader::isNational)) {
            place = "全国";
        }
        Times.Span period = Spans.ofTitle(title);
        if (period == null) {
            period = Spans.mostNamed(copy.text);
        }
        String date = date();
        if (period == null) {
            period = Spans.upTo(copy.text, date);
        }
        return new Document(
                title,
                number(),
                issuer(),
                date,
                place,
                period == null ? null : Integer.valueOf(period.from()),
                period == null ? null : Integer.valueOf(period.to()));
    }

    private static boolean isNational(String line) {
        return line.startsWith("国务院")
                || line.startsWith("中共中央")
                || line.startsWith("国家")
                || line.startsWith("国发〔")
                || line.startsWith("国办发〔");
    }

    private String title() {
        for (String line : lines) {
            String promulgated = promulgated(line);
            if (!promulgated.isEmpty()) {
                return promulgated;
            }
        }
        String best = "";
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (isTitle(line) && Numbering.at(line, 0, line.length()) == null) {
                String title = line;
                for (int before = at - 1;
                        before >= 0 && title.length() < 60 && isHalfTitle(title, lines.get(before));
                        before--) {
                    title = lines.get(before) + title;
                }
                if (best.isEmpty() || best.endsWith("通知") || !title.endsWith("通知")) {
                    best = title;
                }
            }
        }
        if (best.isEmpty()) {
            for (String line : lines) {
                if (line.length() >= 4 && line.length() <= 60 && line.indexOf('。') < 0) {
                    best = line;
                    break;
                }
            }
        }
        return ofNotice(best);
    }

    /** 《…方案》已经…同意，现印发给你们: the document names itself. */
    private static String promulgated(String line) {
        if (!line.contains("印发给你们") && !line.contains("现予印发") && !line.contains("现印发")) {
            return "";
        }
        int open = line.indexOf('《');
        int close = open < 0 ? -1 : Sentence.past(line, open, line.length()) - 1;
        return close > open + 4 ? line.substring(open + 1, close) : "";
    }

    static boolean isTitle(String line) {
        if (line.length() < 4 || line.length() > 70 || line.indexOf('。') >= 0 || line.indexOf('：') >= 0) {
            return false;
        }
        for (String kind : KINDS) {
            if (line.endsWith(kind) || line.endsWith(kind + "）") || line.endsWith("年）") || line.endsWith(kind + "》")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHalfTitle(String title, String before) {
        boolean whole = title.length() >= 12 && (place(title).length() > 1 || title.contains("关于"));
        return !whole
                && before.length() <= 40
                && !isTitle(before)
                && before.indexOf('。') < 0
                && before.indexOf('：') < 0
                && !before.endsWith("号")
                && !before.endsWith("文件")
                && !before.endsWith("日")
                && !before.startsWith("附");
    }

    private static String ofNotice(String title) {
        int of = title.indexOf("关于印发");
        int notice = title.lastIndexOf("的通知");
        if (of < 0 || notice < of + 4) {
            return title;
        }
        String inner = title.substring(of + 4, notice);
        return inner.startsWith("《") && inner.endsWith("》") ? inner.substring(1, inner.length() - 1) : inner;
    }

    private String number() {
        for (String line : lines) {
            int open = line.indexOf('〔');
            if (line.length() <= 30 && open > 0 && line.endsWith("号")) {
                return line;
            }
        }
        return "";
    }

    private String issuer() {
        for (int at = 1; at < lines.size(); at++) {
            if (Spans.wholeDate(lines.get(at)) != null && isIssuer(lines.get(at - 1))) {
                return lines.get(at - 1);
            }
        }
        for (String line : lines) {
            if (line.endsWith("文件") && isIssuer(line.substring(0, line.length() - 2))) {
                return line.substring(0, line.length() - 2);
            }
        }
        for (String line : lines) {
            int of = line.indexOf("关于印发");
            if (of > 3 && isIssuer(line.substring(0, of))) {
                return line.substring(0, of);
            }
        }
        return "";
    }

    private static boolean isIssuer(String line) {
        return line.length() <= 40
                && (line.endsWith("政府")
                        || line.endsWith("办公厅")
                        || line.endsWith("办公室")
                        || line.endsWith("委员会")
                        || line.endsWith("局")
                        || line.endsWith("厅")
                        || line.endsWith("部")
                        || line.endsWith("国务院")
                        || line.endsWith("委"));
    }

    private @Nullable String date() {
        String date = null;
        for (String line : lines) {
            boolean bracketed = line.length() > 2 && Chinese.opens(line.charAt(0));
            String here = Spans.wholeDate(bracketed ? line.substring(1, line.length() - 1) : line);
            date = here == null ? date : here;
        }
        if (date == null) {
            for (String line : tail) {
                String here = Spans.wholeDate(line.replace("印发", ""));
                date = here == null ? date : here;
            }
        }
        return date;
    }

    /** 河南省郑州市二七区, 二七区, 福州市; empty where the title begins with none. */
    static String place(String whole) {
        String title = whole.startsWith("中共") ? whole.substring(2) : whole;
        int end = 0;
        boolean more = true;
        while (more) {
            more = false;
            for (int at = end; at < Math.min(title.length(), end + 8); at++) {
                char c = title.charAt(at);
                if (!Chinese.isHan(c) || "年的和与关于推进委人".indexOf(c) >= 0) {
                    break;
                }
                boolean inside = c == '州' && at + 1 < title.length() && "市区县".indexOf(title.charAt(at + 1)) >= 0;
                if (!inside && "省市区县州盟旗".indexOf(c) >= 0 && at - end >= 1 && !isNoPlace(title.substring(end, at + 1))) {
                    end = at + 1;
                    more = true;
                    break;
                }
            }
        }
        return title.substring(0, end);
    }

    private static boolean isNoPlace(String word) {
        return word.equals("城市")
                || word.endsWith("园区")
                || word.equals("地区")
                || word.endsWith("小区")
                || word.endsWith("社区")
                || word.startsWith("全")
                || word.startsWith("重点");
    }
}
