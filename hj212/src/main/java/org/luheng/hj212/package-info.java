/**
 * HJ 212, the protocol in which pollution sources speak to a platform: bytes become frames, frames become typed values, and
 * messages become bytes again. Versions HJ/T 212-2005, HJ 212-2017 and, as far as it is known, HJ 212-2025.
 *
 * <p>Promise: no dependencies; any cutting of a stream gives the same frames; no input makes a reader throw or grow without
 * bound; every liberty taken with a frame is named, with its clause; reading typed values allocates nothing; what is written is
 * read, and what is read strictly is written back byte for byte. Never: a socket, a thread, a clock, floating point.
 *
 * <p>A {@link org.luheng.hj212.Frame} and its {@link org.luheng.hj212.Items} are views that move on; a
 * {@link org.luheng.hj212.Message} is a value that stays. Clauses and tables are those of HJ 212-2017 where nothing else is said: 6.3.1
 * the packet, 6.3.2 the segment, 6.3.3 the data (6.3.4 in 2025), appendix A the CRC, appendix C the conversations.
 */
@NullMarked
package org.luheng.hj212;

import org.jspecify.annotations.NullMarked;
