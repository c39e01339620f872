package org.luheng.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Figure;
import org.luheng.accounting.Plan;
import org.luheng.files.Calculation;
import org.luheng.files.Calculations;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;

/** {@code luheng calculate}: explained figures from one table, by the dated rules, without a plan. */
@Command(
        name = "calculate",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {"不依方案的核算：一张表进去，带来历的数出来。不写核算种类时列出有哪些。", "有错的行不算并逐行指出，其余照算，退出码 2；整张表读不了时什么都不算。"},
        footer = {
            "  luheng calculate",
            "  luheng calculate reductions --columns",
            "  luheng calculate reductions --example > 减排项目.csv",
            "  luheng calculate reductions 减排项目.csv --trace",
            "  luheng calculate reductions - --format json < 减排项目.csv"
        })
final class Calculate implements Callable<Integer> {
    static final String TABLE_LABEL = "表";

    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "种类", description = "核算种类的代码")
    private @Nullable String kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = TABLE_LABEL, description = "CSV 文件；- 为标准输入")
    private @Nullable String file;

    @Option(names = "--format", paramLabel = "格式", description = "table（缺省）、csv 或 json")
    private Account.Format format = Account.Format.TABLE;

    @Option(names = "--trace", description = "写出每个数的来历：公式、数据、规则")
    private boolean trace;

    @Option(names = "--columns", description = "说明这种表有哪些列")
    private boolean columns;

    @Option(names = "--example", description = "写出一张可以照着填的例表")
    private boolean example;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Calculate(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path root = Installation.root(console.root());
        RulesFolder rules = RulesFolder.read(root.resolve("rules"));
        Register register = Register.read(root.resolve("register"));
        Calculations calculations = Calculations.of(rules, register, plans(root, rules, register));
        String code = kind;
        if (code == null) {
            list(calculations);
            return 0;
        }
        Calculation calculation = calculations.kind(code).orElseThrow(() -> unknown(code, calculations));
        if (columns) {
            columns(calculation);
        } else if (example) {
            console.out().write(calculation.example().getBytes(StandardCharsets.UTF_8));
        } else if (file == null) {
            console.err().println("缺少 " + TABLE_LABEL + "：要算的 CSV 文件，- 为标准输入");
            console.err().println("列的说明见 luheng calculate " + code + " --columns，例表见 --example");
            return Luheng.REFUSED;
        } else {
            return calculate(calculation, rules, file);
        }
        return 0;
    }

    /** Only what can be read: the calculation does not depend on them. */
    private static List<Plan> plans(Path root, RulesFolder rules, Register register) {
        return Installation.plans(root).stream()
                .map(id -> PlanFolder.read(root.resolve("plans").resolve(id), rules.rules(), register))
                .map(PlanFolder::plan)
                .toList();
    }

    private static Refused unknown(String code, Calculations calculations) {
        String known = calculations.kinds().stream().map(Calculation::code).collect(Collectors.joining(" "));
        return Refused.of(Finding.of(Fault.NOT_ONE_OF, Place.file("种类"), code, "allowed", known));
    }

    private void list(Calculations calculations) throws IOException {
        Writer out = writer();
        for (Calculation each : calculations.kinds()) {
            out.write(Width.left(each.code(), 14) + each.title() + "\n");
            for (String part : Width.wrapped(each.purpose(), FigureLines.COLUMNS - 14)) {
                out.write(" ".repeat(14) + part + "\n");
            }
        }
        out.flush();
    }

    private void columns(Calculation calculation) throws IOException {
        Writer out = writer();
        out.write(calculation.title() + "\n");
        for (Calculation.Column column : calculation.columns()) {
            String head = "  " + Width.left(column.name(), 26) + (column.required() ? "必填  " : "      ");
            List<String> parts = Width.wrapped(column.meaning(), FigureLines.COLUMNS - Width.of(head));
            out.write(head + parts.getFirst() + "\n");
            for (String part : parts.subList(1, parts.size())) {
                out.write(" ".repeat(Width.of(head)) + part + "\n");
            }
        }
        out.flush();
    }

    private int calculate(Calculation calculation, RulesFolder rules, String from) throws IOException {
        Calculation.Calculated calculated = from.equals("-")
                ? Calculations.calculate(calculation, "标准输入", console.in())
                : fromFile(calculation, from);
        Named words = new Named(calculated);
        calculated.notices().forEach(notice -> console.err().println(notice.inWords()));
        switch (format) {
            case TABLE -> table(calculation, calculated, words);
            case CSV -> new FigureCsv(words, trace).write(console.out(), calculated.figures(), List.of());
            case JSON -> json(calculation, rules, calculated, words);
        }
        long errors = calculated.errors();
        if (errors > 0) {
            console.err().println("共 " + errors + " 处错误，所在的行没有计算。编号的说明见 docs/errors.md");
        }
        return errors > 0 ? Luheng.REFUSED : 0;
    }

    private static Calculation.Calculated fromFile(Calculation calculation, String from) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(from))) {
            return Calculations.calculate(calculation, from, in);
        } catch (NoSuchFileException | AccessDeniedException unreadable) {
            String reason = unreadable instanceof NoSuchFileException ? "没有这个文件" : "没有读取权限";
            throw Refused.of(Finding.of(Fault.UNREADABLE, Place.file(from), "", "reason", reason));
        }
    }

    private void table(Calculation calculation, Calculation.Calculated calculated, Words words) throws IOException {
        Writer out = writer();
        out.write(calculation.title() + "\n");
        Map<String, List<Figure>> figures = calculated.figures().stream()
                .collect(Collectors.groupingBy(Figure::region, LinkedHashMap::new, Collectors.toList()));
        FigureLines lines = new FigureLines(words, trace);
        for (Map.Entry<String, List<Figure>> each : figures.entrySet()) {
            out.write("\n" + words.whose(each.getKey()) + "\n");
            for (Figure figure : each.getValue()) {
                lines.figure(out, figure);
            }
        }
        if (figures.isEmpty()) {
            out.write("\n没有可算的数。\n");
        }
        if (calculated.figures().stream().anyMatch(Figure::bracketed)) {
            out.write("\n（ ）内的数依据尚未核实的规则或参数。\n");
        }
        out.flush();
    }

    private void json(Calculation calculation, RulesFolder rules, Calculation.Calculated calculated, Words words) {
        try (JsonGenerator json = FigureJson.generator(console.out())) {
            json.writeStartObject();
            json.writeStringProperty("calculation", calculation.code());
            json.writeName("rules");
            json.writeStartObject();
            json.writeStringProperty("sha256", rules.rules().hash());
            json.writeEndObject();
            json.writeName("figures");
            json.writeStartArray();
            FigureJson figures = new FigureJson(words, trace);
            calculated.figures().forEach(figure -> figures.figure(json, figure));
            json.writeEndArray();
            json.writeName("findings");
            json.writeStartArray();
            for (Finding finding : calculated.notices()) {
                json.writeStartObject();
                json.writeStringProperty("code", finding.fault().code());
                json.writeStringProperty("kind", finding.kind().name().toLowerCase(java.util.Locale.ROOT));
                json.writeStringProperty("text", finding.inWords());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private Writer writer() {
        return new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
    }

    private record Named(Calculation.Calculated calculated) implements Words {
        @Override
        public String name(String indicator) {
            return calculated.names().getOrDefault(indicator, indicator);
        }

        @Override
        public String whose(String code) {
            return calculated.bodies().getOrDefault(code, code);
        }

        @Override
        public String asGiven(String code) {
            return whose(code);
        }
    }
}
