package org.luheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is handed out: runs after the archive is made. */
@Tag("packed")
class PackedTests {
    private static final Path ARCHIVE =
            Path.of(System.getProperty("luheng.root", ".."), "app", "target", "luheng-app.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @Test
    void whateverIsInTheArchiveStandsInItsBillOfMaterials() throws IOException {
        try (JarFile archive = new JarFile(ARCHIVE.toFile())) {
            var where = archive.getManifest().getMainAttributes().getValue("Sbom-Location");
            assertThat(where).isEqualTo("META-INF/sbom/application.cdx.json");
            JsonNode bill;
            try (InputStream in = archive.getInputStream(archive.getEntry(where))) {
                bill = JsonMapper.shared().readTree(in);
            }
            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
            assertThat(bill.path("specVersion").asString()).isEqualTo("1.6");

            Set<String> packed = archive.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    // Spring Boot puts in the tool that unpacks the archive; it is of the edition of spring-boot
                    // itself.
                    .filter(name -> !name.startsWith("spring-boot-jarmode-tools-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> billed = new TreeSet<>();
            for (JsonNode component : bill.path("components")) {
                billed.add("%s-%s.jar"
                        .formatted(
                                component.path("name").asString(),
                                component.path("version").asString()));
                assertThat(component.path("purl").asString()).startsWith("pkg:maven/");
                assertThat(component.path("hashes")).isNotEmpty();
            }
            assertThat(packed).anyMatch(name -> name.startsWith("tomcat-embed-core-"));
            // Starters stand in the bill only: they hold nothing.
            assertThat(billed).containsAll(packed);
        }
    }
}
