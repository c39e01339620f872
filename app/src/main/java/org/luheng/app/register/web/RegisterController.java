package org.luheng.app.register.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.luheng.app.page.Download;
import org.luheng.app.page.Frame;
import org.luheng.app.register.Body;
import org.luheng.app.register.Enterprises;
import org.luheng.app.register.NewBody;
import org.luheng.app.register.UnifiedSocialCreditCode;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Findings;
import org.luheng.files.Place;
import org.luheng.files.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The office adds the enterprises and institutions of its place. */
@Controller
class RegisterController {
    private static final int LONGEST_NAME = 200;

    private final Enterprises enterprises;

    RegisterController(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    @GetMapping("/register")
    Object list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String format) {
        return format == null
                ? new ModelAndView(
                        "register/bodies",
                        "page",
                        new BodiesPage(Frame.of("名录", "register", false), text, enterprises.search(text, page)))
                : Download.of(BodiesPage.table(enterprises.all(text)), format);
    }

    @GetMapping("/register/new")
    ModelAndView newPage() {
        return newPage(new NewBodyPage.Filled("", "", "", "", ""), List.of(), HttpStatus.OK);
    }

    private ModelAndView newPage(NewBodyPage.Filled filled, List<Finding> problems, HttpStatus status) {
        ModelAndView shown = new ModelAndView(
                "register/body-new",
                "page",
                new NewBodyPage(
                        Frame.of("登记", "register", false, new Frame.Crumb("名录", "/register")),
                        filled,
                        enterprises.reach(),
                        problems));
        shown.setStatus(status);
        return shown;
    }

    @PostMapping("/register")
    Object add(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String industry,
            @RequestParam(defaultValue = "") String place) {
        try {
            enterprises.add(read(code, kind, name, industry, place));
        } catch (Refused refused) {
            List<Finding> problems = refused.findings().list();
            boolean closed = problems.stream().anyMatch(each -> each.fault() == Fault.NOT_YOURS);
            return newPage(
                    new NewBodyPage.Filled(code, kind, name, industry, place),
                    problems,
                    closed ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/register")
                .build();
    }

    /** All that is wrong at once. */
    private static NewBody read(String code, String kind, String name, String industry, String place) {
        Findings findings = new Findings();
        UnifiedSocialCreditCode uscc =
                UnifiedSocialCreditCode.parse(code.strip().toUpperCase(Locale.ROOT));
        if (uscc == null) {
            findings.add(finding(Fault.BAD_ID, "统一社会信用代码", code, "form", "18 位统一社会信用代码（末位是校验码）"));
        }
        Body.Kind of = switch (kind) {
            case "企业" -> Body.Kind.ENTERPRISE;
            case "公共机构" -> Body.Kind.INSTITUTION;
            default -> null;
        };
        if (of == null) {
            findings.add(finding(Fault.NOT_ONE_OF, "种类", kind, "allowed", "企业、公共机构"));
        }
        String called = name.strip();
        if (called.isEmpty()) {
            findings.add(finding(Fault.BLANK, "名称", name, "write", ""));
        } else if (called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            findings.add(finding(Fault.FIELD_TOO_LONG, "名称", "", "limit", Integer.toString(LONGEST_NAME)));
        }
        String trade = industry.strip().toUpperCase(Locale.ROOT);
        if (!trade.isEmpty() && !trade.matches("[A-T]([0-9]{2,4})?|[0-9]{2,4}")) {
            findings.add(finding(Fault.BAD_ID, "行业", industry, "form", "GB/T 4754 的代码，如 C3011 或 30"));
        }
        if (place.isEmpty()) {
            findings.add(finding(Fault.BLANK, "地区", place, "write", ""));
        }
        if (uscc == null || of == null || !findings.isEmpty()) {
            throw new Refused(findings);
        }
        return new NewBody(uscc, of, called, of == Body.Kind.ENTERPRISE ? trade : "", place);
    }

    private static Finding finding(Fault fault, String place, String value, String... args) {
        return Finding.of(fault, Place.parameter(place), value, args);
    }
}
