package org.luheng.accounting.formula;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula in three steps: our own look at every character, so that nothing reaches the library but numbers, names
 * of our making, four signs, parentheses, {@code min} and {@code max}; the library's tokens and tree; our own check that
 * the tokens follow one another as in a formula, because the library takes {@code a b +} for {@code a + b}.
 */
final class Parser {
    static final int LONGEST = 500;
    static final int DEEPEST = 30;
    static final int MOST_REFERENCES = 50;

    private static final Pattern REFERENCE = Pattern.compile("\\[([a-z0-9][a-z0-9.-]*)(@previous|@base)?]");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$#@.]+");
    /** What references are called before the library: one letter, for there is room for a blank on both sides of it. */
    private static final String NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwx";

    private static final Set<String> FUNCTIONS = Set.of("min", "max");
    private static final String SIGNS = "+-*/(), ";
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("-", new PrefixMinusOperator())))
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("min", new MinFunction()), Map.entry("max", new MaxFunction())))
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            .build();

    private final String text;
    private final List<Reference> references = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    private Parser(String text) {
        this.text = text;
    }

    static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Flaw(Flaw.Kind.TOO_LARGE, 0, "长度", Integer.toString(LONGEST));
        }
        Parser parser = new Parser(text);
        Flaw flaw = parser.scan();
        return flaw == null ? parser.tree() : flaw;
    }

    /** Looks at every character and writes the text anew, of the same length, with {@code A}, {@code B} … for references. */
    private @Nullable Flaw scan() {
        int at = 0;
        int depth = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            int end;
            if (character == '[') {
                Matcher reference = REFERENCE.matcher(text).region(at, text.length());
                if (!reference.lookingAt()) {
                    int close = text.indexOf(']', at);
                    return flaw(Flaw.Kind.UNKNOWN_WORD, at, text.substring(at, close < 0 ? text.length() : close + 1));
                }
                if (references.size() == MOST_REFERENCES) {
                    return new Flaw(Flaw.Kind.TOO_LARGE, at + 1, "引用个数", Integer.toString(MOST_REFERENCES));
                }
                plain.append(' ').append(NAMES.charAt(references.size()));
                references.add(new Reference(reference.group(1), when(reference.group(2))));
                end = reference.end();
            } else if (SIGNS.indexOf(character) >= 0) {
                depth += character == '(' ? 1 : character == ')' ? -1 : 0;
                if (depth > DEEPEST) {
                    return new Flaw(Flaw.Kind.TOO_LARGE, at + 1, "括号层数", Integer.toString(DEEPEST));
                }
                plain.append(character);
                end = at + 1;
            } else {
                Matcher word = WORD.matcher(text).region(at, text.length());
                end = word.lookingAt() ? word.end() : text.offsetByCodePoints(at, 1);
                String found = text.substring(at, end);
                if (!FUNCTIONS.contains(found) && !NUMBER.matcher(found).matches()) {
                    return flaw(Flaw.Kind.UNKNOWN_WORD, at, found);
                }
                plain.append(found);
            }
            while (plain.length() < end) {
                plain.append(' ');
            }
            at = end;
        }
        return null;
    }

    private static Reference.When when(@Nullable String suffix) {
        return suffix == null
                ? Reference.When.SAME
                : suffix.equals("@base") ? Reference.When.BASE : Reference.When.PREVIOUS;
    }

    private Reading tree() {
        try {
            List<Token> tokens = new Tokenizer(plain.toString(), CONFIGURATION).parse();
            Flaw flaw = outOfPlace(tokens);
            if (flaw != null) {
                return flaw;
            }
            return Expression.of(
                    text,
                    term(new ShuntingYardConverter(plain.toString(), tokens, CONFIGURATION).toAbstractSyntaxTree()));
        } catch (ParseException notUnderstood) {
            return flaw(Flaw.Kind.BROKEN, Math.max(0, notUnderstood.getStartPosition() - 1), "");
        }
    }

    /** The first token that may not follow the one before it; where there is none, the tree holds all tokens in their order. */
    private @Nullable Flaw outOfPlace(List<Token> tokens) {
        Deque<Boolean> lists = new ArrayDeque<>();
        boolean operandEnded = false;
        boolean function = false;
        for (Token token : tokens) {
            TokenType type = token.getType();
            boolean fits = switch (type) {
                case NUMBER_LITERAL, FUNCTION, BRACE_OPEN, PREFIX_OPERATOR -> !operandEnded;
                case VARIABLE_OR_CONSTANT -> !operandEnded && !FUNCTIONS.contains(token.getValue());
                case INFIX_OPERATOR, BRACE_CLOSE -> operandEnded;
                case COMMA -> operandEnded && Boolean.TRUE.equals(lists.peek());
                default -> false;
            };
            if (!fits) {
                return flaw(Flaw.Kind.BROKEN, token.getStartPosition() - 1, "");
            }
            if (type == TokenType.BRACE_OPEN) {
                lists.push(function);
            } else if (type == TokenType.BRACE_CLOSE) {
                lists.pop();
            }
            function = type == TokenType.FUNCTION;
            operandEnded = type == TokenType.NUMBER_LITERAL
                    || type == TokenType.VARIABLE_OR_CONSTANT
                    || type == TokenType.BRACE_CLOSE;
        }
        return operandEnded ? null : flaw(Flaw.Kind.BROKEN, Math.max(0, text.length() - 1), "");
    }

    private Term term(ASTNode node) {
        List<Term> parts = node.getParameters().stream().map(this::term).toList();
        String written = node.getToken().getValue();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> new Term.Literal(new BigDecimal(written));
            case VARIABLE_OR_CONSTANT -> new Term.Operand(references.get(NAMES.indexOf(written)));
            case PREFIX_OPERATOR -> new Term.Negation(parts.getFirst());
            case INFIX_OPERATOR -> new Term.Operation(Term.Sign.of(written), parts.getFirst(), parts.getLast());
            case FUNCTION -> new Term.Choice(written.equals("min"), parts);
            default -> throw new IllegalStateException("unexpected " + node.getToken());
        };
    }

    private Flaw flaw(Flaw.Kind kind, int at, String subject) {
        // Of a reference the library sees what stands behind its bracket.
        int spot = at > 0 && text.charAt(at - 1) == '[' ? at - 1 : at;
        return new Flaw(
                kind, spot + 1, subject.isEmpty() ? text.substring(Math.min(spot, text.length())) : subject, "");
    }
}
