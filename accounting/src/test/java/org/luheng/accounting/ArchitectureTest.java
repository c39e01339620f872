package org.luheng.accounting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.luheng.accounting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule dependsOnNothingButJava = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.luheng.accounting..", "org.jspecify..", "com.ezylang.evalex..");

    @ArchTest
    static final ArchRule onlyTheLanguageOfFormulasKnowsItsParser = noClasses()
            .that()
            .resideOutsideOfPackage("org.luheng.accounting.formula")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ezylang.evalex..");

    /** The library could compute too, with functions of time and chance; it is only let read. */
    @ArchTest
    static final ArchRule theParserComputesNothing = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.ezylang.evalex.Expression")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.ezylang.evalex.data..",
                    "com.ezylang.evalex.functions.datetime..",
                    "com.ezylang.evalex.functions.string..");

    @ArchTest
    static final ArchRule readsAndWritesNothing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..");

    @ArchTest
    static final ArchRule hasNoClock = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random|java\\.lang\\.Thread")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule keepsNoFloatingPoint =
            fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);

    @ArchTest
    static final ArchRule returnsNoFloatingPoint =
            methods().should().notHaveRawReturnType(double.class).andShould().notHaveRawReturnType(float.class);
}
