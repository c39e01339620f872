package org.luheng.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesTest {
    @Test
    void everyRowHasSourceAndCertainty() {
        for (Codes table : Codes.values()) {
            assertThat(table.all()).isNotEmpty().allSatisfy(code -> {
                assertThat(code.code()).isNotBlank();
                assertThat(code.name()).isNotBlank();
                assertThat(code.source()).isNotBlank();
                assertThat(code.certainty()).isIn("found", "memory", "unsure");
            });
        }
    }

    @Test
    void fieldsAndCommandsOfTheCodeAreInTheTables() {
        for (Field field : Field.values()) {
            if (!field.code().isEmpty()) {
                assertThat(Codes.FIELDS.find(field.code())).as(field.code()).isNotNull();
            }
        }
        CommandsTest.frames().forEach(frame -> {
            String command = String.valueOf(((Message) java.util.Objects.requireNonNull(frame.get()[0])).cn());
            assertThat(Codes.COMMANDS.find(command)).as(command).isNotNull();
        });
        assertThat(Codes.FACTORS.find("a99999")).isNull();
    }
}
