package org.luheng.command;

import java.io.IOException;
import java.io.OutputStream;
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
import org.luheng.reader.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    static final List<Fault.Kind> ORDER =
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
        Checked checked = new Checked(plans, findings);
        switch (format) {
            case TEXT -> checked.text(console.out());
            case CSV -> checked.csv(console.out());
            case JSON -> checked.json(console.out());
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
        String label = String.valueOf(file.getFileName());
        Draft draft = drafting.draft(
                new PlanReader().read(document.text()),
                label,
                document.text(),
                document.sha256(),
                at -> document.place(label, at));
        findings.addAll(draft.findings());
        return draft.folder();
    }
}
