package org.luheng.hj212;

/**
 * What a frame has that the standard has not: where it says so, and whether a strict reader refuses the frame for it. The others
 * are remarks: the standard's own examples have most of them.
 */
public enum Deviation {
    LENGTH_DIGITS(true, "6.3.1", "数据段长度不是 4 位数字"),
    LENGTH_WRONG(true, "6.3.1", "数据段长度与实际字节数不符"),
    LENGTH_IN_CHARACTERS(true, "6.3.1", "数据段长度按字符数而不是字节数计"),
    LENGTH_OVER_LIMIT(true, "6.3.1", "数据段超过 1024 字节"),
    CRC_WRONG(true, "附录A", "CRC 校验不符"),
    CRC_MODBUS(true, "附录A", "CRC 按 Modbus 的算法计算"),
    CRC_SHORT(true, "6.3.1", "CRC 不足 4 位（前导零未写）"),
    CRC_LOWER_CASE(false, "6.3.1", "CRC 用了小写字母"),
    CRC_MIXED_CASE(true, "6.3.1", "CRC 大小写混用"),
    STRAY_SEPARATOR(true, "6.3.1", "数据段前后多了分号"),
    NOT_CLOSED(true, "6.3.2", "CP 没有用 && 结束"),
    SEPARATOR(true, "6.3.2", "数据段的字段之间不是分号"),
    ORDER(false, "6.3.2", "数据段字段的顺序与标准不同"),
    BLANK(false, "6.3.2", "多了空格"),
    FIELD_UNKNOWN(false, "6.3.2", "数据段有标准之外的字段"),
    FIELD_TWICE(true, "6.3.2", "数据段的字段重复"),
    FIELD_AFTER_CP(true, "6.3.2", "CP 之后还有字段"),
    QN_MISSING(false, "6.3.2", "没有请求编码 QN（2005 版允许）"),
    QN_FORM(false, "6.3.2", "QN 不是 17 位时间"),
    ST_FORM(true, "6.3.2", "ST 不是 2 位，或没有"),
    CN_FORM(true, "6.3.2", "CN 不是 4 位数字，或没有"),
    PW_FORM(false, "6.3.2", "PW 不是 6 位，或没有"),
    MN_FORM(false, "6.3.2", "MN 不是 24 位 0-9、A-F（2005 版 14 位）"),
    MN_MISSING(true, "6.3.2", "没有设备唯一标识 MN"),
    FLAG_MISSING(false, "6.3.2", "没有 Flag（2005 版允许）"),
    FLAG_FORM(true, "6.3.2", "Flag 不是 0 至 255 的整数"),
    PART_FLAG(false, "6.3.2", "PNUM、PNO 与 Flag 的 D 位不一致"),
    PART_NUMBER(true, "6.3.2", "包号 PNO 不在 1 至 PNUM 之间"),
    CP_MISSING(true, "6.3.2", "没有数据区 CP"),
    CP_OPENING(true, "6.3.2", "CP 没有用 && 开始"),
    CP_OVER_LIMIT(false, "6.3.2", "数据区超过 950 字节"),
    LINE_END(false, "6.3.1", "没有用回车换行结束"),
    COMMA_FOR_SEMICOLON(false, "6.3.3", "该用分号处用了逗号"),
    WIDE_SEPARATOR(false, "6.3.3", "用了全角的分号或逗号"),
    FACTOR_CHANGES(false, "6.3.3", "同一组内的因子编码不同"),
    SEPARATOR_AT_END(false, "6.3.3", "数据区末尾多了分隔符"),
    ITEM_EMPTY(false, "6.3.3", "两个分隔符之间没有内容"),
    ITEM_WITHOUT_VALUE(false, "6.3.3", "没有等号的数据项"),
    VALUE_EMPTY(false, "6.3.3", "等号后没有值"),
    NUMBER_FORM(false, "6.3.3", "数值写法不合要求"),
    NUMBER_LONG(false, "6.3.3", "数值超过 18 位"),
    TIME_FORM(false, "6.3.3", "DataTime 不是 14 位时间"),
    MARK_FORM(false, "6.3.3", "数据标记 Flag 不是一个字符"),
    NAME_UNKNOWN(false, "6.3.3", "因子后的字段名不在标准中"),
    NAME_TWICE(false, "6.3.3", "同一数据项出现两次"),
    ENCODING(false, "6.3.2", "汉字不是 UTF-8 编码"),
    ENCRYPTED(false, "HJ 212-2025", "数据区已加密");

    private static final Deviation[] ALL = values();

    /** The deviations for which a strict reader refuses, as a set of bits. */
    static final long REFUSED = refused(ALL);

    private final boolean refusedStrictly;
    private final String clause;
    private final String text;

    Deviation(boolean refusedStrictly, String clause, String text) {
        this.refusedStrictly = refusedStrictly;
        this.clause = clause;
        this.text = text;
    }

    /** Whether {@link Reading#STRICT} refuses a frame for this. */
    public boolean refusedStrictly() {
        return refusedStrictly;
    }

    /** Of HJ 212-2017, where nothing else is named. */
    public String clause() {
        return clause;
    }

    /** In Chinese: what is wrong, and so what was forgiven. */
    public String text() {
        return text;
    }

    long bit() {
        return 1L << ordinal();
    }

    static Deviation at(int ordinal) {
        return ALL[ordinal];
    }

    private static long refused(Deviation[] all) {
        long bits = 0;
        for (Deviation each : all) {
            if (each.refusedStrictly) {
                bits |= each.bit();
            }
        }
        return bits;
    }
}
