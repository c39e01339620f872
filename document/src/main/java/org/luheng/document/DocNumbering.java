package org.luheng.document;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/** The numbers that Word prints before paragraphs of a doc and does not keep in the text ([MS-DOC] 2.4.6.3). */
final class DocNumbering {
    /** [MS-OSHARED] 2.2.1.3 MSONFC, by number, in the words of docx; what is not among them counts in digits. */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(1, "upperRoman"),
            Map.entry(2, "lowerRoman"),
            Map.entry(3, "upperLetter"),
            Map.entry(4, "lowerLetter"),
            Map.entry(10, "ideographDigital"),
            Map.entry(11, "japaneseCounting"),
            Map.entry(14, "decimalFullWidth"),
            Map.entry(16, "japaneseLegal"),
            Map.entry(17, "japaneseDigitalTenThousand"),
            Map.entry(18, "decimalEnclosedCircle"),
            Map.entry(19, "decimalFullWidth2"),
            Map.entry(22, "decimalZero"),
            Map.entry(23, "bullet"),
            Map.entry(26, "decimalEnclosedFullstop"),
            Map.entry(27, "decimalEnclosedParen"),
            Map.entry(28, "decimalEnclosedCircleChinese"),
            Map.entry(29, "ideographEnclosedCircle"),
            Map.entry(30, "ideographTraditional"),
            Map.entry(31, "ideographZodiac"),
            Map.entry(33, "taiwaneseCounting"),
            Map.entry(34, "ideographLegalTraditional"),
            Map.entry(35, "taiwaneseCountingThousand"),
            Map.entry(36, "taiwaneseDigital"),
            Map.entry(37, "chineseCounting"),
            Map.entry(38, "chineseLegalSimplified"),
            Map.entry(39, "chineseCountingThousand"),
            Map.entry(255, "none"));

    private final @Nullable ListTables lists;
    private final Map<Integer, ListCounter> counters = new HashMap<>();
    private final Set<Integer> begun = new HashSet<>();

    DocNumbering(@Nullable ListTables lists) {
        this.lists = lists;
    }

    /** What is printed before a paragraph; empty: nothing. */
    String next(Paragraph paragraph) {
        int list = paragraph.getIlfo();
        int at = paragraph.getIlvl();
        if (lists == null || list <= 0 || list >= 0x07FF || at < 0 || at >= ListCounter.LEVELS) {
            return "";
        }
        try {
            ListData data = lists.getListData(lists.getLfo(list).getLsid());
            return data == null ? "" : count(lists, list, data, at);
        } catch (NoSuchElementException noSuchList) {
            return "";
        }
    }

    private String count(ListTables tables, int list, ListData data, int at) {
        ListCounter.Level[] levels = new ListCounter.Level[ListCounter.LEVELS];
        ListLevel[] own = data.getLevels();
        for (int level = 0; level < levels.length; level++) {
            levels[level] = level < own.length && own[level] != null ? level(own[level]) : ListCounter.Level.NONE;
        }
        boolean anew = false;
        for (ListFormatOverrideLevel override : tables.getLfoData(list).getRgLfoLvl()) {
            int level = override == null ? -1 : override.getLevelNum();
            if (override == null || level < 0 || level >= levels.length) {
                continue;
            }
            if (override.isFormatting() && override.getLevel() != null) {
                levels[level] = level(override.getLevel());
            }
            if (override.isStartAt() && level == at && begun.add(list * ListCounter.LEVELS + at)) {
                ListCounter.Level said = levels[level];
                int start = override.isFormatting() ? said.start() : override.getIStartAt();
                levels[level] = new ListCounter.Level(start, said.format(), said.text(), said.arabic(), said.restart());
                anew = true;
            }
        }
        return counters.computeIfAbsent(data.getLsid(), lsid -> new ListCounter())
                .next(levels, at, anew);
    }

    /** Numbers of levels stand in the text as the characters 0 to 8. */
    private static ListCounter.Level level(ListLevel level) {
        StringBuilder text = new StringBuilder();
        String said = level.getNumberText();
        for (int at = 0; said != null && at < said.length(); at++) {
            char c = said.charAt(at);
            if (c < ListCounter.LEVELS) {
                text.append('%').append(c + 1);
            } else {
                text.append(c);
            }
        }
        return new ListCounter.Level(
                level.getStartAt(),
                FORMATS.getOrDefault(level.getNumberFormat() & 0xFF, "decimal"),
                text.toString(),
                level.isLegalNumbering(),
                -1);
    }
}
