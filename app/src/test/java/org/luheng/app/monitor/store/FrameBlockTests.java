package org.luheng.app.monitor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.luheng.app.monitor.Station;

class FrameBlockTests {

    @Test
    void givesBackEveryByteAndIsSmall() {
        Random random = new Random(7);
        List<FrameBlock.Kept> frames = new ArrayList<>();
        int size = 0;
        for (int i = 0; i < 500; i++) {
            byte[] frame = Station.realTime(
                    Station.address("010000A8900016F0%08X".formatted(i)),
                    LocalDateTime.of(2026, 11, 20, 8, 0).plusSeconds(i),
                    random.nextInt(100_000) + ".25");
            frames.add(new FrameBlock.Kept(1_000_000L + i, frame));
            size += frame.length;
        }
        byte[] noise = new byte[9_999];
        random.nextBytes(noise);
        frames.add(new FrameBlock.Kept(2_000_000, noise));
        byte[] block = FrameBlock.write(frames);
        List<FrameBlock.Kept> again = FrameBlock.read(block);
        assertThat(again).hasSameSizeAs(frames);
        for (int i = 0; i < frames.size(); i++) {
            assertThat(again.get(i).received()).isEqualTo(frames.get(i).received());
            assertThat(again.get(i).frame()).isEqualTo(frames.get(i).frame());
        }
        assertThat(block.length - noise.length).isLessThan(size / 4);
        assertThat(FrameBlock.write(frames.subList(0, 1)).length)
                .isLessThan(frames.getFirst().frame().length);
    }

    @Test
    void whatIsBrokenIsNotRead() {
        byte[] block = FrameBlock.write(List.of(new FrameBlock.Kept(1, new byte[500])));
        assertThatIllegalStateException().isThrownBy(() -> FrameBlock.read(new byte[] {2, 3}));
        assertThatIllegalStateException().isThrownBy(() -> FrameBlock.read(Arrays.copyOf(block, block.length - 3)));
    }
}
