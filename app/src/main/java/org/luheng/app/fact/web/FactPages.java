package org.luheng.app.fact.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Period;
import org.luheng.app.fact.FactEntry;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.FactQuery;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;
import org.luheng.app.fact.store.FactStore;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Table;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing files in, and the answers to them. */
@Controller
class FactPages {
    /** What a workbook still opens with; the CSV has all. */
    private static final int MOST_IN_WORKBOOK = 100_000;

    private static final int LINES_ABOVE = 6;

    private final FactImport imports;
    private final FactStore store;
    private final FactWords words;
    private final Clock clock;

    FactPages(FactImport imports, FactStore store, FactWords words, Clock clock) {
        this.imports = imports;
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/facts")
    Object facts(
            @RequestParam(defaultValue = "") String offset,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(required = false) @Nullable String format) {
        int from = number("offset", offset);
        int wanted = format == null ? FactsPage.ON_A_PAGE : 10_000;
        List<Receipt> receipts = imports.receipts(wanted + 1, from);
        boolean more = receipts.size() > wanted;
        FactsPage.Search search = format == null ? search(region.strip(), element.strip(), year.strip()) : null;
        boolean samples = receipts.stream().anyMatch(Receipt::sample)
                || search != null
                        && search.found().stream()
                                .anyMatch(entry -> entry.fact().sample());
        FactsPage page = new FactsPage(
                Frame.of("数据", "facts", samples),
                more ? receipts.subList(0, wanted) : receipts,
                from,
                more,
                words,
                search);
        return format == null
                ? new ModelAndView("fact/facts", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    private FactsPage.@Nullable Search search(String region, String element, String year) {
        if (region.isEmpty() && element.isEmpty() && year.isEmpty()) {
            return null;
        }
        Period period = year.isEmpty() ? null : Period.parse(year);
        if (!year.isEmpty() && (period == null || !period.isYear())) {
            throw Address.badPeriod("year", year);
        }
        String code = region.isEmpty() ? "" : words.region(region);
        List<FactEntry> found = new ArrayList<>();
        store.find(
                new FactQuery(
                        code.isEmpty() ? null : code,
                        element.isEmpty() ? null : words.known(element),
                        period == null ? null : period.from().atDay(1),
                        period == null ? null : period.end(),
                        0,
                        FactsPage.MOST_FOUND + 1),
                found::add);
        boolean more = found.size() > FactsPage.MOST_FOUND;
        return new FactsPage.Search(code, element, year, more ? found.subList(0, FactsPage.MOST_FOUND) : found, more);
    }

    @GetMapping("/facts/template.csv")
    void template(HttpServletResponse response) throws IOException {
        int year = LocalDate.now(clock).getYear() - 1;
        Download.csv(
                response,
                "导入模板",
                FactWords.TEMPLATE_COLUMNS,
                each -> words.template(year).forEach(each));
    }

    @PostMapping("/facts")
    ResponseEntity<Void> upload(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Refused.of(Finding.of(Fault.BLANK, Place.parameter("file"), "", "write", "：请先选一个文件"));
        }
        String name = file.getOriginalFilename();
        Receipt receipt;
        try (InputStream content = file.getInputStream()) {
            receipt = imports.take(name == null ? "" : name, content);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/imports/" + receipt.id())
                .build();
    }

    @GetMapping("/imports/{id}")
    @Nullable
    Object receipt(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String line,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Receipt receipt = receipt(imports, id);
        Outcome wanted = outcome(outcome);
        if ("csv".equals(format)) {
            Download.csv(
                    response,
                    name(receipt),
                    FactWords.ROW_COLUMNS,
                    each -> imports.rows(
                            receipt.id(), wanted, 0, Integer.MAX_VALUE, row -> each.accept(words.cells(row))));
            return null;
        }
        if (format != null) {
            return Download.of(table(receipt, wanted), format);
        }
        int wantedLine = number("line", line);
        int from = wantedLine > 0 ? Math.max(0, wantedLine - LINES_ABOVE) : number("after", after);
        List<ReceiptRow> rows = rows(receipt, wanted, from, ImportPage.ON_A_PAGE + 1);
        boolean more = rows.size() > ImportPage.ON_A_PAGE;
        ImportPage page = new ImportPage(
                Frame.of("第 " + receipt.id() + " 号导入", "facts", receipt.sample(), new Frame.Crumb("数据", "/facts")),
                receipt,
                more ? rows.subList(0, ImportPage.ON_A_PAGE) : rows,
                wanted,
                from,
                wantedLine,
                more,
                words);
        return new ModelAndView("fact/import", Map.of("page", page));
    }

    private Table table(Receipt receipt, @Nullable Outcome wanted) {
        Table.Builder table = Table.of(name(receipt), "导入回执", FactWords.ROW_COLUMNS.toArray(String[]::new));
        List<ReceiptRow> rows = rows(receipt, wanted, 0, MOST_IN_WORKBOOK + 1);
        for (ReceiptRow row : rows.subList(0, Math.min(rows.size(), MOST_IN_WORKBOOK))) {
            table.row(words.cells(row).toArray());
        }
        if (rows.size() > MOST_IN_WORKBOOK) {
            table.note("只列前 " + MOST_IN_WORKBOOK + " 行，全部请下载 CSV");
        }
        return table.build(receipt.sample());
    }

    private List<ReceiptRow> rows(Receipt receipt, @Nullable Outcome wanted, int after, int limit) {
        List<ReceiptRow> rows = new ArrayList<>();
        imports.rows(receipt.id(), wanted, after, limit, rows::add);
        return rows;
    }

    private static String name(Receipt receipt) {
        return "导入回执-" + receipt.id();
    }

    static Receipt receipt(FactImport imports, String id) {
        try {
            return imports.receipt(Long.parseLong(id)).orElseThrow(() -> Address.unknown("import", id));
        } catch (NumberFormatException noNumber) {
            throw Address.unknown("import", id);
        }
    }

    static @Nullable Outcome outcome(String code) {
        if (code.isEmpty()) {
            return null;
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw Address.badValue("outcome", code, "created、updated、unchanged、rejected");
    }

    /** Empty is 0. */
    static int number(String parameter, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // refused below
        }
        throw Address.badValue(parameter, text, "不小于 0 的整数");
    }
}
