package org.luheng.app.plan.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Rules;
import org.luheng.accounting.Target;
import org.luheng.app.approval.Proposal;
import org.luheng.app.approval.Proposals;
import org.luheng.app.page.Address;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.page.Reader;
import org.luheng.app.page.Table;
import org.luheng.app.plan.Acceptances;
import org.luheng.app.plan.Documents;
import org.luheng.app.plan.Plans;
import org.luheng.files.PlanFolder;
import org.luheng.files.Register;
import org.luheng.files.Task;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The plans and their documents. */
@Controller
class PlanController {
    private final Plans plans;
    private final Documents documents;
    private final Acceptances acceptances;
    private final Proposals proposals;
    private final Register register;
    private final Rules rules;

    PlanController(
            Plans plans,
            Documents documents,
            Acceptances acceptances,
            Proposals proposals,
            Register register,
            Rules rules) {
        this.plans = plans;
        this.documents = documents;
        this.acceptances = acceptances;
        this.proposals = proposals;
        this.register = register;
        this.rules = rules;
    }

    @GetMapping("/plans")
    Object all(@RequestParam(required = false) @Nullable String format) {
        List<PlansPage.Line> lines = plans.all().stream()
                .map(folder ->
                        new PlansPage.Line(folder, register.name(folder.plan().region())))
                .toList();
        PlansPage page = new PlansPage(Frame.of("方案", "plans", false), lines);
        return format == null
                ? new ModelAndView("plan/plans", Map.of("page", page))
                : Download.of(page.table(), format);
    }

    @GetMapping("/plans/{id}")
    Object plan(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "targets") String table,
            @RequestParam(defaultValue = "") String edition) {
        PlanFolder folder = folder(id, edition);
        Plan plan = folder.plan();
        Map<String, String> places = new LinkedHashMap<>();
        plan.places().forEach(region -> places.put(region, register.name(region)));
        plan.targets().forEach(target -> places.putIfAbsent(target.region(), register.name(target.region())));
        PlanPage page = new PlanPage(
                Frame.of(plan.title(), "plans", false, new Frame.Crumb("方案", "/plans")),
                folder,
                register.name(plan.region()),
                PlanPage.chapters(folder),
                PlanPage.division(folder, indicatorNames(plan), places),
                PlanPage.duties(folder),
                plans.findings(folder),
                Reader.current().signedIn() ? acceptance(plan) : null,
                quotes(folder),
                documents.isLoaded(folder),
                places,
                plans.get(id) == folder
                        ? plans.waiting(id).stream()
                                .map(each -> each.plan().hash())
                                .toList()
                        : List.of(),
                plans.get(id) == folder);
        if (format != null) {
            return Download.of(chosen(page, table), format);
        }
        return new ModelAndView("plan/plan", Map.of("page", page));
    }

    /** @param edition sha256 of one that is shown or waits, empty: the one that is shown */
    private PlanFolder folder(String id, String edition) {
        return edition.isEmpty()
                ? plans.get(id)
                : plans.edition(id, edition).orElseThrow(() -> Address.unknown("edition", edition));
    }

    /** The four files of an edition, as they lie in {@code plans/}. */
    @GetMapping("/plans/{id}/folder.zip")
    ResponseEntity<byte[]> zip(@PathVariable String id, @RequestParam(defaultValue = "") String edition)
            throws IOException {
        PlanFolder folder = folder(id, edition);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : folder.text().texts().entrySet()) {
                ZipEntry entry = new ZipEntry(id + "/" + file.getKey());
                // The same plan is the same file, whenever it is taken.
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(folder.plan().id() + ".zip", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    private PlanPage.Acceptance acceptance(Plan plan) {
        Optional<Acceptances.Acceptance> accepted = acceptances.of(plan);
        return new PlanPage.Acceptance(
                accepted.map(Acceptances.Acceptance::at).orElse(null),
                accepted.flatMap(acceptance -> proposals.find(acceptance.proposal()))
                        .orElse(null),
                acceptances.open(plan).map(Proposal::id).orElse(null),
                proposals.mayDecide(plan.region()));
    }

    /** The office proposes to accept the edition that is here now. */
    @PostMapping("/plans/{id}/acceptance")
    ResponseEntity<Void> accept(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "") String reason) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/proposals/" + acceptances.propose(folder(id, edition), reason))
                .build();
    }

    private static Table chosen(PlanPage page, String table) {
        return switch (table) {
            case "targets" -> page.targetsTable();
            case "duties" -> page.dutiesTable();
            case "findings" -> page.findingsTable();
            default -> throw Address.badValue("table", table, "targets、duties、findings");
        };
    }

    private Map<String, String> indicatorNames(Plan plan) {
        Map<String, String> names = new HashMap<>();
        for (String code : plan.dividedIndicators()) {
            Indicator indicator = rules.indicator(code);
            names.put(code, indicator == null ? code : indicator.name() + "（" + indicator.unit() + "）");
        }
        return names;
    }

    private Map<String, String> quotes(PlanFolder folder) {
        Map<String, String> quotes = new HashMap<>();
        if (documents.isLoaded(folder)) {
            for (Target target : folder.plan().targets()) {
                documents
                        .sentence(folder, target.from(), target.to())
                        .ifPresent(sentence -> quotes.put(target.id(), sentence));
            }
            for (Task task : folder.tasks()) {
                documents
                        .sentence(folder, task.from(), task.to())
                        .ifPresent(sentence -> quotes.put(task.id(), sentence));
            }
        }
        return quotes;
    }

    /** The office loads the very document that the plan was read from. */
    @PostMapping("/plans/{id}/document")
    ResponseEntity<Void> load(@PathVariable String id, @RequestParam MultipartFile document) throws IOException {
        PlanFolder folder = plans.get(id);
        String name = document.getOriginalFilename();
        byte[] content = document.getBytes();
        documents.load(folder, name == null ? "" : name, content);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/plans/" + folder.plan().id() + "#document")
                .build();
    }
}
