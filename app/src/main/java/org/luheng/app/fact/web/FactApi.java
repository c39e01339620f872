package org.luheng.app.fact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Fact;
import org.luheng.accounting.Period;
import org.luheng.app.fact.FactImport;
import org.luheng.app.fact.FactQuery;
import org.luheng.app.fact.Outcome;
import org.luheng.app.fact.Receipt;
import org.luheng.app.fact.ReceiptRow;
import org.luheng.app.fact.store.FactStore;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Facts in and out, for programs. Long answers are written as they are read. */
@RestController
@Tag(name = "facts", description = "数据：导入、回执、查询")
class FactApi {
    private static final int PROBLEMS_AT_ONCE = 1_000;
    private static final List<String> ROW_COLUMNS =
            List.of("line", "outcome", "fact", "value", "previous", "code", "column", "given", "message");

    private final FactImport imports;
    private final FactStore store;
    private final FactWords words;
    private final JsonMapper json;

    FactApi(FactImport imports, FactStore store, FactWords words, JsonMapper json) {
        this.imports = imports;
        this.store = store;
        this.words = words;
        this.json = json;
    }

    @Operation(
            summary = "导入数据",
            description = "CSV（UTF-8 或 GBK），列 region,period,element,value,unit,stage,source，可选 authority,channel,"
                    + "published,sample。好行入库，坏行逐行说明；同一文件再次导入没有变化。至多 100 万行、256 MB。")
    @PostMapping(
            path = "/api/facts",
            consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<ReceiptView> take(
            @Parameter(description = "文件名，记入回执") @RequestParam(defaultValue = "api.csv") String name,
            HttpServletRequest request)
            throws IOException {
        return take(name, request.getInputStream());
    }

    @Operation(summary = "导入数据（表单上传）")
    @PostMapping(path = "/api/facts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReceiptView> upload(@RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return take(name == null ? "" : name, content);
        }
    }

    private ResponseEntity<ReceiptView> take(String name, InputStream content) throws IOException {
        Receipt receipt = imports.take(name, content);
        List<ReceiptView.Row> rejected = new ArrayList<>();
        imports.rows(receipt.id(), Outcome.REJECTED, 0, PROBLEMS_AT_ONCE, row -> rejected.add(ReceiptView.Row.of(row)));
        return ResponseEntity.created(URI.create("/api/imports/" + receipt.id()))
                .body(new ReceiptView(receipt, rejected));
    }

    @Operation(summary = "查询数据", description = "按录入先后逐条写出。CSV 的列与导入相同，可以再导入。")
    @GetMapping("/api/facts")
    void find(
            @Parameter(description = "地区代码或名称") @RequestParam(required = false) @Nullable String region,
            @Parameter(description = "元素或指标代码") @RequestParam(required = false) @Nullable String element,
            @Parameter(description = "期间不早于：日期 2021-01-01 或期间 2021") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "期间不晚于：日期或期间") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "只要编号更大的") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "至多多少条，空为全部") @RequestParam(defaultValue = "") String limit,
            @Parameter(description = "json 或 csv") @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        FactQuery query = new FactQuery(
                region == null ? null : words.region(region),
                element == null ? null : words.known(element),
                from == null ? null : day("from", from, false),
                to == null ? null : day("to", to, true),
                FactPages.number("after", after),
                limit.isEmpty() ? Integer.MAX_VALUE : FactPages.number("limit", limit));
        switch (format) {
            case "csv" ->
                Download.csv(
                        response,
                        "数据",
                        FactWords.FACT_COLUMNS,
                        each -> store.find(query, entry -> each.accept(FactWords.cells(entry.fact()))));
            case "json" -> array(response, each -> store.find(query, entry -> each.accept(FactView.of(entry))));
            default -> throw Address.badValue("format", format, "json、csv");
        }
    }

    @Operation(summary = "同一件事的全部说法", description = "由其中一条的编号找到；最近录入的在前：谁、何时、随哪次导入录入。")
    @GetMapping("/api/facts/{id}")
    List<FactView> history(@PathVariable String id) {
        Fact fact = store.entry(FactPages.number("id", id))
                .orElseThrow(() -> Address.unknown("fact", id))
                .fact();
        return store.history(fact.region(), fact.element(), fact.period().toString()).stream()
                .map(FactView::of)
                .toList();
    }

    @Operation(summary = "导入记录", description = "最近的在前。")
    @GetMapping("/api/imports")
    List<Receipt> receipts(
            @RequestParam(defaultValue = "50") String limit, @RequestParam(defaultValue = "") String offset) {
        int most = Math.clamp(FactPages.number("limit", limit), 1, 1_000);
        return imports.receipts(most, FactPages.number("offset", offset));
    }

    @Operation(summary = "导入回执", description = "JSON：回执与逐行结果；CSV：逐行结果。")
    @GetMapping("/api/imports/{id}")
    void receipt(
            @PathVariable String id,
            @Parameter(description = "created、updated、unchanged、rejected，空为全部") @RequestParam(defaultValue = "")
                    String outcome,
            @Parameter(description = "json 或 csv") @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Receipt receipt = FactPages.receipt(imports, id);
        Outcome wanted = FactPages.outcome(outcome);
        switch (format) {
            case "csv" ->
                Download.csv(
                        response,
                        "导入回执-" + receipt.id(),
                        ROW_COLUMNS,
                        each -> imports.rows(
                                receipt.id(), wanted, 0, Integer.MAX_VALUE, row -> each.accept(cells(row))));
            case "json" -> {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
                    out.writeStartObject();
                    out.writePOJOProperty("receipt", receipt);
                    out.writeArrayPropertyStart("rows");
                    imports.rows(
                            receipt.id(), wanted, 0, Integer.MAX_VALUE, row -> out.writePOJO(ReceiptView.Row.of(row)));
                    out.writeEndArray();
                    out.writeEndObject();
                }
            }
            default -> throw Address.badValue("format", format, "json、csv");
        }
    }

    private static List<@Nullable Object> cells(ReceiptRow row) {
        Fact fact = row.fact();
        Fact previous = row.previous();
        return Arrays.asList(
                row.line(),
                row.outcome().code(),
                fact == null ? null : fact.sequence(),
                fact == null ? null : fact.value(),
                previous == null ? null : previous.value(),
                row.fault(),
                row.field(),
                row.given(),
                row.message());
    }

    private void array(HttpServletResponse response, Consumer<Consumer<Object>> items) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator out = json.createGenerator(response.getOutputStream())) {
            out.writeStartArray();
            items.accept(out::writePOJO);
            out.writeEndArray();
        }
    }

    private static LocalDate day(String parameter, String text, boolean last) {
        Period period = Period.parse(text);
        if (period != null) {
            return last ? period.end() : period.from().atDay(1);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw Address.badDate(parameter, text);
        }
    }
}
