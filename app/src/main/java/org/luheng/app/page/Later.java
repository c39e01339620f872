package org.luheng.app.page;

import java.time.Duration;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;

/** Not now: 429 to one who asks too often, 503 where too many ask; with the time to wait. */
public final class Later extends RuntimeException {
    private final int status;
    private final transient Duration wait;
    private final transient Finding finding;

    private Later(int status, Duration wait, Finding finding) {
        super(finding.inWords(), null, false, false);
        this.status = status;
        this.wait = wait;
        this.finding = finding;
    }

    public static Later tooOften(Fault fault, Duration wait) {
        return new Later(429, wait, Finding.of(fault, Place.parameter("请求"), "", "wait", inWords(wait)));
    }

    public static Later busy(Fault fault, Duration wait) {
        return new Later(503, wait, Finding.of(fault, Place.parameter("请求"), ""));
    }

    public int status() {
        return status;
    }

    /** For {@code Retry-After}: whole seconds, at least one. */
    public long seconds() {
        return seconds(wait);
    }

    public Finding finding() {
        return finding;
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static String inWords(Duration wait) {
        long seconds = seconds(wait);
        return seconds < 120 ? seconds + " 秒" : (seconds + 59) / 60 + " 分钟";
    }
}
