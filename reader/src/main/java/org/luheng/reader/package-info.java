/**
 * 读方案: the text of a plan document becomes a {@link org.luheng.reader.Reading}: clauses, targets, responsibilities and tasks,
 * each with the words it was read from and their place in the original.
 *
 * <p>Promises: the same text gives the same reading; any string is read without failing; time grows with length alone; every
 * quote is the original's text at its offsets; what is inherited is marked; what is not sure is a {@link
 * org.luheng.reader.Doubt}. Never: input or output, a clock, a guess that is not said.
 *
 * <p>The way of a text: {@link org.luheng.reader.FairCopy} (lines joined, blanks and page numbers gone, every character with its
 * place) → {@link org.luheng.reader.Outline} (clauses) → sentences → {@link org.luheng.reader.SentenceReader} (quantities in
 * their frames), {@link org.luheng.reader.ResponsibilityReader}, {@link org.luheng.reader.TableReader}, {@link
 * org.luheng.reader.TaskReader}.
 */
@NullMarked
package org.luheng.reader;

import org.jspecify.annotations.NullMarked;
