package org.luheng.app.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.luheng.app.page.Later;
import org.luheng.files.Fault;
import org.luheng.files.Refused;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTests {
    private static final List<String> OWN = List.of("wang.xiaoming", "王小明 Xiaoming");

    private static Fault refusal(String password) {
        try (Passwords passwords = new Passwords("argon2")) {
            passwords.check(password, OWN);
        } catch (Refused refused) {
            assertThat(refused.getMessage())
                    .as("the password is repeated nowhere")
                    .doesNotContain(password);
            return refused.findings().list().getFirst().fault();
        }
        throw new AssertionError("taken: " + password);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "马走日 象走田 小卒过河去",
                "correct horse battery staple",
                "    seven blanks around    ",
                "kpqvtzwmrxna",
                "ａｂｃ－远山　近水　孤舟　蓑笠翁",
                "😀 wet paint 😀 on the bench"
            })
    void whatIsLongAndNotGuessableIsTakenWhateverItIsMadeOf(String password) {
        try (Passwords passwords = new Passwords("argon2")) {
            assertThatCode(() -> passwords.check(password, OWN)).doesNotThrowAnyException();
        }
    }

    @Test
    void lengthCountsCharactersAsPeopleDo() {
        assertThat(refusal("kpqvtzwmrxn")).isEqualTo(Fault.PASSWORD_TOO_SHORT);
        assertThat(refusal("😀😁😂😃😄😅😆😇😈😉😊")).isEqualTo(Fault.PASSWORD_TOO_SHORT);
        assertThat(refusal("kpqvtzwmrxna".repeat(11))).isEqualTo(Fault.PASSWORD_TOO_LONG);
        try (Passwords passwords = new Passwords("argon2")) {
            String longest = "天地玄黄宇宙洪荒日月盈昃辰宿列张".repeat(8);
            assertThat(longest).hasSize(Passwords.LONGEST);
            assertThatThrownBy(() -> passwords.check(longest + "寒", OWN)).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "123456789012",
                "qwertyuiop12",
                "aaaaaaaaaaaaaaaa",
                "wang.xiaoming1",
                "xiaomingxiaoming",
                "luhengluheng1",
                "绿衡绿衡绿衡绿衡绿衡绿衡",
                "ｐａｓｓｗｏｒｄ１２３４"
            })
    void whatIsCommonOrOnesOwnIsRefused(String password) {
        assertThat(refusal(password)).isEqualTo(Fault.PASSWORD_GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"argon2", "sm3"})
    void whatIsKeptTellsTheAlgorithmAndNotThePassword(String hash) {
        try (Passwords passwords = new Passwords(hash);
                Passwords other = new Passwords(hash.equals("sm3") ? "argon2" : "sm3")) {
            String kept = passwords.encode("马走日 象走田");
            assertThat(kept).startsWith("{" + hash + "}").doesNotContain("马走日");
            assertThat(passwords.encode("马走日 象走田")).as("salted").isNotEqualTo(kept);
            assertThat(passwords.matches("马走日 象走田", kept)).isTrue();
            assertThat(passwords.matches("马走日　象走田", kept)).as("a wide blank").isTrue();
            assertThat(passwords.matches("马走日象走田", kept)).isFalse();
            assertThat(passwords.isOutdated(kept)).isFalse();
            assertThat(other.matches("马走日 象走田", kept))
                    .as("after the city changed over")
                    .isTrue();
            assertThat(other.isOutdated(kept)).isTrue();
        }
        assertThatThrownBy(() -> new Passwords("md5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void argon2idIsStretchedAsOwaspAsks() {
        try (Passwords passwords = new Passwords("argon2")) {
            assertThat(passwords.encode("x")).contains("$argon2id$v=19$m=19456,t=2,p=1$");
        }
    }

    /** Counts, and can be held. */
    private static final class Watched implements PasswordEncoder {
        final AtomicInteger compared = new AtomicInteger();
        final AtomicInteger now = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return "encoded";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            compared.incrementAndGet();
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            } finally {
                now.decrementAndGet();
            }
            return true;
        }
    }

    @Test
    void anUnknownLoginIsComparedLikeAKnownOneAndNeverMatches() {
        Watched watched = new Watched();
        watched.go.countDown();
        try (Passwords passwords = new Passwords(watched)) {
            assertThat(passwords.matches("right", "encoded")).isTrue();
            assertThat(watched.compared).hasValue(1);
            assertThat(passwords.matches("right", null)).isFalse();
            assertThat(watched.compared).as("the same work").hasValue(2);
            assertThat(passwords.matches("x".repeat(100_000), "encoded"))
                    .as("cut for the work, not for the answer")
                    .isFalse();
            assertThat(watched.compared).hasValue(3);
        }
    }

    @Test
    void twentyAtOnceAreComputedOneAfterAnotherAndTooManyAreToldToComeLater() throws Exception {
        Watched watched = new Watched();
        try (Passwords passwords = new Passwords(watched);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> signIn = () -> passwords.matches("right", "encoded");
            List<Future<Boolean>> answers = new ArrayList<>();
            answers.add(people.submit(signIn));
            watched.begun.await();
            for (int i = 0; i < 60; i++) {
                answers.add(people.submit(signIn));
            }
            // One computed, forty wait: twenty are refused while it still stands.
            List<Future<Boolean>> refused = new ArrayList<>();
            while (refused.size() < 20) {
                answers.stream()
                        .filter(answer -> answer.isDone() && !refused.contains(answer))
                        .forEach(refused::add);
                Thread.onSpinWait();
            }
            for (Future<Boolean> answer : refused) {
                assertThatThrownBy(answer::get).hasCauseInstanceOf(Later.class);
            }
            watched.go.countDown();
            answers.removeAll(refused);
            for (Future<Boolean> answer : answers) {
                assertThat(answer.get()).isTrue();
            }
            assertThat(answers).hasSize(41);
            assertThat(watched.most).as("at one time").hasValue(1);
        }
    }
}
