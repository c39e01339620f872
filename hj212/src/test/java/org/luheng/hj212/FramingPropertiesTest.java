package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FramingPropertiesTest {
    @Property(tries = 1500)
    void anyCuttingGivesTheSameFrames(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] stream = Streams.mixed(random, 1 + random.nextInt(12));
        int limit = random.nextInt(3) == 0 ? 32 + random.nextInt(300) : Framing.LONGEST;
        boolean settle = random.nextBoolean();
        Streams.Result whole = Streams.whole(stream, limit, settle);
        assertThat(Streams.cut(stream, limit, random, settle)).isEqualTo(whole);
        assertThat(Streams.byteByByte(stream, limit, settle)).isEqualTo(whole);
    }

    @Property(tries = 1500)
    void everyByteIsInAFrameOrALineEndOrCounted(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] stream = Streams.mixed(random, 1 + random.nextInt(12));
        long[] inFrames = {0};
        Framing framing = new Framing();
        framing.read(stream, frame -> inFrames[0] += frame.to() - frame.from());
        framing.settle(frame -> inFrames[0] += frame.to() - frame.from());
        long counted = inFrames[0];
        for (Skipped reason : Skipped.values()) {
            counted += framing.skipped(reason);
        }
        assertThat(counted).isBetween(stream.length - 2 * framing.frames(), (long) stream.length);
    }

    @Property(tries = 3000)
    void randomBytesNeverThrow(@ForAll byte[] bytes, @ForAll boolean settle) {
        Streams.whole(bytes, Framing.LONGEST, settle);
        Streams.byteByByte(bytes, 40, settle);
    }

    @Property(tries = 1500)
    void oddCharactersNeverThrow(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] head = Streams.utf8("##" + random.nextInt(10_000));
        byte[] noise = Streams.noise(random);
        byte[] stream = new byte[head.length + noise.length];
        System.arraycopy(head, 0, stream, 0, head.length);
        System.arraycopy(noise, 0, stream, head.length, noise.length);
        assertThat(Streams.byteByByte(stream, 9999, true)).isEqualTo(Streams.whole(stream, 9999, true));
    }

    @Property(tries = 1500)
    void aFrameWithDataOfAnyCharactersIsReadAndWrittenBack(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            content.append(new String(Streams.noise(random), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll("[#&\r\n\\\\]", "x"));
        }
        String sent = Streams.frame(Streams.segment(content.toString()));
        Frame frame = Framing.only(Streams.utf8(sent + "\r\n"));
        assertThat(frame).isNotNull();
        if (frame != null) {
            assertThat(frame.isAccepted(Reading.STRICT)).isTrue();
            frame.diagnose();
            assertThat(Message.of(frame).bytes()).isEqualTo(Streams.utf8(sent + "\r\n"));
        }
    }

    @Property(tries = 1500)
    void encryptedContentMayHoldAnything(@ForAll byte[] content, @ForAll long seed) {
        // Length first: not even a whole line end, an opening or a closing within is taken for one.
        byte[] odd = Streams.utf8("&&\r\n##0087&&1C80\r\n");
        byte[] head = Streams.utf8("QN=20261121100400123;ST=31;CN=2011;PW=123456;MN=" + Streams.MN + ";Flag=9;CP=&&");
        int length = head.length + content.length + odd.length + 2;
        byte[] frame = new byte[6 + length + 6];
        System.arraycopy(Streams.utf8("##%04d".formatted(length)), 0, frame, 0, 6);
        System.arraycopy(head, 0, frame, 6, head.length);
        System.arraycopy(content, 0, frame, 6 + head.length, content.length);
        System.arraycopy(odd, 0, frame, 6 + head.length + content.length, odd.length);
        frame[6 + length - 1] = frame[6 + length - 2] = '&';
        // The check is that of the plain text, which nobody without the key can tell.
        System.arraycopy(Streams.utf8("1C80\r\n"), 0, frame, 6 + length, 6);
        Streams.Result whole = Streams.whole(frame, Framing.LONGEST, false);
        assertThat(whole.frames()).hasSize(1);
        assertThat(whole.waiting()).isZero();
        assertThat(Streams.cut(frame, Framing.LONGEST, new Random(seed), false)).isEqualTo(whole);
    }
}
