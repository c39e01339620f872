package org.luheng.app.attack;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Speaks to the server byte by byte: a client library would refuse to say, or put right, what an attacker sends. */
record Wire(int port) {
    /**
     * @param all every byte that came back, further answers included
     */
    record Answer(int status, String head, String body, String all) {
        private static Answer of(String all) {
            int end = all.indexOf("\r\n\r\n");
            String head = end < 0 ? all : all.substring(0, end);
            int status = all.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
            return new Answer(status, head, end < 0 ? "" : all.substring(end + 4), all);
        }

        @Nullable
        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse(null);
        }

        /** How often the server answered on this connection. */
        int answers() {
            return all.split("HTTP/1\\.1 [1-5][0-9][0-9]", -1).length - 1;
        }
    }

    /** Sends these bytes and reads until the server closes. */
    Answer say(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** @param line method and target */
    Answer ask(String line, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            request.append("Host: localhost\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return say(request.append("\r\n").toString());
    }
}
