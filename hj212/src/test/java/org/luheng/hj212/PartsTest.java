package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartsTest {
    private final List<Parts.Lost> lost = new ArrayList<>();

    private static Message long2051(String dataTime, int groups) {
        Draft draft = new Uploads(new Address("32", "123456", Streams.MN, Version.V2017))
                .data("20261121100400999", 2051, dataTime);
        for (int i = 0; i < groups; i++) {
            draft.item("w%05d-Avg".formatted(i), i + ".5").and("w%05d-Flag".formatted(i), "N");
        }
        return draft.wantingAnswer().message();
    }

    private static Frame frame(Message message) {
        return Objects.requireNonNull(Framing.only(message.bytes()));
    }

    @Property(tries = 300)
    void anyOrderAndRepetitionGivesTheSameWhole(@ForAll @IntRange(min = 10, max = 200) int groups, @ForAll long seed) {
        Random random = new Random(seed);
        Message whole = long2051("20261121100300", groups);
        List<Message> packets = new ArrayList<>(whole.split(200));
        assertThat(packets).hasSizeGreaterThan(1);
        packets.addAll(packets.subList(0, random.nextInt(packets.size())));
        Collections.shuffle(packets, random);
        Parts parts = new Parts(4, 1 << 20, 1000, lost::add);
        List<Parts.Whole> wholes = new ArrayList<>();
        for (Message packet : packets) {
            if (parts.take(frame(packet), 0) instanceof Parts.Whole done) {
                wholes.add(done);
            }
        }
        assertThat(wholes).hasSize(1);
        assertThat(wholes.getFirst().message()).isEqualTo(whole);
        assertThat(parts.waiting())
                .as("what comes again belongs to what is complete")
                .isZero();
        assertThat(lost).isEmpty();
    }

    @Test
    void eachPacketHasItsOwnNumberAndRepeatsTheTime() {
        List<Message> packets = long2051("20261121100300", 40).split(400);
        assertThat(packets.get(0).qn()).isEqualTo("20261121100400999");
        assertThat(packets.get(1).qn()).as("a millisecond later").isEqualTo("20261121100401000");
        assertThat(packets).allSatisfy(packet -> {
            assertThat(packet.value("DataTime")).isEqualTo("20261121100300");
            assertThat(packet.header("PNUM")).isEqualTo(String.valueOf(packets.size()));
            assertThat(packet.flag()).isEqualTo(7);
            assertThat(frame(packet).diagnose()).isEmpty();
        });
    }

    @Test
    void theExampleOfTheStandard() {
        String head = ";ST=32;CN=2061;PW=123456;MN=" + Streams.MN + ";Flag=6;PNUM=2;PNO=";
        String one = Streams.frame(
                "QN=20160801085857534" + head + "1;CP=&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Flag=N&&");
        String two = Streams.frame(
                "QN=20160801085857535" + head + "2;CP=&&DataTime=20160801080000;w01018-Cou=63.0,w01018-Flag=N&&");
        Parts parts = new Parts(4, 1 << 20, 1000, lost::add);
        assertThat(parts.take(Objects.requireNonNull(Framing.only(Streams.utf8(two))), 0))
                .isEqualTo(new Parts.Incomplete(1));
        Parts.Outcome outcome = parts.take(Objects.requireNonNull(Framing.only(Streams.utf8(one))), 0);
        assertThat(outcome).isInstanceOf(Parts.Whole.class);
        if (outcome instanceof Parts.Whole whole) {
            assertThat(whole.message().segment())
                    .isEqualTo(
                            "QN=20160801085857534;ST=32;CN=2061;PW=123456;MN=" + Streams.MN
                                    + ";Flag=4;CP=&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Flag=N;w01018-Cou=63.0,w01018-Flag=N&&");
            assertThat(whole.frames()).hasSize(2);
        }
    }

    @Test
    void setsSpaceAndTimeAreBounded() {
        Parts parts = new Parts(3, 5000, 1000, lost::add);
        for (int minute = 10; minute < 20; minute++) {
            parts.take(frame(long2051("202611211003" + minute, 40).split(400).getFirst()), minute);
        }
        assertThat(parts.waiting()).isEqualTo(3);
        assertThat(lost).hasSize(7);
        assertThat(lost.getFirst().frames()).hasSize(1);
        parts.expire(5000);
        assertThat(parts.waiting()).isZero();
        Parts narrow = new Parts(100, 1000, 1000, lost::add);
        for (int minute = 10; minute < 20; minute++) {
            narrow.take(frame(long2051("202611211003" + minute, 40).split(400).getFirst()), minute);
        }
        assertThat(narrow.waiting()).isLessThanOrEqualTo(2);
    }

    @Test
    void anotherPacketUnderTheSameNumberBeginsAnew() {
        Parts parts = new Parts(3, 50_000, 1000, lost::add);
        Frame first = frame(long2051("20261121100300", 40).split(400).getFirst());
        assertThat(parts.take(first, 0)).isInstanceOf(Parts.Incomplete.class);
        assertThat(parts.take(first, 0)).isEqualTo(new Parts.Repeated());
        String other =
                first.toString().substring(6, first.toString().length() - 4).replace("=0.5", "=9.5");
        assertThat(parts.take(Objects.requireNonNull(Framing.only(Streams.utf8(Streams.frame(other)))), 0))
                .isInstanceOf(Parts.Incomplete.class);
        assertThat(lost).hasSize(1);
    }
}
