package org.luheng.app.monitor;

/** Why something that came was not taken. */
public enum Trouble {
    UNKNOWN("未登记"),
    STOPPED("已停用"),
    WRONG_PASSWORD("口令不符"),
    NO_MN("没有 MN"),
    WRONG_CRC("校验不符"),
    DEVIANT("不合标准"),
    CIPHER("无法解密"),
    NOISE("帧外的字节"),
    BROKEN("中断的帧"),
    ENDLESS("超长未完"),
    NOT_STORED("无法存储"),
    DEAF("不收应答"),
    CROWDED("连接过多");

    private final String word;

    Trouble(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
