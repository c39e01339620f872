/** Pages of the review room. */
@org.jspecify.annotations.NullMarked
package org.luheng.app.review.web;
