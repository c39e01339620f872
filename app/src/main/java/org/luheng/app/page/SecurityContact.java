package org.luheng.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whom to tell of a hole in this installation (RFC 9116), as {@code LUHENG_SECURITY_CONTACT} says: mail addresses,
 * {@code https:}, {@code mailto:} or {@code tel:}, separated by commas. Where it says nothing, there is no such page: a
 * contact nobody reads would be worse.
 */
@RestController
class SecurityContact {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityContact.class);
    private static final List<String> WAYS = List.of("https://", "mailto:", "tel:");
    /** Written anew with each answer, so it only ends what somebody has kept a copy of. */
    private static final Duration HOLDS = Duration.ofDays(90);

    private final Clock clock;
    private final List<String> contacts;

    SecurityContact(Environment environment, Clock clock) {
        this.clock = clock;
        contacts = Arrays.stream(
                        environment.getProperty("luheng.security.contact", "").split(","))
                .map(String::strip)
                .filter(contact -> !contact.isEmpty())
                .map(contact -> contact.contains(":") || !contact.contains("@") ? contact : "mailto:" + contact)
                .filter(SecurityContact::isUsable)
                .toList();
    }

    private static boolean isUsable(String contact) {
        boolean usable = WAYS.stream().anyMatch(contact.toLowerCase(Locale.ROOT)::startsWith)
                && contact.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!usable) {
            LOG.warn("LUHENG_SECURITY_CONTACT 中的“{}”不是邮箱，也不以 https://、mailto: 或 tel: 开头，没有公布", contact);
        }
        return usable;
    }

    @GetMapping("/.well-known/security.txt")
    ResponseEntity<String> securityText(HttpServletRequest request) {
        if (contacts.isEmpty()) {
            throw Address.unknown("地址", request.getRequestURI());
        }
        StringBuilder text = new StringBuilder();
        contacts.forEach(contact -> text.append("Contact: ").append(contact).append('\n'));
        text.append("Expires: ")
                .append(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(HOLDS))
                .append("\nPreferred-Languages: zh, en\n");
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text.toString());
    }
}
