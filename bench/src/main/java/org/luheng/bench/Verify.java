package org.luheng.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;

/**
 * {@code ./luheng verify} over so many entries, as a process of its own beside the running server. They are made in the database by
 * its administrator, chained as luheng.record() does. Reference: reading the same entries and hashing their bytes, nothing else.
 */
final class Verify {
    private Verify() {}

    static void run(int entries) throws Exception {
        Path folder = Files.createTempDirectory(Demo.ROOT.resolve("app/target/luheng"), "verify-");
        Path home = folder.resolve("data");
        try (Demo demo = Demo.start(home, Map.of())) {
            demo.untilAnswered("/api/health");
            try (var connection = demo.administrator("luheng_demo");
                    var statement = connection.createStatement()) {
                statement.execute("set luheng.actor = 'luheng:bench'");
                statement.execute("""
                        do $$
                        declare
                          entry luheng.audit_entry;
                        begin
                          perform pg_advisory_xact_lock(20210006);
                          select e.* into entry from luheng.audit_entry e order by e.day desc, e.seq desc limit 1;
                          for i in 1..%d loop
                            entry.seq := entry.seq + 1;
                            entry.previous := entry.hash;
                            entry.act := '修改';
                            entry.subject := 'bench:' || i;
                            entry.before := '{"state": "受邀", "name": "某某某", "number": ' || i || '}';
                            entry.after := '{"state": "可用", "name": "某某某", "number": ' || (i + 1) || '}';
                            entry.hash := encode(sha256(convert_to(luheng.audit_content(entry), 'UTF8')), 'hex');
                            insert into luheng.audit_entry select entry.*;
                          end loop;
                        end $$""".formatted(entries));
            }
            System.out.printf("reference: read and hash   %6d ms%n", reference(demo));
            for (int run = 0; run < 3; run++) {
                long began = System.nanoTime();
                var builder = new ProcessBuilder(Demo.ROOT.resolve("luheng").toString(), "verify")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("verify.log").toFile());
                builder.environment().put("LUHENG_HOME", home.toString());
                var verify = builder.start();
                int status = verify.waitFor();
                System.out.printf(
                        "./luheng verify            %6d ms, status %d%n",
                        (System.nanoTime() - began) / 1_000_000, status);
            }
            System.out.print(Files.readString(folder.resolve("verify.log")));
        } finally {
            Demo.delete(folder);
        }
    }

    private static long reference(Demo demo) throws Exception {
        long began = System.nanoTime();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (var connection = demo.administrator("luheng_demo")) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                try (var rows = statement.executeQuery("select e::text from luheng.audit_entry e order by day, seq")) {
                    while (rows.next()) {
                        sha256.update(rows.getBytes(1));
                        sha256.digest();
                    }
                }
            }
        }
        return (System.nanoTime() - began) / 1_000_000;
    }
}
