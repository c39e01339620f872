package org.luheng.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.accounting.Fact;

/** Whatever the bytes, a reading ends in a result or in findings: never in a fault of the program. */
class MangledInputTest {
    private static final List<String> FILES = List.of("plan.yaml", "clauses.csv", "targets.csv", "tasks.csv");
    private static final byte[][] BAD = {
        {'"'},
        {','},
        {'\n'},
        {'\r'},
        {0},
        {(byte) 0xFF},
        {(byte) 0xE4, (byte) 0xB8},
        {'-'},
        {'['},
        {'{'},
        {':', ' '},
        {'&', 'a'},
        {'*', 'a'},
        {'#'},
        {'\t'},
        {';'},
        {'9', '9', '9', '9', '9', '9', '9', '9', '9', '9', '9'},
        {'1', 'e', '9'},
        {'!', '!'},
    };

    @TempDir
    Path temp = Path.of("");

    private static byte[] mangled(byte[] good, Random random) {
        byte[] bytes = good;
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.length);
            int cut = Math.min(bytes.length - at, random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(3));
            byte[] put = random.nextInt(4) == 0 ? new byte[0] : BAD[random.nextInt(BAD.length)];
            byte[] next = Arrays.copyOf(bytes, bytes.length - cut + put.length);
            System.arraycopy(put, 0, next, at, put.length);
            System.arraycopy(bytes, at + cut, next, at + put.length, bytes.length - at - cut);
            bytes = next.length == 0 ? new byte[] {'x'} : next;
        }
        return bytes;
    }

    @Test
    void ofPlanFolders() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("zhengzhou-14fyp"));
        Path good = House.ROOT.resolve("plans/zhengzhou-14fyp");
        for (String file : FILES) {
            Files.copy(good.resolve(file), folder.resolve(file));
        }
        int refused = 0;
        for (int seed = 0; seed < 400; seed++) {
            String file = FILES.get(seed % FILES.size());
            Files.write(folder.resolve(file), mangled(Files.readAllBytes(good.resolve(file)), new Random(seed)));
            try {
                PlanFolder.read(folder, House.RULES, House.REGISTER);
            } catch (Refused expected) {
                refused++;
                assertThat(expected.findings().errors()).as("seed " + seed).isPositive();
                assertThat(expected.findings().inWords()).as("seed " + seed).allMatch(line -> line.contains(file));
            } catch (RuntimeException | StackOverflowError fault) {
                fail("seed " + seed + " of " + file, fault);
            }
            Files.copy(good.resolve(file), folder.resolve(file), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void ofFactsFiles() {
        StringBuilder text = new StringBuilder("region,period,element,value,unit,stage,source,published\n");
        for (int year = 2000; year < 2026; year++) {
            text.append("郑州市,")
                    .append(year)
                    .append(",gdp.constant,12.5,亿元,最终,\"公报，第\"\"一\"\"号\",")
                    .append(year)
                    .append("-05-01\n");
        }
        byte[] good = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 2_000; seed++) {
            List<Fact> facts = new ArrayList<>();
            byte[] bytes = mangled(good, new Random(seed));
            try {
                FactsFile.read(
                        new ByteArrayInputStream(bytes), "f.csv", House.RULES, House.REGISTER, "410100", facts::add);
                assertThat(facts)
                        .as("seed " + seed)
                        .allMatch(fact -> fact.region().length() >= 6);
            } catch (Refused expected) {
                assertThat(expected.findings().inWords()).as("seed " + seed).allMatch(line -> line.startsWith("f.csv"));
            } catch (RuntimeException fault) {
                fail("seed " + seed, fault);
            }
        }
    }
}
