package org.luheng.app.review;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.luheng.accounting.Indicator;
import org.luheng.accounting.TargetKind;
import org.luheng.draft.Likeness;
import org.luheng.files.Agency;
import org.springframework.stereotype.Component;

/** What an unknown name may mean; which of it is meant, a person says. */
@Component
public class Likely {
    private final Reviews reviews;

    Likely(Reviews reviews) {
        this.reviews = reviews;
    }

    /** The likest first. */
    public List<Indicator> indicators(String printed, TargetKind kind, String unit, int most) {
        return reviews.drafting().nearest(printed, kind, unit, most);
    }

    /** Agencies of the place and of those above it, all of them, the likest first. */
    public List<String> agencies(String region, String printed) {
        return reviews.register().agencies().stream()
                .filter(agency -> reviews.register().isWithin(region, agency.jurisdiction()))
                .sorted(Comparator.<Agency>comparingDouble(agency -> -likeness(agency, printed))
                        .thenComparing(agency -> !agency.jurisdiction().equals(region))
                        .thenComparing(Agency::id))
                .map(Agency::name)
                .distinct()
                .toList();
    }

    private static double likeness(Agency agency, String printed) {
        return Stream.concat(Stream.of(agency.name()), agency.aliases().stream())
                .mapToDouble(name -> Likeness.of(name, printed))
                .max()
                .orElse(0);
    }

    /** The smallest clause around some words; the first where none is. */
    public String section(Review review, int from, int to) {
        List<KeptReading.Heading> headings = review.reading().headings();
        return Keeping.around(headings, Math.max(from, 0), Math.max(to, 0))
                .or(() -> headings.stream().findFirst())
                .map(KeptReading.Heading::section)
                .orElse("");
    }
}
