package org.luheng.app.snapshot;

import java.util.Optional;

/**
 * Which snapshots the public may see. Answered by the room of issues, which a snapshot does not know: an issue is a sealed
 * snapshot, not the other way round.
 */
@FunctionalInterface
public interface Publications {
    /** The latest issue of a plan that was approved for publication and not withdrawn. */
    Optional<Publication> latest(String plan);
}
