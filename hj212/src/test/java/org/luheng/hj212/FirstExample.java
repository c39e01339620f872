package org.luheng.hj212;

import java.io.IOException;
import java.io.InputStream;

/** The first example of README.md, word for word. */
final class FirstExample {
    private FirstExample() {}

    static void print(InputStream in) throws IOException {
        // example
        Framing framing = new Framing();
        byte[] chunk = new byte[8192];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            framing.read(chunk, 0, count, frame -> {
                Items items = frame.items();
                while (items.next()) {
                    System.out.println(frame.mn() + " " + items.name() + " = " + items.text());
                }
            });
        }
        // end
    }
}
