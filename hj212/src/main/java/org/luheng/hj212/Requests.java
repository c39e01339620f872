package org.luheng.hj212;

import org.jspecify.annotations.Nullable;

/**
 * What a host asks of a device (table 9; C.1 to C.46), each with the number it is known by. Factors are codes; times are
 * {@code yyyyMMddHHmmss}. The device answers 9011, sends what was asked for, and ends with 9012; notices it answers 9013.
 */
public record Requests(Address device) {
    private Draft request(String qn, int cn) {
        return device.draft(cn).qn(qn).wantingAnswer();
    }

    /** 1000: how many seconds until a time-out, and how many repetitions. */
    public Message setTimeout(String qn, int seconds, int repetitions) {
        return request(qn, 1000)
                .item("OverTime", String.valueOf(seconds))
                .item("ReCount", String.valueOf(repetitions))
                .message();
    }

    /** 1002 (2025): the identity it shall have. */
    public Message setIdentity(String qn, String mn) {
        return request(qn, 1002).item("MN", mn).message();
    }

    /** 1011: its clock, or that of the meter of one factor. */
    public Message time(String qn, @Nullable String factor) {
        return request(qn, 1011).maybe("PolId", factor).message();
    }

    /** 1012 */
    public Message setTime(String qn, @Nullable String factor, String time) {
        return request(qn, 1012).maybe("PolId", factor).item("SystemTime", time).message();
    }

    /** 1061 */
    public Message realTimeInterval(String qn) {
        return request(qn, 1061).message();
    }

    /** 1062: 30 to 3600 seconds. */
    public Message setRealTimeInterval(String qn, int seconds) {
        return request(qn, 1062).item("RtdInterval", String.valueOf(seconds)).message();
    }

    /** 1063 */
    public Message minuteInterval(String qn) {
        return request(qn, 1063).message();
    }

    /** 1064: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes. */
    public Message setMinuteInterval(String qn, int minutes) {
        return request(qn, 1064).item("MinInterval", String.valueOf(minutes)).message();
    }

    /** 1072 */
    public Message setPassword(String qn, String password) {
        return request(qn, 1072).item("NewPW", password).message();
    }

    /** 2011: begin with real-time data. */
    public Message realTime(String qn) {
        return request(qn, 2011).message();
    }

    /** 2012: no more real-time data; a notice. */
    public Message stopRealTime(String qn) {
        return request(qn, 2012).message();
    }

    /** 2021: begin with the states of devices. */
    public Message states(String qn) {
        return request(qn, 2021).message();
    }

    /** 2022: no more of them; a notice. */
    public Message stopStates(String qn) {
        return request(qn, 2022).message();
    }

    /** History of a span, both ends meant: 2031 days, 2041 running times of days, 2051 minutes, 2061 hours, and 2025's kinds. */
    public Message history(String qn, int cn, String begin, String end) {
        return request(qn, cn).item("BeginTime", begin).item("EndTime", end).message();
    }

    /** 3011: calibrate zero and span. */
    public Message calibrate(String qn, String factor) {
        return ofFactor(qn, 3011, factor);
    }

    /** 3012: take a sample at once. */
    public Message sample(String qn, String factor) {
        return ofFactor(qn, 3012, factor);
    }

    /** 3013: clean, blow back. */
    public Message clean(String qn, String factor) {
        return ofFactor(qn, 3013, factor);
    }

    /** 3014: compare samples. */
    public Message compare(String qn, String factor) {
        return ofFactor(qn, 3014, factor);
    }

    /** 3015: keep a sample when limits are exceeded. */
    public Message keepSample(String qn) {
        return request(qn, 3015).message();
    }

    /** 3016: first sample of the day ({@code HHmmss}) and hours between samples. */
    public Message setSampling(String qn, String factor, String first, int hours) {
        return request(qn, 3016)
                .item("PolId", factor)
                .item("CstartTime", first)
                .item("CTime", String.valueOf(hours))
                .message();
    }

    /** 3017 */
    public Message sampling(String qn, String factor) {
        return ofFactor(qn, 3017, factor);
    }

    /** 3018: how long a sample takes. */
    public Message sampleTime(String qn, String factor) {
        return ofFactor(qn, 3018, factor);
    }

    /** 3019: identity of the meter. */
    public Message meter(String qn, String factor) {
        return ofFactor(qn, 3019, factor);
    }

    /** 3020: information of the device: log, state, parameter. */
    public Message information(String qn, String factor, String information) {
        return request(qn, 3020)
                .item("PolId", factor)
                .item("InfoId", information)
                .message();
    }

    /** 3020 of a span: its log. */
    public Message log(String qn, String factor, String information, String begin, String end) {
        return request(qn, 3020)
                .item("PolId", factor)
                .item("InfoId", information)
                .item("BeginTime", begin)
                .item("EndTime", end)
                .message();
    }

    /** 3021 */
    public Message setParameter(String qn, String factor, String information, String value) {
        return request(qn, 3021)
                .item("PolId", factor)
                .item("InfoId", information)
                .item(information + "-Info", value)
                .message();
    }

    /** 3022 (2025): keep a sample at once. 3024 (2025): check against a standard. Any other command that names one factor. */
    public Message ofFactor(String qn, int cn, String factor) {
        return request(qn, cn).item("PolId", factor).message();
    }
}
