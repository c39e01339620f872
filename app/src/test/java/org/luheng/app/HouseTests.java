package org.luheng.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The rooms of the house and the one way of the data: document → plan, report → fact, both → snapshot → page. */
class HouseTests {
    private static final ApplicationModules ROOMS = ApplicationModules.of(LuhengApplication.class);
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.luheng");

    @Test
    void roomsKeepToThemselvesAndFormNoCircle() {
        ROOMS.verify();
    }

    @Test
    void roomsAreWrittenDown() throws IOException {
        new Documenter(ROOMS, Documenter.Options.defaults().withOutputFolder("target/rooms")).writeDocumentation();
        org.assertj.core.api.Assertions.assertThat(Path.of("target/rooms/components.puml"))
                .isNotEmptyFile();
    }

    @Test
    void aPlanKnowsNoFactAndNoSnapshot() {
        noClasses()
                .that()
                .resideInAPackage("org.luheng.app.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.luheng.app.fact..", "org.luheng.app.snapshot..")
                .check(HOUSE);
    }

    @Test
    void aFactKnowsNoSnapshotAndNoPlanButForTheSamples() {
        noClasses()
                .that()
                .resideInAPackage("org.luheng.app.fact..")
                .and()
                .resideOutsideOfPackage("org.luheng.app.fact.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.luheng.app.plan..", "org.luheng.app.snapshot..")
                .check(HOUSE);
    }

    @Test
    void aSnapshotStoresNothing() {
        noClasses()
                .that()
                .resideInAPackage("org.luheng.app.snapshot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(HOUSE);
    }

    @Test
    void whatLiesBelowTheApplicationKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.luheng.accounting..",
                        "org.luheng.files..",
                        "org.luheng.document..",
                        "org.luheng.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "org.luheng.app..")
                .check(HOUSE);
    }

    @Test
    void pagesDoNoArithmetic() {
        noClasses()
                .that()
                .resideInAPackage("org.luheng.app..web..")
                .should()
                .callMethod(java.math.BigDecimal.class, "multiply", java.math.BigDecimal.class)
                .orShould()
                .callMethod(java.math.BigDecimal.class, "pow", int.class)
                .check(HOUSE);
    }
}
