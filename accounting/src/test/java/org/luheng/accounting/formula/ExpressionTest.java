package org.luheng.accounting.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, String> VALUES =
            Map.of("a", "7", "b", "2", "c", "-3", "zero", "0", "a@previous", "5", "a@base", "4");

    static Expression expression(String text) {
        assertThat(Expression.of(text)).as(text).isInstanceOf(Expression.class);
        return (Expression) Expression.of(text);
    }

    static Flaw flaw(String text) {
        assertThat(Expression.of(text)).as(text).isInstanceOf(Flaw.class);
        return (Flaw) Expression.of(text);
    }

    private static BigDecimal value(String text) {
        return expression(text)
                .term()
                .value(reference -> new BigDecimal(Objects.requireNonNull(
                        VALUES.get(reference.element() + reference.when().written()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1                          | 1
            0.10                       | 0.10
            [a]                        | 7
            [a] + [b] * [c]            | 1
            ([a] + [b]) * [c]          | -27
            [a] - [b] - [c]            | 8
            [a] - ([b] - [c])          | 2
            [a] / [b] / 2              | 1.75
            [a] / ([b] / 2)            | 7
            [a] / 2 * [b]              | 7
            -[a] + [b]                 | -5
            -([a] + [b])               | -9
            --[a]                      | 7
            [a] * -[b]                 | -14
            -2 * -3                    | 6
            min([a], [b], [c])         | -3
            max([a], [b], [c])         | 7
            max([b], [c], [a])         | 7
            min([b], [c], [a])         | -3
            max([a]-[b], min(1, 2)) * 2| 10
            [a]/[a@previous] - 1       | 0.4
            [a] - [a@base]             | 3
            ((([a])))                  | 7
            [a]-1-[b]-1                | 3
            """)
    void computesAsAnybodyWould(String text, BigDecimal wanted) {
        assertThat(value(text)).isEqualByComparingTo(wanted);
    }

    @Test
    void dividesTo34Digits() {
        assertThat(value("[b] / 3")).isEqualTo(new BigDecimal("0.6666666666666666666666666666666667"));
        assertThat(value("[b] * 1.00000000000000000000000000000000000000001"))
                .isEqualTo(new BigDecimal("2.000000000000000000000000000000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a] / [zero]", "[a] / ([b] - 2)", "[a] / [c]", "1 / -1"})
    void refusesToDivideByWhatIsNotPositive(String text) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOfSatisfying(
                        Term.NotPositive.class,
                        refused -> assertThat(refused.divisor().inWords(Reference::written))
                                .isEqualTo(
                                        expression(text).term() instanceof Term.Operation operation
                                                ? operation.right().inWords(Reference::written)
                                                : ""));
    }

    @Test
    void namesItsElementsOnceAndInOrder() {
        Expression expression = expression("[b]/([a]+[b]) - min([a@base], -[b@previous], [a])");
        assertThat(expression.references())
                .extracting(Reference::written)
                .containsExactly("[b]", "[a]", "[a@base]", "[b@previous]");
        assertThat(expression.elements()).containsExactly("b", "a");
        assertThat(expression.text()).isEqualTo("[b]/([a]+[b]) - min([a@base], -[b@previous], [a])");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [a]+[b]*[c]         | [a] + [b] × [c]
            ([a]+[b])*[c]       | ([a] + [b]) × [c]
            [a]*([b]+[c])       | [a] × ([b] + [c])
            [a]-([b]-[c])       | [a] − ([b] − [c])
            [a]-[b]-[c]         | [a] − [b] − [c]
            [a]/([b]/[c])       | [a] ÷ ([b] ÷ [c])
            [a]/[b]/[c]         | [a] ÷ [b] ÷ [c]
            (([a]))             | [a]
            -[a]                | −[a]
            -([a]+1)            | −([a] + 1)
            [a]*-[b]            | [a] × (−[b])
            -[a]*[b]            | (−[a]) × [b]
            min([a],[b]+1)      | 最小值（[a]，[b] + 1）
            max([a],[b])*2      | 最大值（[a]，[b]） × 2
            """)
    void isPrintedWithNoMoreParenthesesThanNeeded(String text, String printed) {
        assertThat(expression(text).term().inWords(Reference::written)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [a] ^ 2                     | 5 | ^
            sum([a], [b])               | 1 | sum
            SQRT([a])                   | 1 | SQRT
            MIN([a], [b])               | 1 | MIN
            random() * [a]              | 1 | random
            dt_now()                    | 1 | dt_now
            [a] > [b]                   | 5 | >
            if([a], 1, 2)               | 1 | if
            "x" + [a]                   | 1 | "
            'x'                         | 1 | '
            a + b                       | 1 | a
            [a] + A                     | 7 | A
            [a] + E                     | 7 | E
            [a] + PI                    | 7 | PI
            1e5 * [a]                   | 1 | 1e5
            0x10                        | 1 | 0x10
            .5 * [a]                    | 1 | .5
            5. * [a]                    | 1 | 5.
            1.2.3                       | 1 | 1.2.3
            2[a]; drop table facts      | 5 | ;
            ${java:os}                  | 1 | $
            #{T(java.lang.Runtime)}     | 1 | #
            [a].getClass()              | 4 | .getClass
            [T(java.lang.Runtime)]      | 1 | [T(java.lang.Runtime)]
            [a@next]                    | 1 | [a@next]
            [a@]                        | 1 | [a@]
            []                          | 1 | []
            [a b]                       | 1 | [a b]
            [A]                         | 1 | [A]
            [.a]                        | 1 | [.a]
            [a                          | 1 | [a
            [a] × [b]                   | 5 | ×
            [a] ÷ [b]                   | 5 | ÷
            （[a]）                      | 1 | （
            ٣                           | 1 | ٣
            [a] % [b]                   | 5 | %
            50%                         | 3 | %
            用水量 / [b]                 | 1 | 用水量
            𠮷                           | 1 | 𠮷
            """)
    void knowsNoOtherWord(String text, int at, String subject) {
        assertThat(flaw(text)).isEqualTo(new Flaw(Flaw.Kind.UNKNOWN_WORD, at, subject, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [a] [b]            | 5
            [a][b]             | 4
            [a][0]             | 4
            [a], [b]           | 4
            ([a], [b])         | 5
            [a] +              | 5
            * [a]              | 1
            [a] + * [b]        | 7
            [a] (* [b])        | 1
            [a] (-) [b]        | 1
            [c] * [a] (+ [b])  | 7
            ()                 | 2
            [a] ()             | 1
            ()[a]              | 2
            ([a]               | 1
            [a])               | 4
            )[a](              | 1
            min()              | 5
            min([a],)          | 9
            min(,[a])          | 5
            min([a],,[b])      | 9
            min([a] [b])       | 9
            min(([a], [b]), 1) | 9
            min [a]            | 1
            min[a]             | 1
            [a]min             | 4
            [a]5               | 4
            5[a]               | 2
            (min)([a], [b])    | 6
            min                | 1
            max + 1            | 1
            2 [a]              | 3
            2(3)               | 2
            ([a])([b])         | 6
            + [a]              | 1
            (+[a])             | 2
            """)
    void isNotPutTogetherAnyhow(String text, int at) {
        Flaw flaw = flaw(text);
        assertThat(flaw.kind()).isEqualTo(Flaw.Kind.BROKEN);
        assertThat(flaw.at()).isEqualTo(at);
        assertThat(flaw.other()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   "})
    void nothingIsNoFormula(String text) {
        assertThat(flaw(text).kind()).isEqualTo(Flaw.Kind.BROKEN);
    }

    @Test
    void hasLimits() {
        assertThat(flaw("(".repeat(10_000) + "[a]" + ")".repeat(10_000)))
                .isEqualTo(new Flaw(Flaw.Kind.TOO_LARGE, 0, "长度", "500"));
        assertThat(flaw("(".repeat(31) + "[a]" + ")".repeat(31)))
                .isEqualTo(new Flaw(Flaw.Kind.TOO_LARGE, 31, "括号层数", "30"));
        assertThat(value("(".repeat(30) + "[a]" + ")".repeat(30))).isEqualByComparingTo("7");
        assertThat(value("()".repeat(0) + "([a])+".repeat(40) + "0")).isEqualByComparingTo("280");
        assertThat(flaw(sum(51))).isEqualTo(new Flaw(Flaw.Kind.TOO_LARGE, 201, "引用个数", "50"));
        assertThat(value(sum(50))).isEqualByComparingTo("350");
        assertThat(value("-".repeat(497) + "[a]")).isEqualByComparingTo("-7");
        assertThat(flaw("-".repeat(498) + "[a]").kind()).isEqualTo(Flaw.Kind.TOO_LARGE);
        assertThat(value("1+".repeat(249) + "1")).isEqualByComparingTo("250");
        assertThat(value("9".repeat(500))).isEqualTo(new BigDecimal("9".repeat(500)));
    }

    private static String sum(int terms) {
        return IntStream.range(0, terms).mapToObj(each -> "[a]").collect(Collectors.joining("+"));
    }

    @Test
    void fiftyDifferentReferencesKeepTheirNames() {
        String text = IntStream.range(0, 50).mapToObj(each -> "[n" + each + "]").collect(Collectors.joining("+"));
        assertThat(text.length()).isLessThan(500);
        assertThat(expression(text).elements())
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(each -> "n" + each).toList());
        assertThat(expression(text).term().inWords(Reference::element))
                .isEqualTo(IntStream.range(0, 50).mapToObj(each -> "n" + each).collect(Collectors.joining(" + ")));
    }

    private static final Map<String, Measure> MEASURES = Map.of(
            "water", new Measure(Dimension.of("体积"), new BigDecimal("10000")),
            "leak", new Measure(Dimension.of("体积"), BigDecimal.ONE),
            "money", new Measure(Dimension.of("金额"), BigDecimal.ONE),
            "percent", new Measure(Dimension.of("比例"), new BigDecimal("0.01")),
            "points", new Measure(Dimension.of("百分点"), new BigDecimal("0.01")),
            "rate", new Measure(Dimension.of("年比例"), new BigDecimal("0.01")),
            "per", new Measure(Dimension.of("体积/金额"), BigDecimal.ONE),
            "number", Measure.NUMBER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [water] / [money]                        | per     |
            [water] * [leak] / ([leak] * [money])    | per     |
            1 / ([money] / [water])                  | per     |
            -[per]                                   | per     |
            min([water], [leak]) / [money]           | per     |
            [leak] / [water]                         | percent |
            [leak] / [water]                         | number  |
            [percent] - [percent@base]               | points  |
            1 + [percent]                            | number  |
            [water] / [leak@previous] - 1            | rate    |
            [leak] / [water] * 100                   | number  |
            [leak] / [water] * 10                    | percent |
            [leak] * 0.01                            | water   |
            [water] + [money]                        | water   | MIXED,体积,金额
            [water] - [money]                        | water   | MIXED,体积,金额
            [water] + 1                              | water   | MIXED,体积,无量纲
            1 - [money]                              | money   | MIXED,无量纲,金额
            min([water], [money])                    | water   | MIXED,体积,金额
            max([water], [leak], [per])              | water   | MIXED,体积,体积/金额
            [per] + [water] * [money]                | per     | MIXED,体积/金额,体积·金额
            -([water] + [money])                     | water   | MIXED,体积,金额
            2 * ([water] + [money])                  | water   | MIXED,体积,金额
            [water] * [money]                        | per     | OTHER_RESULT,体积·金额,体积/金额
            [money] / [water]                        | per     | OTHER_RESULT,金额/体积,体积/金额
            [leak] / [water]                         | per     | OTHER_RESULT,无量纲,体积/金额
            [water]                                  | percent | OTHER_RESULT,体积,无量纲
            1 / [money]                              | percent | OTHER_RESULT,1/金额,无量纲
            [leak] / ([money] * [water])             | percent | OTHER_RESULT,1/金额,无量纲
            [leak] / ([money] * [money])             | percent | OTHER_RESULT,体积/金额^2,无量纲
            1 / ([money] * [water])                  | percent | OTHER_RESULT,1/(体积·金额),无量纲
            [leak] / [water] * 100                   | percent | HUNDREDFOLD,,
            100 * [leak] / [water]                   | percent | HUNDREDFOLD,,
            ([leak] / [water] - 1) * 100.0           | points  | HUNDREDFOLD,,
            [leak] / [water] / 0.01                  | percent | HUNDREDFOLD,,
            -([leak] / [water] * 100)                | percent | HUNDREDFOLD,,
            1 - [leak] / [water] * 100               | percent | HUNDREDFOLD,,
            min(100 * [leak] / [water], 1)           | percent | HUNDREDFOLD,,
            [water] / 0                              | water   | DIVISOR,0,
            1 - 3 / 0.00                             | number  | DIVISOR,0.00,
            """)
    void unitsGoTogetherOrTheyDoNot(String text, String result, @Nullable String wanted) {
        Flaw flaw = expression(text)
                .flaw(
                        element -> Objects.requireNonNull(MEASURES.get(element)),
                        Objects.requireNonNull(MEASURES.get(result)));
        if (wanted == null) {
            assertThat(flaw).isNull();
        } else {
            String[] parts = wanted.split(",", -1);
            assertThat(flaw).isEqualTo(new Flaw(Flaw.Kind.valueOf(parts[0]), 0, parts[1], parts[2]));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [flow] / [state]              | false | false
            [flow] / [state]              | true  | true
            [flow] / [flow]               | false | true
            [flow] / [flow]               | true  | false
            [flow] + [flow]               | true  | true
            [flow] + [flow]               | false | false
            [flow] / [flow@previous] - 1  | false | true
            [state] / [state]             | false | true
            [flow] * 2                    | true  | true
            -[state]                      | false | true
            [flow] + [state]              | true  | false
            [flow] + [state]              | false | false
            [flow] * [flow]               | true  | false
            min([flow], [state])          | true  | false
            """)
    void amountsOverStatesAreOfWholeYearsOnly(String text, boolean result, boolean holds) {
        assertThat(expression(text).holdsForParts("flow"::equals, result)).isEqualTo(holds);
    }
}
