package org.luheng.app.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.app.audit.store.AuditStore;
import org.luheng.app.database.Database;
import org.luheng.app.database.DatabaseFault;
import org.luheng.app.database.InstalledDatabases;
import org.luheng.files.AuditChain;
import org.luheng.files.AuditEntry;
import org.luheng.files.AuditHead;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./luheng verify}: whether audit trail, facts and sealed issues are what they were when they were written, asked without the application: of the
 * installation's database, also while the server runs on it, or of an exported file. Prints a line for each finding, and ends
 * with 0 where there is none, with 1 where there are, with 2 where it could not be asked.
 */
public final class Verification {
    private static final int INTACT = 0;
    private static final int TAMPERED = 1;
    private static final int NOT_ASKED = 2;
    private static final int FETCHED_AT_ONCE = 10_000;

    private static final String USAGE = """
            用法 usage:
              ./luheng verify                            核对本安装的审计记录、数据和封存的期（服务开着或停着都可以）
              ./luheng verify 文件 [--heads 链头文件]    核对从审计页导出的记录（JSON 行），- 为标准输入；
                                                         链头文件用导出之前拷下的那一份
            """;

    private final PrintStream out;
    /** Of the database or file at hand, and of all. */
    private long faults;

    private long all;

    private int seals;

    private Verification(PrintStream out) {
        this.out = out;
    }

    public static int run(List<String> arguments, Map<String, String> environment, InputStream in, PrintStream out) {
        Verification verification = new Verification(out);
        try {
            if (arguments.isEmpty()) {
                verification.installation(environment);
            } else if (arguments.size() == 1 && !arguments.getFirst().startsWith("--")) {
                verification.file(arguments.getFirst(), null, in);
            } else if (arguments.size() == 3 && arguments.get(1).equals("--heads")) {
                verification.file(arguments.getFirst(), Path.of(arguments.get(2)), in);
            } else {
                out.print(USAGE);
                return NOT_ASKED;
            }
        } catch (NoSuchFileException missing) {
            out.println("没有这个文件：" + missing.getFile());
            return NOT_ASKED;
        } catch (IOException | SQLException | DatabaseFault unreachable) {
            out.println("没有核对成：" + unreachable.getMessage());
            return NOT_ASKED;
        }
        return verification.all == 0 ? INTACT : TAMPERED;
    }

    // ---- The installation -------------------------------------------------------------------------------------------

    private void installation(Map<String, String> environment) throws IOException, SQLException {
        Path home = Path.of(environment.getOrDefault("LUHENG_HOME", "data"));
        String url = environment.getOrDefault("LUHENG_DB_URL", "");
        if (!url.isBlank()) {
            String password = environment.get("LUHENG_DB_APP_PASSWORD");
            if (password == null) {
                throw new IOException("已给出 LUHENG_DB_URL，但缺少 LUHENG_DB_APP_PASSWORD");
            }
            database(Database.of(url, "", password), "数据库 " + url, Heads.file(home, false));
            return;
        }
        if (Files.notExists(home.resolve("postgresql"))) {
            throw new NoSuchFileException(home.resolve("postgresql").toString());
        }
        try (InstalledDatabases installed = InstalledDatabases.in(home)) {
            databases(installed.all(), home);
        }
    }

    private void databases(List<Database> databases, Path home) throws IOException, SQLException {
        for (Database database : databases) {
            boolean demo = database.url().endsWith("/luheng_demo");
            database(database, demo ? "演示数据" : "正式数据", Heads.file(home, demo));
        }
    }

    private void database(Database database, String name, Path headsFile) throws IOException, SQLException {
        faults = 0;
        seals = 0;
        List<AuditHead> heads = Files.exists(headsFile) ? heads(headsFile) : List.of();
        try (Connection connection = database.asApp().getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement context = connection.prepareStatement(
                    "select set_config('luheng.actor', 'luheng:audit', true), set_config('luheng.part', 'audit', true)")) {
                context.execute();
            }
            AuditChain chain = new AuditChain(heads, this::say);
            Map<String, String> sealed = new LinkedHashMap<>();
            try (PreparedStatement entries = connection.prepareStatement(AuditStore.ENTRY + " order by e.day, e.seq")) {
                entries.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet rows = entries.executeQuery()) {
                    while (rows.next()) {
                        AuditEntry entry = AuditStore.entry(rows);
                        chain.next(entry);
                        if (entry.act().equals("新增") && entry.subject().startsWith("issue:")) {
                            sealed.put(
                                    entry.subject(),
                                    new JsonMapper()
                                            .readTree(entry.after())
                                            .path("sha256")
                                            .asString(""));
                        }
                    }
                }
            }
            chain.end();
            if (heads.isEmpty() && chain.entries() > 0) {
                say(Finding.of(Fault.AUDIT_NO_HEADS, Place.file(headsFile.toString()), ""));
            }
            facts(connection);
            frames(connection);
            seals(connection, sealed);
            connection.rollback();
            all += faults;
            conclude(name, chain, headsFile, heads.size());
        }
    }

    /** Whether the facts of each import are those whose digest it left, and each import left one. */
    private void facts(Connection connection) throws SQLException {
        try (PreparedStatement imports = connection.prepareStatement("select * from luheng.changed_imports()");
                ResultSet rows = imports.executeQuery()) {
            while (rows.next()) {
                String number = rows.getString(1);
                say(Finding.of(
                        Fault.AUDIT_FACTS,
                        Place.parameter(number == null ? rows.getString(2) : "第 " + number + " 号导入"),
                        Objects.requireNonNullElse(rows.getString(3), "")));
            }
        }
    }

    /** Whether the monitoring frames of each day that is over are those whose digest it left; older databases have none. */
    private void frames(Connection connection) throws SQLException {
        try (PreparedStatement known =
                        connection.prepareStatement("select to_regproc('luheng.changed_frame_days') is not null");
                ResultSet row = known.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                return;
            }
        }
        try (PreparedStatement days =
                        connection.prepareStatement("select day::text, has_digest from luheng.changed_frame_days()");
                ResultSet rows = days.executeQuery()) {
            while (rows.next()) {
                say(Finding.of(Fault.AUDIT_FRAMES, Place.parameter(rows.getString(1)), rows.getString(2)));
            }
        }
    }

    /**
     * Whether the sealed issues are those that the trail saw sealed, byte for byte.
     *
     * @param sealed sha256 at sealing, by subject of the trail
     */
    private void seals(Connection connection, Map<String, String> sealed) throws SQLException {
        try (PreparedStatement context =
                connection.prepareStatement("select set_config('luheng.part', 'issue', true)")) {
            context.execute();
        }
        Map<String, String> missing = new LinkedHashMap<>(sealed);
        try (PreparedStatement issues = connection.prepareStatement(
                        "select 'issue:' || id, title, number, sha256, encode(sha256(content), 'hex')"
                                + " from luheng.issue order by id");
                ResultSet rows = issues.executeQuery()) {
            while (rows.next()) {
                Place place = Place.parameter(rows.getString(2) + " 第 " + rows.getInt(3) + " 期");
                if (!rows.getString(4).equals(rows.getString(5))) {
                    say(Finding.of(Fault.SEAL_BROKEN, place, rows.getString(5)));
                } else if (!rows.getString(5).equals(missing.get(rows.getString(1)))) {
                    say(Finding.of(Fault.SEAL_REPLACED, place, rows.getString(5)));
                }
                missing.remove(rows.getString(1));
                seals++;
            }
        }
        missing.forEach((subject, sha256) -> say(Finding.of(Fault.SEAL_REPLACED, Place.parameter(subject), sha256)));
    }

    // ---- A file -----------------------------------------------------------------------------------------------------

    private void file(String name, @Nullable Path headsFile, InputStream in) throws IOException {
        faults = 0;
        List<AuditHead> heads = headsFile == null ? List.of() : heads(headsFile);
        AuditChain chain = new AuditChain(heads, this::say);
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                name.equals("-") ? in : Files.newInputStream(Path.of(name)), StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                AuditEntry entry = null;
                try {
                    entry = json.readValue(line, AuditEntry.class);
                } catch (JacksonException noEntry) {
                    // Said below.
                }
                if (entry == null || !entry.isWhole()) {
                    throw new IOException(Finding.of(Fault.NOT_A_TRAIL, Place.line(name, (int) number), "")
                                    .message() + "（" + name + " 第 " + number + " 行）");
                }
                chain.next(entry);
            }
        }
        chain.end();
        all += faults;
        conclude(name, chain, headsFile, heads.size());
    }

    /** Every line must be one: a head that cannot be read any more hides what came after the one before. */
    private List<AuditHead> heads(Path file) throws IOException {
        List<AuditHead> heads = new ArrayList<>();
        int number = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            number++;
            AuditHead head = AuditHead.parse(line);
            if (head != null) {
                heads.add(head);
            } else {
                say(Finding.of(Fault.NOT_A_HEAD, Place.line(file.toString(), number), line));
            }
        }
        return heads;
    }

    private void say(Finding finding) {
        faults++;
        out.println("✗ " + finding.place().inWords() + "：" + finding.message()
                + (finding.value().isEmpty() ? "" : "（" + finding.value() + "）") + " "
                + finding.fault().code());
    }

    private void conclude(String name, AuditChain chain, @Nullable Path headsFile, int heads) {
        AuditHead head = chain.head();
        out.printf(
                "%s%s：%d 条审计记录%s，%s%n",
                faults == 0 ? "✓ " : "",
                name,
                chain.entries(),
                seals == 0 ? "" : "、" + seals + " 期封存结果",
                faults == 0 ? "链完整" : "共 " + faults + " 处不符");
        if (head != null) {
            out.printf("  链头 %s 第 %d 条 %s%n", head.day(), head.seq(), head.hash());
        }
        out.println(
                headsFile == null || heads == 0
                        ? "  没有导出的链头可以比对：末尾被截断或整体被改写，这样看不出来"
                        : "  与 " + headsFile + " 中的 " + heads + " 个链头比对过");
    }
}
