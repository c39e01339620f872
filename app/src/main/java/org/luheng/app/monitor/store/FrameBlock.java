package org.luheng.app.monitor.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The frames of one commit as one value: deflated, with a dictionary of what stands in every frame, so that few of them are small as
 * well. Before that: how many, then each with the microsecond it was received in, and its length.
 */
public final class FrameBlock {
    /** Never to be changed: blocks could not be read any more. Another one needs another first byte. */
    private static final byte[] DICTIONARY =
            ("QnRtn=1ExeRtn=1;SB1-RS=1;LA-Rtd=;Leq-Rtd=;01-Rtd=;02-Rtd=;03-Rtd=;011-Rtd=;060-Rtd=;B01-Rtd=;S01-Rtd=;a24088-Rtd="
                            + ";a05024-Rtd=;a21005-Rtd=;a34004-Rtd=;a34002-Rtd=;w00000-Rtd=;w01001-Rtd=;w01018-Rtd=;w21003-Rtd=;w21001-Rtd="
                            + ";w21011-Rtd=;w01010-Rtd=;a01014-Rtd=;a01013-Rtd=;a01012-Rtd=;a01011-Rtd=;a19001-Rtd=;a34013-Rtd=;a21002-Rtd="
                            + ",w01018-Avg=,w21003-Min=,w21011-Max=,a00000-Cou=,a34013-ZsMin=,a21002-ZsAvg=,a21026-ZsMax=,a21026-ZsRtd="
                            + ",a21026-Cou=0.,a21026-Min=,a21026-Avg=,a21026-Max=,a21026-Flag=N;a21002-Cou=,a21002-Min=,a21002-Avg="
                            + ",a21002-Max=,a21002-Flag=N;a21026-Rtd=,a21026-Flag=N&&ST=21;ST=22;ST=32;CN=2061;CN=2031;CN=9014;CN=2051;"
                            + "PNUM=2;PNO=1;##0560QN=2026;ST=31;CN=2011;PW=123456;MN=010000A8900016F0000;Flag=5;CP=&&DataTime=2026")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final byte EDITION = 1;
    private static final int MOST = 256 << 20;

    private FrameBlock() {}

    /** @param received microseconds since 1970 */
    public record Kept(long received, byte[] frame) {}

    static byte[] write(List<Kept> frames) {
        int size = 4;
        for (Kept each : frames) {
            size += 12 + each.frame().length;
        }
        ByteBuffer plain = ByteBuffer.allocate(size);
        plain.putInt(frames.size());
        for (Kept each : frames) {
            plain.putLong(each.received()).putInt(each.frame().length).put(each.frame());
        }
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain.array());
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(64 + size / 3);
            out.write(EDITION);
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    /** @throws IllegalStateException where these are not bytes that {@link #write} made */
    public static List<Kept> read(byte[] block) {
        ByteBuffer plain = ByteBuffer.wrap(inflate(block));
        int count = plain.getInt();
        List<Kept> frames = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long received = plain.getLong();
            byte[] frame = new byte[plain.getInt()];
            plain.get(frame);
            frames.add(new Kept(received, frame));
        }
        return frames;
    }

    private static byte[] inflate(byte[] block) {
        if (block.length == 0 || block[0] != EDITION) {
            throw new IllegalStateException("frames of an edition that is not known");
        }
        try (Inflater inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(block, 1, block.length - 1);
            ByteArrayOutputStream out = new ByteArrayOutputStream(block.length * 5);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || out.size() > MOST) {
                    throw new IllegalStateException("frames that are broken off");
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
