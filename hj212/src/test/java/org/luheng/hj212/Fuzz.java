package org.luheng.hj212;

import java.time.Duration;
import java.util.Random;

/**
 * Streams of frames, broken frames and noise, each read whole, in pieces and byte by byte, diagnosed and written back. By hand for as
 * long as wanted: {@code java -cp … org.luheng.hj212.Fuzz SECONDS [SEED]}; what it finds it prints with its seed.
 */
final class Fuzz {
    private Fuzz() {}

    public static void main(String[] args) {
        long end =
                System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[0])).toNanos();
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        long streams = 0;
        long frames = 0;
        while (System.nanoTime() < end) {
            frames += once(seed + streams);
            streams++;
        }
        System.out.println(streams + " streams from seed " + seed + ", " + frames + " frames, nothing but refusals");
    }

    /** @return how many frames were found */
    static long once(long seed) {
        try {
            Random random = new Random(seed);
            byte[] stream = Streams.mixed(random, 1 + random.nextInt(10));
            for (int i = random.nextInt(4); i > 0 && stream.length > 0; i--) {
                stream[random.nextInt(stream.length)] = (byte) random.nextInt(256);
            }
            int limit = random.nextInt(3) == 0 ? 32 + random.nextInt(400) : Framing.LONGEST;
            boolean settle = random.nextBoolean();
            Streams.Result whole = Streams.whole(stream, limit, settle);
            if (!Streams.cut(stream, limit, random, settle).equals(whole)
                    || !Streams.byteByByte(stream, limit, settle).equals(whole)) {
                throw new IllegalStateException("another cutting gives other frames");
            }
            new Framing(limit).read(stream, frame -> written(frame));
            return whole.frames().size();
        } catch (RuntimeException failure) {
            throw new IllegalStateException("seed " + seed, failure);
        }
    }

    private static void written(Frame frame) {
        if (frame.isAccepted(Reading.STRICT)) {
            byte[] back = Message.of(frame).bytes();
            if (!java.util.Arrays.equals(back, 0, back.length - 2, frame.bytes(), frame.from(), frame.to())) {
                throw new IllegalStateException("not written back: " + frame);
            }
        } else {
            if (Message.of(frame).toString().isEmpty()) {
                throw new IllegalStateException("nothing to say of " + frame);
            }
        }
        EncryptedContent.decrypt(frame, new BlockCipher() {
            @Override
            public void encrypt(byte[] bytes, int from) {}

            @Override
            public void decrypt(byte[] bytes, int from) {}
        });
    }
}
