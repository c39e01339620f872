package org.luheng.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.access.People;
import org.luheng.app.access.Role;
import org.luheng.app.access.SignedIn;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@AutoConfigureMockMvc
@FreshDatabase
class AuditPageTests {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Heads heads;

    private People people() {
        return new People(jdbc, transactions);
    }

    private MockHttpServletResponse ask(@Nullable SignedIn person, String address) throws Exception {
        var request = get(java.net.URI.create(address));
        return mvc.perform(person == null ? request : request.with(People.as(person)))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void theAuditorFindsWhoReadWhatAndNobodyElseOpensThePage() throws Exception {
        SignedIn auditor = people().with(Role.AUDITOR, "000000");
        SignedIn office = people().with(Role.OFFICE, "410100");
        ask(office, "/facts?region=410102");
        ask(office, "/api/facts?format=csv&limit=1");
        ask(office, "/audit");
        String page = text(ask(auditor, "/audit?actor=" + office.login()));
        assertThat(page).as("what was refused at the door").contains("被拒", "LH-1920");
        assertThat(page).contains("查阅", "/facts?region=410102", "导出", "/api/facts?format=csv", "链头");
        assertThat(text(ask(auditor, "/audit?act=" + java.net.URLEncoder.encode("导出", StandardCharsets.UTF_8))))
                .contains("/api/facts?format=csv")
                .doesNotContain("/facts?region=410102");
        assertThat(text(ask(auditor, "/api/audit?actor=" + office.login() + "&limit=2")))
                .contains("\"scope\":\"410100\"", "\"hash\":");
        for (Role role : List.of(Role.OFFICE, Role.ADMINISTRATOR, Role.DISTRICT)) {
            SignedIn other = people().with(role, role == Role.ADMINISTRATOR ? null : "410102");
            assertThat(ask(other, "/audit").getStatus()).as(role.word()).isEqualTo(403);
            assertThat(ask(other, "/api/audit").getStatus()).as(role.word()).isEqualTo(403);
            assertThat(ask(other, "/audit?format=jsonl").getStatus())
                    .as(role.word())
                    .isEqualTo(403);
        }
        assertThat(ask(null, "/api/audit").getStatus()).isEqualTo(401);
        assertThat(ask(auditor, "/audit?from=soon").getStatus()).isEqualTo(400);
        assertThat(ask(auditor, "/audit?before=2026-01-01").getStatus()).isEqualTo(400);
    }

    @Test
    void whatIsTakenAwayIsVerifiedWithoutTheServer(@TempDir Path folder) throws Exception {
        SignedIn auditor = people().with(Role.AUDITOR, "000000");
        heads.export();
        // As it was copied away before; the export itself is on record after what it exports.
        Path kept = Files.copy(heads.file(), folder.resolve("heads.csv"));
        String trail = text(ask(auditor, "/audit?format=jsonl"));
        assertThat(trail.lines().count()).isGreaterThan(100);
        assertThat(verify(trail, List.of("-"))).startsWith("0 ").contains("链完整");
        assertThat(verify(trail, List.of("-", "--heads", kept.toString())))
                .startsWith("0 ")
                .contains("比对过");
        assertThat(verify(trail.replaceFirst("郑州市", "邓州市"), List.of("-")))
                .startsWith("1 ")
                .contains("LH-1940");
        String withoutOne = trail.substring(0, trail.indexOf('\n') + 1)
                + trail.substring(trail.indexOf('\n', trail.indexOf('\n') + 1) + 1);
        assertThat(verify(withoutOne, List.of("-"))).startsWith("1 ").contains("LH-1941");
        List<String> lines = new java.util.ArrayList<>(trail.lines().toList());
        java.util.Collections.swap(lines, 10, 11);
        assertThat(verify(String.join("\n", lines), List.of("-")))
                .startsWith("1 ")
                .contains("LH-1942");
        lines = trail.lines().limit(20).toList();
        assertThat(verify(String.join("\n", lines), List.of("-", "--heads", kept.toString())))
                .startsWith("1 ")
                .contains("LH-1944");
        Path other = Files.writeString(folder.resolve("x.jsonl"), "{\"a\": 1}\n");
        assertThat(verify("", List.of(other.toString()))).startsWith("2 ");
        assertThat(verify(trail.replaceFirst("\"actor\":\"[^\"]*\",", ""), List.of("-")))
                .startsWith("2 ");
        assertThat(verify("", List.of("nowhere.jsonl"))).startsWith("2 ").contains("没有这个文件");
        assertThat(verify("", List.of("--help"))).startsWith("2 ").contains("用法");
    }

    @Test
    void whatStandsInALinkIsNotWrittenDown() throws Exception {
        SignedIn auditor = people().with(Role.AUDITOR, "000000");
        ask(auditor, "/invitations/secret-of-the-link?format=csv");
        ask(auditor, "/%69nvitations/secret-of-the-link");
        assertThat(text(ask(auditor, "/audit?format=jsonl"))).doesNotContain("secret-of-the-link");
    }

    private static String verify(String in, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream given = new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8));
        int status = Verification.run(arguments, Map.of(), given, new PrintStream(out, true, StandardCharsets.UTF_8));
        return status + " " + out.toString(StandardCharsets.UTF_8);
    }
}
