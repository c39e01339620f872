package org.luheng.hj212;

import org.jspecify.annotations.Nullable;

/** What a device sends of itself or because it was asked (table 9; C.5 to C.48). Times are {@code yyyyMMddHHmmss}. */
public record Uploads(Address device) {
    /**
     * Data of a time: 2011 real-time, 2021 states, 2031 days, 2041 running times, 2051 minutes, 2061 hours, 3020 logs, and 2025's
     * kinds. Groups follow by {@link Draft#item} and {@link Draft#and}; {@link Draft#wantingAnswer} asks for a 9014.
     */
    public Draft data(String qn, int cn, String dataTime) {
        return device.draft(cn).qn(qn).item("DataTime", dataTime);
    }

    /** 1001 (2025): the serials of its hardware, by which the host assigns an identity. */
    public Message hardware(String qn, String... serials) {
        Draft draft = device.draft(1001).qn(qn).wantingAnswer();
        for (int i = 0; i < serials.length; i++) {
            draft.item("i" + (23005 + i) + "-Info", serials[i]);
        }
        return draft.message();
    }

    /** 1011: its clock, or that of a factor's meter. */
    public Message time(String qn, @Nullable String factor, String time) {
        return device.draft(1011)
                .qn(qn)
                .maybe("PolId", factor)
                .item("SystemTime", time)
                .message();
    }

    /** 1013: wants its clock set. */
    public Message wishTime(String qn, @Nullable String factor) {
        return device.draft(1013).qn(qn).wantingAnswer().maybe("PolId", factor).message();
    }

    /** What it was asked for: 1061, 1063, 3015, 3017 to 3020 … */
    public Draft asked(String qn, int cn) {
        return device.draft(cn).qn(qn);
    }

    /** 2081: when it began, and when it began before. */
    public Message started(String qn, String time, String restart) {
        return device.draft(2081)
                .qn(qn)
                .wantingAnswer()
                .item("DataTime", time)
                .item("RestartTime", restart)
                .message();
    }

    /** 9015 (2025, and older surface-water stations): still there. */
    public Message heartbeat(String qn) {
        return device.draft(9015).qn(qn).wantingAnswer().message();
    }

    /** 9021 (2005): logs on. */
    public Message logon(String qn) {
        return device.answer(9021).qn(qn).wantingAnswer().message();
    }
}
