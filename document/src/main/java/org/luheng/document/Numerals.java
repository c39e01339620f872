package org.luheng.document;

import java.util.StringTokenizer;

/** Arrays of numbers as OFD writes them, ST_Array: parted by blanks (GB/T 33190, 7.3). */
final class Numerals {
    private static final int MOST = 100_000;

    private Numerals() {}

    /** So many numbers; where there are fewer, or one is none, the others. */
    static double[] of(String words, int count, double[] otherwise) {
        StringTokenizer tokens = new StringTokenizer(words == null ? "" : words);
        if (tokens.countTokens() < count) {
            return otherwise;
        }
        double[] numbers = new double[count];
        for (int at = 0; at < count; at++) {
            numbers[at] = number(tokens.nextToken());
            if (!Double.isFinite(numbers[at])) {
                return otherwise;
            }
        }
        return numbers;
    }

    /** Distances between the glyphs of a text, {@code g 3 4.5} standing for 4.5 three times. */
    static double[] distances(String words) {
        StringTokenizer tokens = new StringTokenizer(words);
        double[] distances = new double[Math.min(MOST, 16)];
        int count = 0;
        while (tokens.hasMoreTokens() && count < MOST) {
            String token = tokens.nextToken();
            int times = 1;
            double distance;
            if (token.equals("g")) {
                times = tokens.hasMoreTokens() ? (int) number(tokens.nextToken()) : 0;
                distance = tokens.hasMoreTokens() ? number(tokens.nextToken()) : 0;
            } else {
                distance = number(token);
            }
            for (int time = 0; time < times && count < MOST; time++) {
                if (count == distances.length) {
                    distances = java.util.Arrays.copyOf(distances, count * 2);
                }
                distances[count++] = Double.isFinite(distance) ? distance : 0;
            }
        }
        return java.util.Arrays.copyOf(distances, count);
    }

    static double number(String token) {
        try {
            return Double.parseDouble(token);
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
