package org.luheng.app.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.luheng.hj212.Draft;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Items;

class PackedTests {
    private static final List<String> SENT = List.of(
            "12.50",
            "0",
            "-0.01",
            "-7",
            "0.000000001",
            "99999999999999.99",
            "123456789012345678",
            "N",
            "T",
            "B",
            "X",
            "汉字",
            "",
            "//清洗管路//",
            "1e5",
            "-12345.678901");

    private static byte[] packed(List<String> names) {
        Draft draft = Station.address("M").draft(2011);
        for (int i = 0; i < SENT.size(); i++) {
            draft.item(names.get(i), SENT.get(i));
        }
        Frame frame = Objects.requireNonNull(Framing.only(draft.message().bytes()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Items items = frame.items();
        while (items.next()) {
            Packed.write(items, out);
        }
        return out.toByteArray();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SENT.size(); i++) {
            names.add("a%05d-%s"
                    .formatted(
                            i,
                            SENT.get(i).length() == 1
                                            && Character.isLetter(SENT.get(i).charAt(0))
                                    ? "Flag"
                                    : "Rtd"));
        }
        return names;
    }

    @Test
    void whatWasSentComesBackToTheDigit() {
        List<Packed.Value> values = Packed.read(names(), packed(names()));
        assertThat(values).extracting(Packed.Value::text).containsExactlyElementsOf(SENT);
        assertThat(values).extracting(Packed.Value::name).containsExactlyElementsOf(names());
    }

    @Test
    void whatIsBrokenOffIsNotRead() {
        byte[] whole = packed(names());
        assertThatIllegalStateException().isThrownBy(() -> Packed.read(names(), Arrays.copyOf(whole, 3)));
    }
}
