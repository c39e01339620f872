package org.luheng.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Codes;
import org.luheng.hj212.Field;
import org.luheng.hj212.Finding;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Items;
import org.luheng.hj212.Reading;
import org.luheng.hj212.Skipped;

/** Each frame in Chinese, field by field. */
final class DecodeText implements Decode.Output {
    private static final int SHOWN = 60;
    private static final int NAME = 12;

    private final PrintStream out;
    private long frames;

    DecodeText(OutputStream out) {
        this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    }

    @Override
    public void frame(Frame frame, Reading reading) {
        List<Finding> findings = frame.diagnose();
        boolean valid = frame.isAccepted(Reading.STRICT);
        boolean accepted = frame.isAccepted(reading);
        String verdict = !accepted ? "拒收" : !valid ? "不合标准，已宽容读出" : findings.isEmpty() ? "合格" : "合格，有备注";
        out.println("第 " + ++frames + " 帧　" + edition(frame) + "　" + verdict);
        header(frame);
        if (accepted) {
            data(frame.items());
        }
        for (Finding finding : findings) {
            out.println("  " + (finding.deviation().refusedStrictly() ? "✗ " : "· ")
                    + finding.deviation().text() + "（" + clause(finding) + "，第 " + finding.at() + " 字节）"
                    + (finding.value().isEmpty() ? "" : "：“" + visible(finding.value()) + "”"));
        }
        out.println();
    }

    private static String clause(Finding finding) {
        String clause = finding.deviation().clause();
        return clause.startsWith("HJ") ? clause : "HJ 212-2017 " + clause;
    }

    private static String edition(Frame frame) {
        int year = frame.version().year();
        return year == 0 ? "版本不明" : year + " 版";
    }

    private void header(Frame frame) {
        String st = frame.st();
        line("QN 请求编码", frame.qn(), time(frame.qn()));
        line("ST 系统编码", st, st == null ? "" : meaning(Codes.SYSTEMS, st));
        line("CN 命令编码", frame.cn() < 0 ? null : String.valueOf(frame.cn()), command(frame.cn()));
        line("PW 密码", frame.pw() == null ? null : "******", "");
        line("MN 设备标识", frame.mn(), "");
        line("Flag 标志", frame.flag() < 0 ? null : String.valueOf(frame.flag()), flag(frame));
        if (frame.pnum() >= 0) {
            line("包", frame.pno() + "/" + frame.pnum(), "");
        }
        if (frame.isResent()) {
            line("RF 补传", "1", "补传的数据");
        }
        int actual = frame.segmentTo() - frame.segmentFrom();
        line(
                "长度",
                frame.declaredLength() < 0 ? null : String.valueOf(frame.declaredLength()),
                frame.declaredLength() == actual ? "相符" : "实际 " + actual + " 字节");
        line(
                "CRC",
                frame.crcSent() < 0 ? null : "%04X".formatted(frame.crcSent()),
                frame.crcSent() == frame.crcComputed() ? "相符" : "应为 %04X".formatted(frame.crcComputed()));
    }

    private void line(String name, @Nullable String value, String meaning) {
        out.println("  " + Width.left(name, NAME) + "  " + (value == null ? "（没有）" : visible(value))
                + (meaning.isEmpty() || value == null ? "" : "　" + meaning));
    }

    private static String time(@Nullable String qn) {
        return qn == null || !qn.matches("[0-9]{17}") ? "" : moment(qn) + "." + qn.substring(14);
    }

    private static String moment(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8) + " "
                + digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":" + digits.substring(12, 14);
    }

    private static String command(int cn) {
        Codes.Code code = Codes.COMMANDS.find(String.valueOf(cn));
        return code == null ? "标准中没有的命令" : code.name() + "（" + code.detail() + "）";
    }

    private static String meaning(Codes table, String code) {
        Codes.Code known = table.find(code);
        return known == null ? "" : known.name();
    }

    private static String flag(Frame frame) {
        boolean answer = (frame.flag() & 1) != 0;
        boolean parts = (frame.flag() & 2) != 0;
        return edition(frame) + "，" + (answer ? "要应答" : "不要应答") + "，" + (parts ? "分包" : "不分包");
    }

    private void data(Items items) {
        String before = "";
        boolean any = false;
        while (items.next()) {
            if (!any) {
                out.println("  数据");
                any = true;
            }
            String factor = items.factor();
            if (factor == null) {
                out.println("    " + visible(items.name()) + " " + meaning(Codes.FIELDS, items.name()) + "　"
                        + (isSecret(items.name()) ? "******" : visible(items.text()) + plain(items)));
                before = "";
                continue;
            }
            Codes.Code known = Codes.FACTORS.find(factor);
            if (!factor.equals(before)) {
                out.println("    " + visible(factor) + (known == null ? "" : " " + known.name()));
                before = factor;
            }
            Field field = items.field();
            String name =
                    field == Field.OTHER ? items.name() : field.code() + " " + meaning(Codes.FIELDS, field.code());
            String unit = known == null || !items.isNumber() || isCumulative(field) ? "" : " " + known.detail();
            out.println("      " + Width.left(visible(name), 20) + "  " + visible(items.text()) + unit + mark(items));
        }
        if (!any) {
            out.println("  数据　（空）");
        }
    }

    /** What is added up has another unit than what is measured: kilograms or cubic metres, which the frame does not say. */
    static boolean isCumulative(Field field) {
        return field == Field.COU || field == Field.ZS_COU;
    }

    /** Broken frames have passwords, too. */
    static String masked(String text) {
        return text.replaceAll("(PW|SK)=[^;,&]*", "$1=******");
    }

    static boolean isSecret(String name) {
        return name.equals("NewPW") || name.equals("NewSK");
    }

    private static String mark(Items items) {
        return items.mark() == 0 ? "" : " " + meaning(Codes.MARKS, String.valueOf(items.mark()));
    }

    private static String plain(Items items) {
        String text = items.text();
        return switch (items.name()) {
            case "QnRtn" -> "　" + meaning(Codes.REQUEST_RESULTS, text);
            case "ExeRtn" -> "　" + meaning(Codes.EXECUTION_RESULTS, text);
            case "PolId" -> "　" + meaning(Codes.FACTORS, text);
            case "DataTime", "BeginTime", "EndTime", "SystemTime", "RestartTime" ->
                text.matches("[0-9]{14}") ? "　" + moment(text) : "";
            default -> "";
        };
    }

    @Override
    public void skipped(byte[] bytes, int from, int to, Skipped reason) {
        int shown = Math.min(SHOWN, to - from);
        String text = masked(new String(bytes, from, shown, StandardCharsets.UTF_8));
        boolean printable =
                text.chars().allMatch(character -> character >= ' ' && character != 127 && character != 0xFFFD);
        out.println("跳过 " + (to - from) + " 字节　" + reason.text() + "：“"
                + (printable ? visible(text) : HexFormat.ofDelimiter(" ").formatHex(bytes, from, from + shown))
                + (to - from > shown ? "…" : "") + "”");
        out.println();
    }

    @Override
    public void end(Framing framing) {
        out.flush();
    }

    /** What a stranger sent, made harmless to a terminal. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(character -> {
            int kind = Character.getType(character);
            boolean hidden =
                    Character.isISOControl(character) || kind == Character.FORMAT || kind == Character.SURROGATE;
            visible.appendCodePoint(hidden ? '·' : character);
        });
        return visible.toString();
    }
}
