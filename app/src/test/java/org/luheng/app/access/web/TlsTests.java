package org.luheng.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luheng.app.database.FreshDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server with a certificate of its own, made for the test by the JDK. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
class TlsTests {
    @TempDir
    private static Path folder;

    private static @Nullable KeyStore store;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void aCertificate(DynamicPropertyRegistry properties) throws Exception {
        Path file = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "luheng",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore made = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        store = made;
        Certificate certificate = made.getCertificate("luheng");
        Path chain = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        Files.writeString(chain, pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(
                key,
                pem(
                        "PRIVATE KEY",
                        Objects.requireNonNull(made.getKey("luheng", "changeit".toCharArray()))
                                .getEncoded()));
        properties.add("luheng.tls.cert", chain::toString);
        properties.add("luheng.tls.key", key::toString);
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @Test
    void byTlsEveryAnswerAsksForTlsAndNoCookieGoesWithoutIt() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("luheng", Objects.requireNonNull(store).getCertificate("luheng"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (HttpClient browser = HttpClient.newBuilder().sslContext(tls).build()) {
            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/sign-in"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-luheng=")
                    .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                    .doesNotContain("Domain");
            assertThat(page.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }
}
