package org.luheng.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * A run that only shows the JVM what a start needs: follows the links from the home page to some pages, then ends in
 * order. The launcher makes the AOT cache from it, on a folder of data made for the purpose.
 */
@Component
@ConditionalOnProperty("luheng.training")
class TrainingRun implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)\"");
    private static final int PAGES_AT_MOST = 60;

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        if (context instanceof ServletWebServerApplicationContext web && web.getWebServer() != null) {
            log.info(
                    "Trained with {} pages",
                    visit(URI.create("http://127.0.0.1:" + web.getWebServer().getPort())));
        }
        System.exit(SpringApplication.exit(context));
    }

    private static int visit(URI home) {
        var next = new ArrayDeque<>(List.of("/", "/api/health"));
        var seen = new HashSet<>(next);
        int visited = 0;
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            while (!next.isEmpty() && visited < PAGES_AT_MOST) {
                var request = HttpRequest.newBuilder(home.resolve(next.remove()))
                        .timeout(Duration.ofSeconds(30))
                        .build();
                var page = client.send(request, HttpResponse.BodyHandlers.ofString());
                visited++;
                LINK.matcher(page.body())
                        .results()
                        .map(link -> link.group(1).replace("&amp;", "&"))
                        .filter(seen::add)
                        .forEach(next::add);
            }
        } catch (IOException | IllegalArgumentException e) {
            log.warn("Training ended early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return visited;
    }
}
