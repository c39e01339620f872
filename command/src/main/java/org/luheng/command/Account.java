package org.luheng.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.FactBase;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Snapshot;
import org.luheng.files.FactsFile;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code luheng account}: figures and lights from a plan folder and a file of facts; the server computes the same. */
@Command(
        name = "account",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        footerHeading = "%n例：%n",
        description = {
            "由方案目录和数据文件算出各地区的数与预警等级；不用服务器，与服务器算法相同。",
            "数据文件首行列名 region,period,element,value,unit,stage,source，",
            "可加 authority,channel,published,sample；格式见 docs/facts-format.md。",
            "文件有错时逐行指出，不计算，退出码 2。"
        },
        footer = {
            "  luheng account --plan zhengzhou-14fyp --facts 数据.csv",
            "  luheng account --plan plans/fuzhou-14fyp --facts - --as-of 2022-03-31 --format json < 数据.csv"
        })
final class Account implements Callable<Integer> {
    static final String PLAN_LABEL = "方案";
    static final String FACTS_LABEL = "文件";

    enum Format {
        TABLE,
        CSV,
        JSON
    }

    private final Console console;

    @Option(names = "--plan", required = true, paramLabel = PLAN_LABEL, description = "方案目录，或 plans/ 下的目录名")
    private String plan = "";

    @Option(names = "--facts", required = true, paramLabel = FACTS_LABEL, description = "数据文件；- 为标准输入")
    private String facts = "";

    @Option(
            names = "--as-of",
            paramLabel = "日期",
            converter = Day.class,
            description = "只用这一天已发布的数据，如 2022-03-31；缺省为今天（北京时间）")
    private @Nullable LocalDate asOf;

    @Option(names = "--format", paramLabel = "格式", description = "table（缺省）、csv 或 json")
    private Format format = Format.TABLE;

    @Option(names = "--trace", description = "写出每个数的来历：公式、数据、规则、条款")
    private boolean trace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本说明")
    private boolean help;

    Account(Console console) {
        this.console = console;
    }

    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDate) {
                throw new TypeConversionException("“" + text + "”不是日期，应如 2022-03-31");
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Installation installation = Installation.find(console.root(), plan);
        Rules rules = RulesFolder.read(installation.root().resolve("rules")).rules();
        Register register = Register.read(installation.root().resolve("register"));
        PlanFolder folder = PlanFolder.read(installation.plan(), rules, register);
        FactBase base = new FactBase(rules.authorities());
        Set<Integer> years = new TreeSet<>();
        FactsFile.Receipt receipt = read(rules, register, folder, fact -> {
            base.add(fact);
            years.add(fact.period().year());
        });
        LocalDate day = asOf == null ? LocalDate.now(console.clock().withZone(Luheng.ZONE)) : asOf;
        Snapshot snapshot = new Snapshot(folder.plan(), rules, base.knownOn(day));
        Accounted accounted = new Accounted(folder, register, rules, receipt, day, result(snapshot));
        receipt.notices().forEach(notice -> console.err().println(notice.inWords()));
        String uncovered = years.stream()
                .filter(year -> !rules.covers(year))
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        if (!uncovered.isEmpty()) {
            console.err()
                    .println(Finding.of(Fault.NO_RULE_FOR_YEAR, Place.file(label()), "", "years", uncovered)
                            .inWords());
        }
        switch (format) {
            case TABLE -> new AccountTable(accounted, trace).write(console.out());
            case CSV ->
                new FigureCsv(accounted, trace)
                        .write(
                                console.out(),
                                accounted.result().figures(),
                                accounted.result().lights());
            case JSON -> new AccountJson(accounted, trace).write(console.out());
        }
        return 0;
    }

    private static Snapshot.Result result(Snapshot snapshot) {
        try {
            return snapshot.all();
        } catch (Rules.NoSuchRule none) {
            throw Refused.of(Finding.of(
                    Fault.RULE_WANTED, Place.file("rules"), "", "matter", String.valueOf(none.getMessage())));
        }
    }

    private FactsFile.Receipt read(Rules rules, Register register, PlanFolder folder, Consumer<Fact> taker) {
        String jurisdiction = folder.plan().region();
        return facts.equals("-")
                ? FactsFile.read(console.in(), label(), rules, register, jurisdiction, taker)
                : FactsFile.read(Path.of(facts), rules, register, jurisdiction, taker);
    }

    private String label() {
        return facts.equals("-") ? "标准输入" : facts;
    }
}
