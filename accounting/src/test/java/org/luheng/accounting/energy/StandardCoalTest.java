package org.luheng.accounting.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class StandardCoalTest {
    private static boolean compiles(String statement) {
        String source = """
                import java.math.BigDecimal;
                import org.luheng.accounting.energy.Basis;
                import org.luheng.accounting.energy.StandardCoal;
                class Adding {
                    StandardCoal<Basis.Calorific> calorific = StandardCoal.none(Basis.CALORIFIC);
                    StandardCoal<Basis.Equivalent> equivalent = StandardCoal.none(Basis.EQUIVALENT);
                    Object sum() { return %s; }
                }
                """.formatted(statement);
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Adding.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoring) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return compiler.getTask(
                        null,
                        null,
                        diagnostic -> {},
                        List.of("-proc:none", "-d", "target", "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(file))
                .call();
    }

    @Test
    void mistake3AmountsOnTwoBasesCannotBeAdded() {
        assertThat(compiles("calorific.plus(calorific)")).isTrue();
        assertThat(compiles("equivalent.minus(equivalent)")).isTrue();
        assertThat(compiles("calorific.plus(equivalent)")).isFalse();
        assertThat(compiles("equivalent.minus(calorific)")).isFalse();
    }

    @Test
    void anAmountIsKeptInTenThousandTonnes() {
        StandardCoal<Basis.Calorific> coal =
                StandardCoal.of(Basis.CALORIFIC, new BigDecimal("100"), new BigDecimal("0.7143"));
        assertThat(coal.tenThousandTonnes()).isEqualByComparingTo("71.43");
        assertThat(coal.tonnes()).isEqualByComparingTo("714300");
        assertThat(coal.plus(coal).tenThousandTonnes()).isEqualByComparingTo("142.86");
        assertThat(coal.minus(coal).tenThousandTonnes()).isEqualByComparingTo("0");
        assertThat(coal.basis()).isEqualTo(Basis.CALORIFIC);
    }

    @Test
    void aKilogramOfStandardCoalHolds29307Point6KiloJoules() {
        assertThat(StandardCoal.coefficient(new BigDecimal("29307.6"))).isEqualByComparingTo("1");
        assertThat(StandardCoal.coefficient(new BigDecimal("20934")).setScale(4, java.math.RoundingMode.HALF_EVEN))
                .isEqualByComparingTo("0.7143");
        assertThat(StandardCoal.perUnit(new BigDecimal("0.7143"), new BigDecimal("10000000")))
                .isEqualByComparingTo("0.7143");
    }

    @Test
    void basesAreKnownByTheirWord() {
        assertThat(Basis.of("当量")).isEqualTo(Basis.CALORIFIC);
        assertThat(Basis.of("等价")).isEqualTo(Basis.EQUIVALENT);
        assertThat(Basis.of("别的")).isNull();
    }
}
