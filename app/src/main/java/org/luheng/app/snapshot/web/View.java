package org.luheng.app.snapshot.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luheng.accounting.Element;
import org.luheng.accounting.Period;
import org.luheng.accounting.Plan;
import org.luheng.accounting.Snapshot;
import org.luheng.accounting.Target;
import org.luheng.app.access.Sight;
import org.luheng.app.access.Sights;
import org.luheng.app.page.Address;
import org.luheng.app.page.Frame;
import org.luheng.app.plan.Plans;
import org.luheng.app.snapshot.Publication;
import org.luheng.app.snapshot.Publications;
import org.luheng.app.snapshot.Snapshots;
import org.luheng.files.Fault;
import org.luheng.files.Finding;
import org.luheng.files.Place;
import org.luheng.files.PlanFolder;
import org.luheng.files.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a reader asked to see: a plan, a day and a period, each with what is meant when it is not said; and what he gets to
 * see: the current facts as far as he has a right to them, else the latest issue that was published.
 */
@Component
class View {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Plans plans;
    private final Snapshots snapshots;
    private final Sights sights;
    private final Publications publications;
    private final Clock clock;

    /** @param publications none while nothing can be published */
    View(Plans plans, Snapshots snapshots, Sights sights, ObjectProvider<Publications> publications, Clock clock) {
        this.plans = plans;
        this.snapshots = snapshots;
        this.sights = sights;
        this.publications = publications.getIfAvailable(() -> plan -> Optional.empty());
        this.clock = clock;
    }

    /**
     * @param folder the plan that is looked at, {@code period} the span, both as asked or as meant
     * @param sight what the reader sees of it
     * @param publication the issue all of it is taken from; null: current facts, as far as the reader sees them
     */
    record Asked(
            PlanFolder folder,
            Snapshot snapshot,
            Period period,
            List<Period> periods,
            LocalDate asOf,
            Sight sight,
            @Nullable Publication publication) {

        /** Whether results of the place may be shown. */
        boolean shows(String region) {
            return publication != null || sight.sees(region);
        }

        /** Whether results of the indicator, or the light, may be shown. */
        boolean showsIndicator(String code) {
            return publication != null || View.sees(sight, code);
        }

        boolean shows(Target target) {
            return shows(target.region()) && showsIndicator(target.indicator());
        }

        /** Where what is shown comes from, and which issue that is. */
        Frame framed(Frame frame) {
            return publication == null
                    ? frame
                    : frame.resting(new Frame.Crumb(
                            "公开发布的第 " + publication.number() + " 期（"
                                    + publication.period().inWords() + "），截至 " + publication.day() + " 的数据，"
                                    + publication.published() + " 批准公开",
                            "/issues/" + publication.issue()));
        }
    }

    private static final Set<String> ENERGY_LIGHTS =
            Set.of(Element.LIGHT_INTENSITY, Element.LIGHT_PROGRESS, Element.LIGHT_TOTAL);

    /** All figures of energy stand on the same facts; every other indicator is its own element. */
    private static boolean sees(Sight sight, String code) {
        boolean energy =
                ENERGY_LIGHTS.contains(code) || code.startsWith(Element.INTENSITY) || code.startsWith(Element.ENERGY);
        return sight.seesElement(energy ? Element.ENERGY : code);
    }

    /** The plan asked for, or one that the reader sees something of. */
    PlanFolder plan(@Nullable String plan) {
        if (plan != null && !plan.isEmpty()) {
            return plans.get(plan);
        }
        Sight sight = sights.current();
        return plans.all().stream()
                .filter(folder -> seesAny(sight, folder.plan()))
                .findFirst()
                .or(() -> plans.all().stream()
                        .filter(folder ->
                                publications.latest(folder.plan().id()).isPresent())
                        .findFirst())
                .orElseGet(plans::first);
    }

    /** The plan's own place, or the first of its places that the reader sees; the public sees all that is published. */
    String place(PlanFolder folder) {
        Sight sight = sights.current();
        Plan plan = folder.plan();
        return plan.places().stream().filter(sight::sees).findFirst().orElse(plan.region());
    }

    private static boolean seesAny(Sight sight, Plan plan) {
        return plan.targets().stream()
                .anyMatch(target -> sight.sees(target.region()) && sees(sight, target.indicator()));
    }

    /** Empty where the reader sees nothing of the plan, neither by right nor published. */
    Optional<Asked> find(
            PlanFolder folder,
            @Nullable String region,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String asOf) {
        Plan plan = folder.plan();
        Sight sight = sights.current();
        List<String> places = region == null ? plan.places() : List.of(region);
        if (places.stream().anyMatch(sight::sees) && (indicator == null || sees(sight, indicator))) {
            LocalDate day = day(asOf);
            return Optional.of(asked(folder, snapshots.at(plan, day), places, period, day, sight, null));
        }
        return publications
                .latest(plan.id())
                .map(publication -> asked(
                        folder,
                        snapshots.sealed(plan, publication.day(), publication.lastFact()),
                        places,
                        period,
                        publication.day(),
                        sight,
                        publication));
    }

    /** @throws Refused where nothing of it is published and the reader has no right */
    Asked of(
            PlanFolder folder,
            @Nullable String region,
            @Nullable String indicator,
            @Nullable String period,
            @Nullable String asOf) {
        return find(folder, region, indicator, period, asOf)
                .orElseThrow(() ->
                        region == null ? notPublished("plan", folder.plan().id()) : notPublished("region", region));
    }

    static Refused notPublished(String parameter, String value) {
        return Refused.of(Finding.of(Fault.NOT_PUBLISHED, Place.parameter(parameter), value));
    }

    private Asked asked(
            PlanFolder folder,
            Snapshot snapshot,
            List<String> places,
            @Nullable String period,
            LocalDate day,
            Sight sight,
            @Nullable Publication publication) {
        List<Period> periods = snapshots.periods(snapshot, places).stream()
                .filter(each -> covers(publication, each))
                .toList();
        Period meant = publication == null ? snapshots.latest(snapshot, places) : publication.period();
        Period chosen = period == null || period.isEmpty() ? meant : period(period);
        if (!covers(publication, chosen)) {
            throw notPublished("period", chosen.toString());
        }
        return new Asked(
                folder,
                snapshot,
                chosen,
                periods.contains(chosen) ? periods : with(chosen, periods),
                day,
                sight,
                publication);
    }

    /** An issue speaks of nothing after its period. */
    static boolean covers(@Nullable Publication publication, Period period) {
        return publication == null || !period.end().isAfter(publication.period().end());
    }

    private static List<Period> with(Period chosen, List<Period> periods) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(chosen), periods.stream())
                .toList();
    }

    LocalDate day(@Nullable String asOf) {
        if (asOf == null || asOf.isEmpty()) {
            return LocalDate.now(clock.withZone(CHINA));
        }
        try {
            return LocalDate.parse(asOf);
        } catch (DateTimeException noDay) {
            throw Address.badDate("asof", asOf);
        }
    }

    static Period period(String text) {
        Period period = Period.parse(text);
        if (period == null) {
            throw Address.badPeriod("period", text);
        }
        return period;
    }
}
