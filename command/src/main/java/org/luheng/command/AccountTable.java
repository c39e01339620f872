package org.luheng.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Light;
import org.luheng.accounting.Plan;

/** Figures and lights for reading, region by region, in 100 columns. */
record AccountTable(Accounted accounted, boolean trace) {
    void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        FigureLines lines = new FigureLines(accounted, trace);
        Plan plan = accounted.folder().plan();
        writer.write(plan.title() + "\n");
        writer.write("数据截至 " + accounted.knownOn() + "，共 " + accounted.receipt().facts() + " 条；方案 "
                + plan.hash().substring(0, 12) + "，规则 "
                + accounted.rules().hash().substring(0, 12) + "\n");
        if (accounted.restsOnSamples()) {
            writer.write("※ 含" + Accounted.SAMPLES + "；依据样例的行末标※\n");
        }
        Map<String, List<Figure>> figures = grouped(accounted.result().figures(), Figure::region);
        Map<String, List<Light>> lights = grouped(accounted.result().lights(), Light::region);
        Set<String> regions = new LinkedHashSet<>(figures.keySet());
        regions.addAll(lights.keySet());
        for (String region : regions) {
            writer.write("\n" + accounted.whose(region) + "（" + region + "）\n");
            for (Figure figure : figures.getOrDefault(region, List.of())) {
                lines.figure(writer, figure);
            }
            List<Light> own = lights.getOrDefault(region, List.of());
            if (!own.isEmpty()) {
                writer.write("  预警等级\n");
            }
            for (Light light : own) {
                light(writer, light);
            }
        }
        if (regions.isEmpty()) {
            writer.write("\n没有可算的数：所给数据到这一天还凑不成可核算的组合。\n");
        }
        footer(writer);
        writer.flush();
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, java.util.function.Function<T, String> region) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (T each : all) {
            groups.computeIfAbsent(region.apply(each), code -> new java.util.ArrayList<>())
                    .add(each);
        }
        return groups;
    }

    private void light(Writer out, Light light) throws IOException {
        String level = light.level() == null ? "" : Accounted.level(light.level());
        String shown = light.bracketed() && light.level() != null ? "（" + level + "）" : level;
        String head = "  " + Width.left(light.period().toString(), 16) + Width.left(accounted.name(light.light()), 26)
                + " " + Width.left(shown, 9) + Width.left(light.state().word(), 11);
        List<String> reason =
                Width.wrapped(light.reason() + (light.sample() ? " ※" : ""), FigureLines.COLUMNS - Width.of(head));
        FigureLines.line(out, head + reason.getFirst());
        for (String part : reason.subList(1, reason.size())) {
            FigureLines.line(out, " ".repeat(Width.of(head)) + part);
        }
    }

    private void footer(Writer out) throws IOException {
        boolean bracketed = accounted.result().figures().stream().anyMatch(Figure::bracketed)
                || accounted.result().lights().stream().anyMatch(Light::bracketed);
        out.write("\n负为下降；一级最差；没有数据不评灯。\n");
        if (bracketed) {
            out.write("（ ）内的数或等级依据尚未核实的规则或参数。\n");
        }
        if (accounted.restsOnSamples()) {
            out.write("※ " + Accounted.SAMPLES + "。\n");
        }
    }
}
