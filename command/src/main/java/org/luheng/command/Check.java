package org.luheng.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Arithmetic;
import org.luheng.accounting.Target;
import org.luheng.document.DocumentFile;
import org.luheng.draft.CheckUp;
import org.luheng.draft.CheckUpDocument;
import org.luheng.draft.Draft;
import org.luheng.draft.Drafting;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanChecks;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
import org.luheng.files.SumCheck;
import org.luheng.reader.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** {@code luheng check}: what is contradictory, doubtful or wanting in plans, each by itself and against one another. */
@Command(
        name = "check",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        parameterListHeading = "%n参数：%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {
            "核对方案：分解合计、同一地区各方案之间的矛盾、疑似矛盾、低于上级的要求，缺单位、基年、期限、责任单位的目标，空章。",
            "每个方案可以是方案目录、plans/ 下的目录名，或方案文件；文件先读成草稿再核对。有矛盾也是结果，退出码 0。"
        },
        footer = {"  luheng check zhengzhou-14fyp zhengzhou-eco-14fyp", "  luheng check 方案.txt --format csv > 核对.csv"})
final class Check implements Callable<Integer> {
    private static final List<Fault.Kind> ORDER =
            List.of(Fault.Kind.CONTRADICTION, Fault.Kind.SUSPECTED, Fault.Kind.GAP, Fault.Kind.NOTICE);

    enum Format {
        TEXT,
        CSV,
        JSON
    }

    /** Said of a document while it becomes a draft; any of the documents given. */
    private static final Set<Fault> DRAFTING = EnumSet.of(
            Fault.INDICATOR_NOT_KNOWN,
            Fault.AGENCY_NOT_KNOWN,
            Fault.PLACE_NOT_KNOWN,
            Fault.NO_DUE,
            Fault.READER_DOUBTS);

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "方案", description = "方案目录、目录名或方案文件，一个或几个")
    private List<String> given = List.of();

    @Option(names = "--format", paramLabel = "格式", description = "text（缺省）、csv 或 json")
    private Format format = Format.TEXT;

    @Option(names = "--docx", paramLabel = "文件", description = "把第一个方案的体检写成两页的 Word 文件")
    private @Nullable Path docx;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Check(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path root = Installation.root(console.root());
        RulesFolder rules = RulesFolder.read(root.resolve("rules"));
        Register register = Register.read(root.resolve("register"));
        Drafting drafting = null;
        List<PlanFolder> plans = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String one : given) {
            Path file = Path.of(one);
            if (Files.isRegularFile(file)) {
                if (drafting == null) {
                    drafting = new Drafting(rules.rules(), register, house(root, rules, register));
                }
                plans.add(drafted(file, drafting, findings));
            } else {
                Installation found = Installation.find(root, one);
                plans.add(PlanFolder.read(found.plan(), rules.rules(), register));
            }
        }
        PlanChecks checks = new PlanChecks(rules.rules(), register);
        for (int at = 0; at < plans.size(); at++) {
            findings.addAll(checks.within(plans.get(at)));
            for (PlanFolder other : plans.subList(at + 1, plans.size())) {
                findings.addAll(checks.between(plans.get(at), other));
            }
            if (at == 0 && docx != null) {
                // Only now: whatever has been found so far is about the first plan, or a document's reading.
                checkUp(docx, plans, findings);
            }
        }
        findings.sort(Comparator.comparingInt(finding -> ORDER.indexOf(finding.kind())));
        switch (format) {
            case TEXT -> text(plans, findings);
            case CSV -> csv(findings);
            case JSON -> json(plans, findings);
        }
        return 0;
    }

    private void checkUp(Path file, List<PlanFolder> plans, List<Finding> findings) throws IOException {
        PlanFolder plan = plans.getFirst();
        String label = plan.document().name();
        List<Finding> own = findings.stream()
                .filter(finding -> !DRAFTING.contains(finding.fault())
                        || finding.place().file().equals(label))
                .toList();
        CheckUp checkUp = CheckUp.of(plan, own, plans.subList(1, plans.size()));
        try (OutputStream out = Files.newOutputStream(file)) {
            CheckUpDocument.write(checkUp, LocalDate.now(console.clock()), out);
        } catch (IOException unwritable) {
            throw Refused.of(Finding.of(
                    Fault.UNWRITABLE,
                    Place.file(file.toString()),
                    "",
                    "reason",
                    unwritable.getClass().getSimpleName()));
        }
    }

    /** Plans of the house know names; one that is not in order knows none and is no reason to stop. */
    private static List<PlanFolder> house(Path root, RulesFolder rules, Register register) {
        List<PlanFolder> house = new ArrayList<>();
        for (String id : Installation.plans(root)) {
            try {
                house.add(PlanFolder.read(root.resolve("plans").resolve(id), rules.rules(), register));
            } catch (Refused notInOrder) {
                continue;
            }
        }
        return house;
    }

    private static PlanFolder drafted(Path file, Drafting drafting, List<Finding> findings) {
        DocumentFile document = DocumentFile.read(file);
        findings.addAll(document.notices());
        Draft draft = drafting.draft(
                new PlanReader().read(document.text()),
                String.valueOf(file.getFileName()),
                document.text(),
                document.sha256());
        findings.addAll(draft.findings());
        return draft.folder();
    }

    private void text(List<PlanFolder> plans, List<Finding> findings) {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        for (PlanFolder folder : plans) {
            out.printf(
                    "《%s》%d—%d年，目标 %d 个，责任 %d 处%n",
                    folder.plan().title(),
                    folder.plan().firstYear(),
                    folder.plan().lastYear(),
                    folder.plan().targets().size(),
                    folder.tasks().size());
        }
        if (plans.stream().anyMatch(folder -> !folder.sums().isEmpty())) {
            out.printf("%n分解合计%n");
        }
        for (PlanFolder folder : plans) {
            folder.sums().forEach(sum -> out.printf("  %s%n", inWords(sum)));
        }
        for (Fault.Kind kind : ORDER) {
            List<Finding> ofKind =
                    findings.stream().filter(finding -> finding.kind() == kind).toList();
            out.printf("%n%s %d 处%n", kind.word(), ofKind.size());
            ofKind.forEach(finding -> out.println("  " + finding.inWords()));
        }
        out.flush();
    }

    /** Also where everything adds up: that was looked at, and is worth knowing. */
    private static String inWords(SumCheck sum) {
        Target first = sum.parts().getFirst();
        BigDecimal difference = sum.difference();
        String against = difference == null
                ? "没有全市值可比"
                : difference.signum() == 0 ? "与全市值相等" : "与全市值相差 " + difference.toPlainString() + sum.unit();
        return "%s %s（%d 年）：%d 个地区合计 %s%s，%s"
                .formatted(
                        first.section(),
                        title(sum),
                        first.due().year(),
                        sum.parts().size(),
                        Arithmetic.printed(sum.sum()),
                        sum.unit(),
                        against);
    }

    private static String title(SumCheck sum) {
        Target total = sum.total();
        return (total == null ? sum.parts().getFirst() : total).title();
    }

    private void csv(List<Finding> findings) throws IOException {
        Writer writer = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("kind", "code", "file", "line", "column", "value", "message", "remedy");
        for (Finding finding : findings) {
            csv.writeRecord(
                    finding.kind().word(),
                    finding.fault().code(),
                    finding.place().file(),
                    finding.place().line() == 0
                            ? ""
                            : Integer.toString(finding.place().line()),
                    finding.place().column() == null ? "" : finding.place().column(),
                    finding.value(),
                    finding.message(),
                    finding.fault().remedy());
        }
        csv.flush();
        writer.flush();
    }

    private void json(List<PlanFolder> plans, List<Finding> findings) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json =
                factory.createGenerator(ObjectWriteContext.empty(), console.out(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("plans");
            for (PlanFolder folder : plans) {
                json.writeStartObject();
                json.writeStringProperty("id", folder.plan().id());
                json.writeStringProperty("title", folder.plan().title());
                json.writeStringProperty("region", folder.plan().region());
                json.writeStringProperty(
                        "period",
                        folder.plan().firstYear() + "/" + folder.plan().lastYear());
                json.writeNumberProperty("targets", folder.plan().targets().size());
                json.writeNumberProperty("responsibilities", folder.tasks().size());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("sums");
            for (PlanFolder folder : plans) {
                for (SumCheck sum : folder.sums()) {
                    Target total = sum.total();
                    BigDecimal whole = total == null ? null : total.value();
                    json.writeStartObject();
                    json.writeStringProperty("plan", folder.plan().id());
                    json.writeStringProperty("section", sum.parts().getFirst().section());
                    json.writeStringProperty("title", title(sum));
                    json.writeNumberProperty("parts", sum.parts().size());
                    json.writeStringProperty("sum", Arithmetic.printed(sum.sum()));
                    json.writeStringProperty("total", whole == null ? null : whole.toPlainString());
                    json.writeStringProperty("unit", sum.unit());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("findings");
            for (Finding finding : findings) {
                json.writeStartObject();
                json.writeStringProperty("kind", word(finding.kind()));
                json.writeStringProperty("code", finding.fault().code());
                json.writeStringProperty("file", finding.place().file());
                json.writeNumberProperty("line", finding.place().line());
                json.writeStringProperty("column", finding.place().column());
                json.writeStringProperty("value", finding.value());
                json.writeStringProperty("message", finding.message());
                json.writeStringProperty("remedy", finding.fault().remedy());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** As the interface has it: contradiction, suspected, gap, notice. */
    private static String word(Fault.Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
}
