package org.luheng.app.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luheng.app.access.Sights;
import org.luheng.app.audit.Heads;
import org.luheng.app.audit.store.AuditStore;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.files.AuditEntry;
import org.luheng.files.AuditHead;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.luheng.files.Register;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The trail: searched, paged, and taken away whole for {@code ./luheng verify FILE}. */
@Controller
@Tag(name = "audit", description = "审计记录")
class AuditController {
    /** The auditor of all places sees the whole trail. */
    private static final String COUNTRY = "000000";

    private static final int ON_A_PAGE = 100;
    private static final int MOST_IN_A_TABLE = 50_000;

    private final AuditStore store;
    private final Heads heads;
    private final Sights sights;
    private final Register register;
    private final JsonMapper json;

    AuditController(AuditStore store, Heads heads, Sights sights, Register register, JsonMapper json) {
        this.store = store;
        this.heads = heads;
        this.sights = sights;
        this.register = register;
        this.json = json;
    }

    @ModelAttribute("search")
    static AuditSearch search(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String before) {
        return new AuditSearch(actor, scope, act, from, to, text, before);
    }

    @GetMapping("/audit")
    @Nullable
    Object trail(
            @ModelAttribute("search") AuditSearch search,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        boolean whole = COUNTRY.equals(sights.current().body());
        if ("jsonl".equals(format)) {
            if (!whole) {
                throw Refused.of(Finding.of(Fault.NOT_YOURS, Place.parameter("format"), "jsonl"));
            }
            lines(response);
            return null;
        }
        int wanted = format == null ? ON_A_PAGE : MOST_IN_A_TABLE;
        List<AuditEntry> found = store.find(search.asked(), wanted + 1);
        boolean more = found.size() > wanted;
        List<AuditEntry> shown = more ? found.subList(0, wanted) : found;
        AuditHead head = whole ? store.head().orElse(null) : null;
        AuditPage page = new AuditPage(
                Frame.of("审计", "audit", false),
                search,
                format == null ? store.acts() : List.of(),
                shown,
                head,
                heads.file().toString(),
                more
                        ? "/audit?" + search.query() + "&before="
                                + shown.getLast().day() + "," + shown.getLast().seq()
                        : null,
                whole,
                register::name);
        return format == null
                ? new ModelAndView("audit/audit", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    /** All of them as they were written, a line each, in their order: a chain with gaps cannot be verified. */
    private void lines(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"luheng-audit.jsonl\"");
        try (Writer out = response.getWriter()) {
            store.each(entry -> {
                try {
                    out.append(json.writeValueAsString(entry)).append('\n');
                } catch (IOException readerIsGone) {
                    throw new UncheckedIOException(readerIsGone);
                }
            });
        }
    }

    @Operation(summary = "审计记录", description = "最近的在前；before=日期,序号 取更早的。整份导出用 /audit?format=jsonl。")
    @GetMapping("/api/audit")
    @ResponseBody
    List<AuditEntry> entries(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "100") String limit) {
        int most;
        try {
            most = Math.clamp(Integer.parseInt(limit), 1, 1_000);
        } catch (NumberFormatException noNumber) {
            throw Address.badValue("limit", limit, "1 到 1000");
        }
        return store.find(new AuditSearch(actor, scope, act, from, to, text, before).asked(), most);
    }
}
