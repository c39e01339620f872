package org.luheng.app.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenTests {
    @Test
    void whatIsKeptDoesNotTellWhatWasShown() {
        Token token = Token.random();
        assertThat(token.shown()).matches("[A-Za-z0-9_-]{43}");
        assertThat(token.kept()).matches("[0-9a-f]{64}").isEqualTo(Token.kept(token.shown()));
        assertThat(token.toString()).doesNotContain(token.shown());
        assertThat(Token.random().shown()).isNotEqualTo(token.shown());
        assertThat(Token.kept("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
