package org.luheng.reader;

import java.util.List;

/** Where a reading is written down, and what it reads from. */
record Notes(FairCopy copy, Quantities quantities, List<Target> targets, List<Doubt> doubts) {}
