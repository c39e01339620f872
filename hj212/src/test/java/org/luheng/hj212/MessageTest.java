package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MessageTest {
    private static final Address DEVICE = new Address("31", "123456", Streams.MN, Version.V2025);

    private static Frame read(Message message) {
        return Objects.requireNonNull(Framing.only(message.bytes()));
    }

    @Property(tries = 1000)
    void whatIsWrittenIsRead(@ForAll long seed) {
        Random random = new Random(seed);
        Version version = Version.values()[random.nextInt(3)];
        Draft draft = new Uploads(new Address("31", "123456", Streams.MN, version))
                .data("20261121100400123", 2051, "20261121100300");
        for (int i = random.nextInt(20); i > 0; i--) {
            draft.item("a21026-Avg", Streams.number(random)).and("a21026-Flag", "N");
        }
        if (random.nextBoolean()) {
            draft.wantingAnswer();
        }
        if (random.nextInt(5) == 0) {
            draft.item("i11001-Info", "//清洗管路//").resent();
        }
        Message message = draft.message();
        Frame frame = read(message);
        assertThat(Message.of(frame)).isEqualTo(message);
        assertThat(frame.isAccepted(Reading.STRICT)).isTrue();
        assertThat(frame.version()).isEqualTo(version);
    }

    @Test
    void theFormOf2005HasTheNumberInTheData() {
        Address old = new Address("31", "123456", "88888880000001", Version.V2005);
        Message answer = Answers.taken(new Requests(old).realTime("20040516010101001"), Answers.READY);
        assertThat(answer.segment())
                .isEqualTo("ST=91;CN=9011;PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20040516010101001;QnRtn=1&&");
        assertThat(answer.qn()).isEqualTo("20040516010101001");
    }

    @Test
    void only2025SaysThatItIsSentAgain() {
        Uploads field = new Uploads(DEVICE);
        assertThat(field.data("20261121100400123", 2051, "20261121100300")
                        .resent()
                        .message()
                        .segment())
                .contains(";Flag=8;RF=1;CP=");
        assertThat(read(field.heartbeat("20261121100400123")).wantsAnswer()).isTrue();
    }

    @Test
    void nothingSlipsIntoAnItem() {
        Draft draft = DEVICE.draft(2011);
        assertThatThrownBy(() -> draft.item("a21026-Rtd", "1;CN=1072")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft.item("a=b", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft.item("a", "1\r\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMessageTooLongForItsLengthIsNotWritten() {
        Draft draft = DEVICE.draft(2011);
        for (int i = 0; i < 1000; i++) {
            draft.item("a21026-Rtd", "12345.678");
        }
        Message message = draft.message();
        assertThatThrownBy(message::bytes).isInstanceOf(IllegalStateException.class);
        assertThat(message.split(950))
                .allSatisfy(part -> assertThat(part.content().length()).isLessThanOrEqualTo(950));
    }
}
