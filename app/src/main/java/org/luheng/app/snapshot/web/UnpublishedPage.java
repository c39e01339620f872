package org.luheng.app.snapshot.web;

import java.util.Collection;
import org.luheng.app.page.Frame;
import org.luheng.files.PlanFolder;

/** The first page for a reader who sees no results: nothing is published, and his standing entitles to none. */
public record UnpublishedPage(Frame frame, Collection<PlanFolder> plans) {}
