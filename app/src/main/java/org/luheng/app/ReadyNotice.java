package org.luheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Tells the person at the keyboard where to look, and the launcher, by a file it names in {@code luheng.ready.file}, that
 * the machine is free for other work.
 */
@Component
@ConditionalOnProperty(name = "luheng.training", matchIfMissing = true, havingValue = "false")
class ReadyNotice implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext web)
                || web.getWebServer() == null) {
            return;
        }
        var address = web.getEnvironment().getProperty("server.address", "127.0.0.1");
        var everywhere = address.equals("0.0.0.0") || address.equals("::");
        System.out.printf(
                "%n  绿衡已就绪 Luheng is up:  %s://%s:%d/    （Ctrl-C 停止）%n%n",
                web.getEnvironment().getProperty("luheng.tls.cert", "").isBlank() ? "http" : "https",
                everywhere ? "localhost" : address.contains(":") ? "[" + address + "]" : address,
                web.getWebServer().getPort());
        var file = web.getEnvironment().getProperty("luheng.ready.file");
        if (file != null) {
            try {
                Files.writeString(Path.of(file), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
