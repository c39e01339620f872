package org.luheng.reader;

import java.util.ArrayList;
import java.util.List;

/** A sentence of a fair copy, and its pieces between commas; what stands in brackets or in the title of a law parts nothing. */
record Sentence(int from, int to, List<Piece> pieces) {
    /** Brackets that do not close within so many characters are no brackets. */
    static final int LONGEST_BRACKET = 600;

    /** What is longer is no sentence and no piece of one; cut there, the time of reading grows with length alone. */
    private static final int LONGEST = 3000;

    private static final int LONGEST_PIECE = 700;

    /** Between commas, semicolons or colons. */
    record Piece(int from, int to) {}

    static List<Sentence> of(String text, int from, int to) {
        List<Sentence> sentences = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        int sentence = from;
        int piece = from;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (Chinese.opens(c) || c == '《') {
                at = past(text, at, to);
                continue;
            }
            boolean cut = at - piece >= LONGEST_PIECE || at - sentence >= LONGEST;
            if (cut || "，；：。！？\n".indexOf(c) >= 0) {
                if (at > piece) {
                    pieces.add(new Piece(piece, at));
                }
                piece = at + 1;
                if (cut || "。！？\n".indexOf(c) >= 0) {
                    int end = c != '\n' && at + 1 < to && text.charAt(at + 1) == '”' ? at + 2 : at + 1;
                    if (!pieces.isEmpty()) {
                        sentences.add(new Sentence(sentence, c == '\n' ? at : end, List.copyOf(pieces)));
                    }
                    pieces.clear();
                    sentence = end;
                    piece = end;
                    at = end;
                    continue;
                }
            }
            at++;
        }
        if (piece < to) {
            pieces.add(new Piece(piece, to));
        }
        if (!pieces.isEmpty()) {
            sentences.add(new Sentence(sentence, to, List.copyOf(pieces)));
        }
        return sentences;
    }

    /** Behind the bracket that closes the one at a position; behind itself where none closes near. */
    static int past(String text, int at, int to) {
        char open = text.charAt(at);
        int limit = Math.min(to, at + LONGEST_BRACKET);
        int depth = 0;
        for (int next = at; next < limit; next++) {
            char c = text.charAt(next);
            if (open == '《' ? c == '《' : Chinese.opens(c)) {
                depth++;
            } else if (open == '《' ? c == '》' : Chinese.closes(c)) {
                depth--;
                if (depth == 0) {
                    return next + 1;
                }
            } else if (c == '\n') {
                break;
            }
        }
        return at + 1;
    }
}
