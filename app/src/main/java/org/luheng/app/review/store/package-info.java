/** Tables of the review room: documents with their readings, decisions. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.review.store;
