package org.luheng.app.calculation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.app.plan.Plans;
import org.luheng.files.Calculation;
import org.luheng.files.Calculations;
import org.luheng.files.Finding;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.luheng.files.RulesFolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The kinds of calculation, and one of them with a table: the example, or what somebody gave. */
@Controller
class CalculationController {
    private static final String EXAMPLE = "例表";
    private static final String PASTED = "粘贴的表";

    private final Calculations calculations;

    CalculationController(RulesFolder rules, Register register, Plans plans) {
        this.calculations = Calculations.of(
                rules, register, plans.all().stream().map(PlanFolder::plan).toList());
    }

    @GetMapping("/calculations")
    ModelAndView all() {
        return new ModelAndView(
                "calculation/calculations",
                Map.of("page", new CalculationsPage(Frame.of("核算", "calculations", false), calculations.kinds())));
    }

    @GetMapping("/calculations/{kind}")
    ModelAndView example(@PathVariable String kind) throws IOException {
        Calculation calculation = kind(kind);
        return page(calculation, calculation.example(), calculate(calculation, EXAMPLE, calculation.example()), null);
    }

    @GetMapping("/calculations/{kind}/template.csv")
    Object template(@PathVariable String kind) {
        Calculation calculation = kind(kind);
        return Download.csv("绿衡-" + calculation.code() + "-例表", calculation.example());
    }

    @PostMapping("/calculations/{kind}")
    Object given(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String format)
            throws IOException {
        Calculation calculation = kind(kind);
        try {
            MultipartFile whole = file != null && !file.isEmpty() ? file : null;
            Calculation.Calculated calculated =
                    whole == null ? calculate(calculation, PASTED, table) : ofFile(calculation, whole);
            return format == null || format.isEmpty()
                    ? page(calculation, whole == null ? table : "", calculated, null)
                    : Download.of(figures(calculation, calculated), format);
        } catch (Refused refused) {
            ModelAndView page = page(calculation, table, null, refused);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private Calculation kind(String code) {
        return calculations.kind(code).orElseThrow(() -> Address.unknown("kind", code));
    }

    private static Calculation.Calculated calculate(Calculation calculation, String label, String table)
            throws IOException {
        return Calculations.calculate(
                calculation, label, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static Calculation.Calculated ofFile(Calculation calculation, MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream in = file.getInputStream()) {
            return Calculations.calculate(calculation, name == null || name.isBlank() ? "文件" : name, in);
        }
    }

    private static ModelAndView page(
            Calculation calculation,
            String table,
            Calculation.@Nullable Calculated calculated,
            @Nullable Refused refused) {
        CalculationPage page = new CalculationPage(
                Frame.of(calculation.title(), "calculations", false, new Frame.Crumb("核算", "/calculations")),
                calculation,
                table,
                table.equals(calculation.example()),
                calculated,
                refused == null ? "" : String.join("\n", refused.findings().inWords()));
        return new ModelAndView("calculation/calculation", Map.of("page", page));
    }

    private static Table figures(Calculation calculation, Calculation.Calculated calculated) {
        Table.Builder table = Table.of(
                "绿衡-" + calculation.code(),
                calculation.title(),
                "对象",
                "指标",
                "期间",
                "数值",
                "单位",
                "没有结果的原因",
                "怎么算的",
                "规则版本",
                "依据未核实");
        calculated
                .figures()
                .forEach(figure -> table.row(
                        calculated.bodies().getOrDefault(figure.region(), figure.region()),
                        calculated.names().getOrDefault(figure.indicator(), figure.indicator()),
                        figure.period().toString(),
                        figure.value(),
                        figure.unit(),
                        figure.missing(),
                        figure.trace().formula(),
                        figure.edition().id(),
                        figure.bracketed() ? "是" : null));
        for (Finding notice : calculated.notices()) {
            table.note(notice.inWords());
        }
        return table.build(false);
    }
}
