/**
 * What all pages share: the frame around them, tables and their downloads, how numbers are printed, the headers every
 * answer carries, and what a reader sees when something is refused.
 *
 * <p>Promise: a page never computes; whatever a person sees as a table can be had as CSV and xlsx; samples are marked on
 * the page and in the file; no stack trace leaves the server.
 */
@NullMarked
@ApplicationModule(displayName = "页面")
package org.luheng.app.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
