/**
 * 文档: a document as it comes, docx, doc, PDF, OFD, saved web page or plain text, becomes text that {@code reader} reads.
 *
 * <p>Promises: the kind is told by content, not by name; every character leads to its page, paragraph or cell; headings keep
 * the numbers that the program of the office gives them; a row of a table is a line, its cells parted by tabs; page numbers,
 * running headers, deleted and hidden words stay out; what was left out or could not be read is said. Bytes, unpacked size,
 * depth, pages, characters and time have limits; what breaks one, or is no document, is refused with a finding. Never: runs a
 * macro or script, follows a link or an external entity, opens anything but the bytes it was given.
 *
 * <p>The way of a document: {@link org.luheng.document.DocumentFile} (kind, limits, findings) → a reader for each kind → for
 * documents that flow {@link org.luheng.document.Block}s, for those that are laid out {@link org.luheng.document.Page}s of
 * glyphs and rules → {@link org.luheng.document.Manuscript} → {@link org.luheng.document.DocumentText}.
 */
@NullMarked
package org.luheng.document;

import org.jspecify.annotations.NullMarked;
