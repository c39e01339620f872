package org.luheng.files;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data this house ships, as tests see it. */
final class House {
    static final Path ROOT =
            Path.of(System.getProperty("luheng.root", "..")).toAbsolutePath().normalize();
    static final Register REGISTER = Register.read(ROOT.resolve("register"));
    static final RulesFolder RULES_FOLDER = RulesFolder.read(ROOT.resolve("rules"));
    static final org.luheng.accounting.Rules RULES = RULES_FOLDER.rules();

    private House() {}

    static PlanFolder plan(String id) {
        return PlanFolder.read(ROOT.resolve("plans").resolve(id), RULES, REGISTER);
    }

    /** What only the makers' desk has; never skipped where tests decide about a merge. */
    static Path shared(String name) {
        Path file = ROOT.resolve("../shared").resolve(name).normalize();
        if (!Files.exists(file)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("CI=true, but ../shared/" + name + " is not there");
            }
            assumeTrue(false, "../shared/" + name + " is not there");
        }
        return file;
    }
}
