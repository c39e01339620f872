package org.luheng.app.monitor;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luheng.hj212.Address;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Message;
import org.luheng.hj212.RequestNumber;
import org.luheng.hj212.Uploads;
import org.luheng.hj212.Version;

/** A device as it looks from the wire: a socket, frames out, answers in. */
public final class Station implements AutoCloseable {
    public static final String PASSWORD = "123456";
    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    public static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Socket socket;
    private final Framing framing = new Framing();
    private final Deque<Message> heard = new ArrayDeque<>();

    public Station(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    public static Address address(String mn) {
        return new Address("31", PASSWORD, mn, Version.V2017);
    }

    /** Two factors in real time, wanting an answer. */
    public static byte[] realTime(Address of, LocalDateTime time, String sulphur) {
        return new Uploads(of)
                .data(RequestNumber.of(time), 2011, SECONDS.format(time))
                .wantingAnswer()
                .item("a21026-Rtd", sulphur)
                .and("a21026-Flag", "N")
                .item("a19001-Rtd", "7.25")
                .and("a19001-Flag", "N")
                .message()
                .bytes();
    }

    public static String qn(byte[] frame) {
        return Objects.requireNonNull(
                Message.of(Objects.requireNonNull(Framing.only(frame))).qn());
    }

    /** With another CRC. */
    public static byte[] damaged(byte[] frame) {
        byte[] damaged = frame.clone();
        int at = damaged.length - 6;
        damaged[at] = (byte) (damaged[at] == '0' ? '1' : '0');
        return damaged;
    }

    public static byte[] glued(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next answer; null where the other side hung up. */
    public @Nullable Message answer() throws IOException {
        byte[] chunk = new byte[4_096];
        InputStream in = socket.getInputStream();
        while (heard.isEmpty()) {
            int count = in.read(chunk);
            if (count < 0) {
                return null;
            }
            framing.read(chunk, 0, count, frame -> heard.add(Message.of(frame)));
        }
        return heard.poll();
    }

    /** Whether the other side hangs up without a word. */
    public boolean isLetGo() throws IOException {
        try {
            return answer() == null;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
