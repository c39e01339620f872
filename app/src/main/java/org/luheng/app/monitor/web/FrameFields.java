package org.luheng.app.monitor.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Codes;
import org.luheng.hj212.Finding;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Items;

/**
 * A frame explained field by field, with every deviation from the standard named with its clause. Passwords and keys are masked.
 *
 * @param text as it came
 */
public record FrameFields(String text, List<Line> header, List<Line> data, List<String> findings) {

    /** @param meaning empty: none that is known */
    public record Line(String name, String value, String meaning) {}

    static @Nullable FrameFields of(byte[] bytes) {
        Frame frame = Framing.only(bytes);
        if (frame == null) {
            return null;
        }
        List<String> findings = frame.diagnose().stream().map(FrameFields::said).toList();
        return new FrameFields(masked(frame.toString()), header(frame), data(frame.items()), findings);
    }

    private static String said(Finding finding) {
        return "%s（%s，第 %d 字节）%s%s"
                .formatted(
                        finding.deviation().text(),
                        finding.deviation().clause(),
                        finding.at(),
                        finding.value().isEmpty() ? "" : "：" + finding.value(),
                        finding.deviation().refusedStrictly() ? "；严格读法拒收" : "");
    }

    private static List<Line> header(Frame frame) {
        List<Line> lines = new ArrayList<>();
        int actual = frame.segmentTo() - frame.segmentFrom();
        lines.add(new Line(
                "长度",
                frame.declaredLength() < 0 ? "" : Integer.toString(frame.declaredLength()),
                frame.declaredLength() == actual ? "相符" : "实际 " + actual + " 字节"));
        add(lines, "QN 请求编码", frame.qn(), "");
        String st = frame.st();
        add(lines, "ST 系统编码", st, st == null ? "" : meaning(Codes.SYSTEMS, st));
        lines.add(new Line("CN 命令编码", frame.cn() < 0 ? "" : Integer.toString(frame.cn()), Naming.command(frame.cn())));
        add(lines, "PW 密码", frame.pw() == null ? null : "******", "");
        add(lines, "MN 设备标识", frame.mn(), "");
        lines.add(new Line(
                "Flag 标志",
                frame.flag() < 0 ? "" : Integer.toString(frame.flag()),
                (frame.version().year() == 0 ? "版本不明" : frame.version().year() + " 版")
                        + (frame.wantsAnswer() ? "，要应答" : "，不要应答")));
        if (frame.pnum() >= 0) {
            lines.add(new Line("PNO/PNUM 包", frame.pno() + "/" + frame.pnum(), ""));
        }
        if (frame.isResent()) {
            lines.add(new Line("RF", "1", "补传"));
        }
        lines.add(new Line(
                "CRC",
                frame.crcSent() < 0 ? "" : "%04X".formatted(frame.crcSent()),
                frame.crcSent() == frame.crcComputed() ? "相符" : "应为 %04X".formatted(frame.crcComputed())));
        return lines;
    }

    private static void add(List<Line> lines, String name, @Nullable String value, String meaning) {
        lines.add(new Line(name, value == null ? "（没有）" : value, meaning));
    }

    private static List<Line> data(Items items) {
        List<Line> lines = new ArrayList<>();
        while (items.next()) {
            String factor = items.factor();
            String name = items.name();
            boolean secret = name.equals("NewPW") || name.equals("NewSK");
            String value = secret ? "******" : items.text();
            if (factor == null) {
                lines.add(new Line(name, value, Naming.field(name).equals(name) ? "" : Naming.field(name)));
                continue;
            }
            String field = name.substring(name.indexOf('-') + 1);
            String unit = Naming.unit(factor, field);
            String said = Naming.factor(factor) + " · " + Naming.field(field)
                    + (items.mark() == 0 ? "" : "：" + Naming.mark(value));
            lines.add(new Line(name, unit.isEmpty() ? value : value + " " + unit, said));
        }
        return lines;
    }

    private static String meaning(Codes table, String code) {
        Codes.Code known = table.find(code);
        return known == null ? "" : known.name();
    }

    private static String masked(String text) {
        return text.replaceAll("(PW|SK)=[^;,&]*", "$1=******");
    }
}
